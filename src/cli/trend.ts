import type { Argv } from 'yargs';
import { finish, shared } from './options.ts';

export function addTrend(program: Argv): Argv {
  return program.command(
    'trend',
    'How the registries develop over the snapshots of a folder',
    (command) =>
      shared(command)
        .options({
          signals: {
            type: 'boolean',
            default: true,
            describe: 'Score every snapshot for gateways and the signals’ rates (--no-signals: much faster)',
          },
          html: {
            type: 'string',
            requiresArg: true,
            describe: 'Also write a page with charts to this file; it opens from disk',
          },
        })
        .example('$0 trend', 'entries, publishers, new and gone, declared secrets, gateways, the signals’ rates')
        .example('$0 trend --snapshots weekly/ --no-signals', 'without scoring the snapshots')
        .example('$0 trend --html trend.html', 'with charts, to open in a browser')
        .example('$0 trend --json', 'with the series as charts take them'),
    async (options) => finish(await (await import('../commands/trend.ts')).trend(options)),
  );
}
