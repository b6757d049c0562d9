import { parse, type ParserOptions } from '@babel/parser';
import type { Comment, Program } from '@babel/types';

/** A syntax tree takes up to 45 bytes a character; above this a worker thread would not hold it beside everything else. */
export const MAX_PARSED_CHARACTERS = 4_500_000;
/** Flow's own mark, which its files carry; its annotations are no errors then. */
const FLOW_MARK = /@flow\b/;
const MARK_CHARACTERS = 2_000;
const MAX_REASON_CHARACTERS = 120;

export type Parsed =
  | { readonly how: 'parsed'; readonly program: Program; readonly comments: readonly Comment[] }
  | {
      readonly how: 'recovered';
      readonly program: Program;
      readonly comments: readonly Comment[];
      readonly errors: number;
    }
  | { readonly how: 'refused'; readonly reason: string };

/**
 * The syntax tree of a JavaScript or TypeScript file, by its extension: .ts .mts .cts .tsx are TypeScript, .jsx .tsx and .js may hold JSX.
 *
 * Refused where the parser gives up, where the nesting is deeper than its stack, and where the file is longer than 4,500,000 characters.
 */
export function parseJavascript(text: string, path: string): Parsed {
  if (text.length > MAX_PARSED_CHARACTERS) {
    return { how: 'refused', reason: `longer than ${MAX_PARSED_CHARACTERS} characters` };
  }
  return parsedInAny(text, path);
}

/** The same for a part of a file, without a bound; null where it is refused. */
export function parsedProgram(text: string, path: string): Program | null {
  const parsed = parsedInAny(text, path);
  return parsed.how === 'refused' ? null : parsed.program;
}

function parsedInAny(text: string, path: string): Parsed {
  const [first, second] = dialects(text, path);
  const parsed = parsedAs(text, first);
  if (parsed.how !== 'refused' || parsed.reason === TOO_DEEP) return parsed;
  const again = parsedAs(text, second);
  return again.how === 'refused' ? parsed : again;
}

type Dialect = NonNullable<ParserOptions['plugins']>;

/** Most likely first; the second is tried where the first gives up. */
function dialects(text: string, path: string): readonly [Dialect, Dialect] {
  const jsx: Dialect = ['jsx', ...PROPOSALS];
  const typescript: Dialect = ['typescript', ...PROPOSALS];
  const both: Dialect = ['typescript', 'jsx', ...PROPOSALS];
  const name = path.toLowerCase();
  if (name.endsWith('.tsx')) return [both, typescript];
  if (/\.[mc]?ts$/.test(name)) return [typescript, both];
  if (FLOW_MARK.test(text.slice(0, MARK_CHARACTERS))) return [['flow', ...jsx], jsx];
  return [jsx, typescript];
}

/** What compilers and engines take today beside the standard. */
const PROPOSALS: Dialect = [
  'decorators',
  'decoratorAutoAccessors',
  'deferredImportEvaluation',
  'sourcePhaseImports',
  'exportDefaultFrom',
];
const TOO_DEEP = 'nested deeper than its parser can follow';

function parsedAs(text: string, plugins: Dialect): Parsed {
  try {
    const { program, comments, errors } = parse(text, { ...TOLERANT, plugins });
    const read = { program, comments: comments ?? [] };
    return errors.length === 0 ? { how: 'parsed', ...read } : { how: 'recovered', ...read, errors: errors.length };
  } catch (error) {
    return { how: 'refused', reason: refusalOf(error) };
  }
}

/** What Node itself or a bundler would take, and more: a file that no engine runs is not worth an error of its own. */
const TOLERANT = {
  sourceType: 'unambiguous',
  errorRecovery: true,
  attachComment: false,
  locations: false,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowNewTargetOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowImportExportEverywhere: true,
} as const satisfies ParserOptions;

function refusalOf(error: unknown): string {
  if (error instanceof RangeError) return TOO_DEEP;
  const message = error instanceof Error ? error.message : String(error);
  return `its parser gave up: ${message.slice(0, MAX_REASON_CHARACTERS)}`;
}
