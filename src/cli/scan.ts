import type { Argv } from 'yargs';
import { TIERS } from '../model/candidate.ts';
import { FORMATS } from '../report/format.ts';
import { captureOptions, configOption, finish, intelOptions, REGISTRIES, shared } from './options.ts';

export function addScan(program: Argv): Argv {
  return program.command(
    'scan',
    'Score a snapshot; without --snapshot, today’s, captured first',
    (command) =>
      configOption(intelOptions(captureOptions(shared(command))))
        .options({
          snapshot: { type: 'string', requiresArg: true, describe: 'Date of the snapshot to score (YYYY-MM-DD)' },
          baseline: { type: 'string', requiresArg: true, describe: 'Date of an earlier snapshot to compare with' },
          out: { type: 'string', requiresArg: true, describe: 'Folder for the reports [default: reports/<date>]' },
          format: {
            choices: FORMATS,
            array: true,
            requiresArg: true,
            describe:
              'Write only these kinds of reports [default: all]; coverage.json and suppressed.json are always written',
          },
          reviews: {
            type: 'string',
            requiresArg: true,
            describe: 'Folder of verdicts; what they dismiss is hidden [default: reviews, where it is]',
          },
          'fail-on': {
            choices: TIERS,
            requiresArg: true,
            describe: 'Exit with 1 when a candidate is in this tier or above',
          },
          'require-coverage': {
            choices: REGISTRIES,
            array: true,
            requiresArg: true,
            describe: 'Exit with 3 when the listing of one of these registries is not complete',
          },
        })
        .conflicts('snapshot', [
          'registry',
          'updated-since',
          'cache',
          'base-url',
          'source-budget',
          'repositories',
          'package',
          'packages',
        ])
        .conflicts('package', ['repositories', 'baseline', 'registry', 'updated-since', 'require-coverage'])
        .conflicts('packages', ['repositories', 'baseline', 'registry', 'updated-since', 'require-coverage'])
        .example('$0 scan --snapshot 2026-06-29', 'score the snapshot that comes with the program')
        .example('$0 scan', 'capture today’s registries, then score them')
        .example('$0 scan --package npm:@scope/name@1.2.3', 'what that release started to do')
        .example(
          '$0 scan --snapshot 2026-06-29 --format sarif --reviews reviews',
          'for code scanning, without what was dismissed',
        )
        .example('$0 scan --snapshot 2026-06-29 --fail-on review-first --json', 'a gate for a pipeline'),
    async (options) => finish(await (await import('../commands/scan.ts')).scan(options)),
  );
}
