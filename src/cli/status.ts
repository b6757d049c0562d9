import type { Argv } from 'yargs';
import { settingsOptions } from './audit.ts';
import { finish, shared } from './options.ts';

export function addStatus(program: Argv): Argv {
  return program.command(
    'status',
    'The servers that this machine’s MCP clients are set up with; --security: the authentication declared for each',
    (command) =>
      settingsOptions(shared(command))
        .options({
          security: {
            type: 'boolean',
            default: false,
            describe:
              'Also authentication declared, host, the gateway in between and your organisation’s lists, from settings and metadata alone',
          },
          snapshot: {
            type: 'string',
            requiresArg: true,
            describe: 'Date of the snapshot to ask [default: the newest that was captured]',
          },
          cache: {
            type: 'string',
            requiresArg: true,
            describe: 'Folder that holds the cache instead of the user’s own',
          },
        })
        .example('$0 status', 'what is set up, in one line each')
        .example('$0 status --security', 'who is told which secret, as far as it is declared'),
    async (options) => finish(await (await import('../commands/status.ts')).status(options)),
  );
}
