/** A program and its arguments, as they stand in settings. */
export interface Words {
  readonly command: string;
  readonly args: readonly string[];
}

/** A shell is asked to do more than start one program; what, is not followed. */
const SHELL_SYNTAX = /[;&|<>`\n]|\$\(/;
const MAX_LINE_CHARACTERS = 4_000;
const WORD = /"([^"]{0,2000})"|'([^']{0,2000})'|(\S{1,2000})/g;

/** `npx` of `C:\Program Files\nodejs\npx.cmd`: without folder and ending, in lower case. */
export function programOf(command: string): string {
  const last = command.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\.(?:exe|cmd|bat|ps1|com)$/i, '').toLowerCase();
}

/** The one command of a line; null where it is more than that. */
export function wordsOf(line: string): Words | null {
  const text = line.slice(0, MAX_LINE_CHARACTERS).trim();
  if (text === '' || SHELL_SYNTAX.test(text)) return null;
  const [command, ...args] = [...text.matchAll(WORD)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return command === undefined ? null : { command, args };
}

export interface Parsed {
  /** Values of the options that were asked for, by the names given, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** What stands after the options. */
  readonly rest: readonly string[];
}

/**
 * The options before the first plain word.
 *
 * `withValue` are those followed by a value; all others stand alone. `--name=value` is understood of each.
 */
export function leadingOptions(args: readonly string[], withValue: ReadonlySet<string>): Parsed {
  const values = new Map<string, string[]>();
  let index = 0;
  for (; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      index += 1;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (equals < 0 && !withValue.has(name)) {
      values.set(name, [...(values.get(name) ?? []), '']);
      continue;
    }
    if (equals < 0) index += 1;
    values.set(name, [...(values.get(name) ?? []), equals < 0 ? (args[index] ?? '') : arg.slice(equals + 1)]);
  }
  return { values, rest: args.slice(index) };
}
