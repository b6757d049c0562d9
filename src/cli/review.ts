import type { Argv } from 'yargs';
import { finish } from './options.ts';

export function addReview(program: Argv): Argv {
  return program.command(
    'review',
    'Decide about candidates: dismissed or confirmed, by whom and why; scans hide what was dismissed',
    (command) =>
      command
        .options({
          report: {
            type: 'string',
            requiresArg: true,
            describe: 'Folder of the reports to decide about [default: the newest in reports/]',
          },
          reviews: {
            type: 'string',
            requiresArg: true,
            default: 'reviews',
            describe: 'Folder in which verdicts are kept, a file for each reviewer',
          },
          dismiss: { type: 'string', requiresArg: true, describe: 'ENTRY to dismiss, such as official:io.github.a/b' },
          confirm: { type: 'string', requiresArg: true, describe: 'ENTRY to confirm' },
          pipeline: {
            choices: ['lookalike', 'rug-pull'] as const,
            requiresArg: true,
            describe: 'Whose candidate it is, where both pipelines have one of that entry',
          },
          reason: { type: 'string', requiresArg: true, describe: 'Why; kept with the verdict' },
          expires: {
            type: 'string',
            requiresArg: true,
            describe: 'First day on which it no longer counts (YYYY-MM-DD) [default: it does not expire]',
          },
          reviewer: {
            type: 'string',
            requiresArg: true,
            describe: 'Your name [default: $GIT_AUTHOR_NAME, $USER, $LOGNAME or $USERNAME]',
          },
          import: { type: 'string', requiresArg: true, describe: 'FILE of verdicts that report.html exported' },
          list: { type: 'boolean', describe: 'List verdicts, what each does, and precision' },
          json: { type: 'boolean', default: false, describe: 'Print the result as JSON on standard output' },
        })
        .conflicts('dismiss', ['confirm', 'import', 'list'])
        .conflicts('confirm', ['import', 'list'])
        .conflicts('import', ['reason', 'expires', 'pipeline', 'reviewer'])
        .example('$0 review', 'candidate after candidate, on this terminal')
        .example('$0 review --dismiss official:io.github.a/b --reason "our own fork"', 'one verdict')
        .example('$0 review --import verdicts.ndjson', 'what was decided on the page')
        .example('$0 review --list', 'what verdicts hide, and how many candidates were right'),
    async (options) => finish(await (await import('../commands/review.ts')).review(options)),
  );
}
