import yargs, { type Argv } from 'yargs';
import { addAudit } from './cli/audit.ts';
import { addCapture } from './cli/capture.ts';
import { addEvaluate } from './cli/evaluate.ts';
import { addDiff } from './cli/diff.ts';
import { addInfo } from './cli/info.ts';
import { addIntel } from './cli/intel.ts';
import { refusal } from './cli/refusal.ts';
import { addReview } from './cli/review.ts';
import { addScan } from './cli/scan.ts';
import { addSearch } from './cli/search.ts';
import { addSignals } from './cli/signals.ts';
import { addStatus } from './cli/status.ts';
import { addTrend } from './cli/trend.ts';
import { addVerify } from './cli/verify.ts';
import { EXIT, UsageError } from './commands/exit.ts';
import { reportFailure } from './commands/failure.ts';
import { tool } from './commands/tool.ts';

/** In the order of `--help`; each adds its options, and loads its command only when it is the one called. */
const VERBS = [
  addScan,
  addSearch,
  addInfo,
  addVerify,
  addAudit,
  addStatus,
  addReview,
  addDiff,
  addTrend,
  addCapture,
  addIntel,
  addSignals,
  addEvaluate,
];

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
  const base = yargs([...argv])
    .scriptName('registry-audit')
    .usage(
      '$0 <command>\n\nReads the metadata of five MCP registries, npm and PyPI by GET, keeps it as a dated snapshot, and ranks ' +
        'candidates for a person to read. Nothing is installed or run, and no MCP server is contacted.',
    );
  return VERBS.reduce((known, add) => add(known), base)
    .demandCommand(1, 'Name a command; --help lists them.')
    .strict()
    .check(givenOnce)
    .recommendCommands()
    .version(tool().split('@').at(-1) ?? '')
    .help()
    .alias('help', 'h')
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message, error?: Error) => {
      throw error === undefined || error.name === 'YError'
        ? new UsageError(refusal(message ?? error?.message ?? '', argv))
        : error;
    })
    .epilogue(
      'Keys, where a registry wants one, come from the environment: GLAMA_API_KEY, SMITHERY_API_KEY, PULSEMCP_API_KEY and ' +
        'PULSEMCP_TENANT_ID.\nExit codes: 0 done, 1 --fail-on met, 2 usage, 3 --require-coverage not met, 4 nothing could be read, 70 a bug.',
    );
}

/** yargs makes an array of an option that is given twice, which is right only where the option takes several values. */
function givenOnce(given: object, known: unknown): true {
  const several = new Set(arraysOf(known));
  for (const [name, value] of Object.entries(given)) {
    if (name !== '_' && Array.isArray(value) && !several.has(name)) {
      throw new UsageError(`--${name} was given ${value.length} times; it takes one value.`);
    }
  }
  return true;
}

/** The names of options that take several values, in both spellings; yargs hands over all it knows of its options. */
function arraysOf(known: unknown): readonly string[] {
  const arrays = typeof known === 'object' && known !== null && 'array' in known ? known.array : [];
  return Array.isArray(arrays) ? arrays.flatMap((name) => [String(name), camelCased(String(name))]) : [];
}

function camelCased(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `registry-audit … | head` closes our output early; that is not a failure. */
function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.done);
  });
}
