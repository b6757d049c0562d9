import type { Argv } from 'yargs';
import { finish, intelOptions, REPEATED } from './options.ts';

export function addIntel(program: Argv): Argv {
  return program.command(
    'intel <action>',
    'The dated list of packages recorded as malicious: refresh it, or say how old it is',
    (command) =>
      intelOptions(command)
        .positional('action', {
          choices: ['update', 'status'] as const,
          demandOption: true,
          describe: 'update: read the public lists anew by GET; status: which lists there are and how old',
        })
        .options({
          cache: { type: 'string', requiresArg: true, describe: 'Folder of the response cache, or a keyv store’s URL' },
          offline: { type: 'boolean', default: false, describe: 'Answer only from the cache' },
          'base-url': { ...REPEATED, describe: 'osv=URL: ask a mirror instead' },
          json: { type: 'boolean', default: false, describe: 'Machine-readable output' },
          progress: {
            type: 'boolean',
            default: true,
            describe: 'Show progress on standard error (--no-progress: do not)',
          },
          verbose: { type: 'boolean', default: false, describe: 'Log each request and retry on standard error' },
        })
        .example('$0 intel update', 'read what was recorded since the last time')
        .example('$0 intel status --feed recalls/', 'which lists count, and from when they are'),
    async (options) => finish(await (await import('../commands/intel.ts')).intel(options)),
  );
}
