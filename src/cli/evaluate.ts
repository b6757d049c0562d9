import type { Argv } from 'yargs';
import { finish } from './options.ts';

export function addEvaluate(program: Argv): Argv {
  return program.command(
    'evaluate',
    'Recall, false alarms and firing budgets on labelled snapshots and ground truth',
    (command) =>
      command
        .options({
          snapshot: {
            type: 'string',
            requiresArg: true,
            describe: 'Date of the snapshot (YYYY-MM-DD) [default: the one that comes with the program]',
          },
          corpus: { type: 'string', requiresArg: true, describe: 'Folder of one snapshot, wherever it lies' },
          labels: {
            type: 'string',
            array: true,
            requiresArg: true,
            describe: 'File or folder of further labels, or folder of ground truth (docs/evaluation.md has the shapes)',
          },
          baseline: { type: 'string', requiresArg: true, describe: 'Date of an earlier snapshot to compare with' },
          reviews: {
            type: 'string',
            requiresArg: true,
            describe: 'Folder of verdicts [default: reviews, where it is]',
          },
          'as-of': {
            type: 'string',
            requiresArg: true,
            describe: 'Recall from what was published by the end of this day (YYYY-MM-DD)',
          },
          intel: {
            choices: ['on', 'off'] as const,
            default: 'on' as const,
            requiresArg: true,
            describe: 'Show recall with lists of known records beside recall of signals alone, or leave lists out',
          },
          ablation: { type: 'boolean', default: false, describe: 'Also what each signal adds' },
          short: { type: 'boolean', describe: 'The figures [default]' },
          long: { type: 'boolean', describe: 'Also campaigns, misses, all budgets, scores, and what others published' },
          json: { type: 'boolean', default: false, describe: 'Print everything as JSON on standard output' },
          snapshots: { type: 'string', requiresArg: true, default: 'snapshots', describe: 'Folder of snapshots' },
          progress: {
            type: 'boolean',
            default: true,
            describe: 'Show progress on standard error (--no-progress: do not)',
          },
        })
        .conflicts('corpus', 'snapshot')
        .conflicts('short', 'long')
        .example(
          '$0 evaluate',
          'the shipped snapshot against its labels; exits with 1 when a signal is over its budget',
        )
        .example(
          '$0 evaluate --labels ground-truth --long --ablation',
          'also disclosed names, and what each signal adds',
        )
        .example('$0 evaluate --corpus snapshots/2026-07-06 --intel off --json', 'rates on a captured snapshot'),
    async (options) => {
      const { evaluate } = await import('../commands/evaluate.ts');
      finish(await evaluate({ ...options, long: options.long === true }));
    },
  );
}
