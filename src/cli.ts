import yargs, { type Argv } from 'yargs';
import { TIERS } from './model/candidate.ts';
import { EXIT, type ExitCode, UsageError } from './commands/exit.ts';
import { reportFailure } from './commands/failure.ts';
import { tool } from './commands/tool.ts';

const REGISTRIES = ['official', 'glama', 'smithery', 'mcp-so', 'pulsemcp'] as const;

/** Parses the command line, loads the one command it names, and sets the exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  quietOnClosedPipe();
  try {
    await program(argv).parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error, process.stderr);
  }
}

function program(argv: readonly string[]): Argv {
  return yargs([...argv])
    .scriptName('registry-audit')
    .usage(
      '$0 <command>\n\nReads the metadata of five MCP registries, npm and PyPI by GET, keeps it as a dated snapshot, and ranks ' +
        'candidates for a person to read. Nothing is installed or run, and no MCP server is contacted.',
    )
    .command(
      'scan',
      'Score a snapshot; without --snapshot, today’s, captured first',
      (command) =>
        captureOptions(shared(command))
          .options({
            snapshot: { type: 'string', requiresArg: true, describe: 'Date of the snapshot to score (YYYY-MM-DD)' },
            baseline: { type: 'string', requiresArg: true, describe: 'Date of an earlier snapshot to compare with' },
            out: { type: 'string', requiresArg: true, describe: 'Folder for the reports [default: reports/<date>]' },
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
            'package',
            'packages',
          ])
          .conflicts('package', ['baseline', 'registry', 'updated-since', 'require-coverage'])
          .conflicts('packages', ['baseline', 'registry', 'updated-since', 'require-coverage'])
          .example('$0 scan --snapshot 2026-06-29', 'score the snapshot that comes with the program')
          .example('$0 scan', 'capture today’s registries, then score them')
          .example('$0 scan --package npm:@scope/name@1.2.3', 'what that release started to do')
          .example('$0 scan --snapshot 2026-06-29 --fail-on review-first --json', 'a gate for a pipeline'),
      async (options) => finish(await (await import('./commands/scan.ts')).scan(options)),
    )
    .command(
      'capture',
      'Fill a snapshot by GET',
      (command) =>
        captureOptions(shared(command))
          .options({
            date: { type: 'string', requiresArg: true, describe: 'Date of the snapshot [default: today, UTC]' },
            replace: {
              type: 'boolean',
              default: false,
              describe: 'Capture again over a finished snapshot of that date',
            },
          })
          .example('$0 capture', 'today’s snapshot of all five registries')
          .example('$0 capture --registry official --depth metadata', 'one registry, without release histories')
          .example('$0 capture --base-url official=http://127.0.0.1:8080', 'from a mirror or a test server'),
      async (options) => finish(await (await import('./commands/capture.ts')).capture(options)),
    )
    .command(
      'signals [id]',
      'The catalogue of signals; one signal explained',
      (command) =>
        command
          .positional('id', { type: 'string', describe: 'Such as rug-pull/install-script-added' })
          .options({ json: { type: 'boolean', default: false, describe: 'Machine-readable output' } })
          .example('$0 signals lookalike/official-claim', 'what it looks at, what it weighs, when it is innocent'),
      async (options) => finish((await import('./commands/signals.ts')).signals(options)),
    )
    .demandCommand(1, 'Name a command: scan, capture or signals.')
    .strict()
    .recommendCommands()
    .version(tool().split('@').at(-1) ?? '')
    .help()
    .alias('help', 'h')
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message, error?: Error) => {
      throw error === undefined || error.name === 'YError' ? new UsageError(message ?? error?.message) : error;
    })
    .epilogue(
      'Keys, where a registry wants one, come from the environment: GLAMA_API_KEY, SMITHERY_API_KEY, PULSEMCP_API_KEY and ' +
        'PULSEMCP_TENANT_ID.\nExit codes: 0 done, 1 --fail-on met, 2 usage, 3 --require-coverage not met, 4 nothing could be read, 70 a bug.',
    );
}

function shared<T>(command: Argv<T>) {
  return command.options({
    snapshots: { type: 'string', requiresArg: true, default: 'snapshots', describe: 'Folder of snapshots' },
    json: { type: 'boolean', default: false, describe: 'Print the result as JSON on standard output' },
    progress: { type: 'boolean', default: true, describe: 'Show progress on standard error (--no-progress: do not)' },
    verbose: { type: 'boolean', default: false, describe: 'Log each request and retry on standard error' },
  });
}

function captureOptions<T>(command: Argv<T>) {
  return command.options({
    registry: {
      choices: REGISTRIES,
      array: true,
      requiresArg: true,
      describe: 'Capture only these registries [default: all five]',
    },
    depth: {
      choices: ['metadata', 'package', 'source'] as const,
      default: 'source' as const,
      requiresArg: true,
      describe:
        'How deep to read: the registries’ records, also release histories of npm and PyPI, also published archives',
    },
    package: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe:
        'npm:NAME[@VERSION] or pypi:NAME[@VERSION]: scan only this package, or capture its archives in any case',
    },
    packages: {
      type: 'string',
      requiresArg: true,
      describe: 'File of such packages, one a line (- reads standard input)',
    },
    'source-budget': {
      type: 'number',
      requiresArg: true,
      describe: 'Releases whose archives are read [default: 300 of a capture, all of named packages]',
    },
    versions: {
      choices: ['all', 'latest'] as const,
      default: 'all' as const,
      requiresArg: true,
      describe: 'Read every version a registry keeps of a server, or only the latest',
    },
    'updated-since': {
      type: 'string',
      requiresArg: true,
      describe: 'Only rows changed since then (RFC 3339), where a registry can tell',
    },
    cache: { type: 'string', requiresArg: true, describe: 'Folder of the response cache, or a keyv store’s URL' },
    offline: { type: 'boolean', default: false, describe: 'Answer only from the cache' },
    'base-url': {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'ID=URL: ask a mirror instead (https, or http on loopback); IDs are the registries, npm and pypi',
    },
  });
}

function finish(code: ExitCode): void {
  process.exitCode = code;
}

/** `registry-audit … | head` closes our output early; that is not a failure. */
function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.done);
  });
}
