import type { Argv } from 'yargs';
import { finish, shared } from './options.ts';

export function addDiff(program: Argv): Argv {
  return program.command(
    'diff <before> <after>',
    'What changed between two snapshots, rarest first',
    (command) =>
      shared(command)
        .positional('before', {
          type: 'string',
          demandOption: true,
          describe: 'Date of the earlier snapshot (YYYY-MM-DD)',
        })
        .positional('after', { type: 'string', demandOption: true, describe: 'Date of the later one' })
        .options({
          out: { type: 'string', requiresArg: true, describe: 'Write drift.json and drift.csv into this folder' },
        })
        .example('$0 diff 2026-06-22 2026-06-29', 'the week’s changes, migrations of a registry as one line each')
        .example('$0 diff 2026-06-22 2026-06-29 --out drift/', 'every change with both values and where they stand')
        .example('$0 diff 2026-06-22 2026-06-29 --json', 'the same as JSON on standard output'),
    async (options) => finish(await (await import('../commands/diff.ts')).diff(options)),
  );
}
