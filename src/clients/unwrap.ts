import { leadingOptions, programOf, type Words, wordsOf } from './words.ts';

const MAX_WRAPPERS = 6;
const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'fish', 'ksh']);
const POWERSHELLS = new Set(['powershell', 'pwsh']);
/** Programs that start what follows their options. */
const STARTERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['env', new Set(['-u', '--unset', '-C', '--chdir'])],
  ['cross-env', new Set()],
  ['nohup', new Set()],
  ['sudo', new Set(['-u', '--user', '-g', '--group'])],
  ['time', new Set()],
  ['nice', new Set(['-n'])],
  ['stdbuf', new Set(['-i', '-o', '-e'])],
  ['dotenv', new Set(['-e', '-f', '-p', '-v'])],
  ['dotenvx', new Set(['-f', '-e', '--env'])],
  ['mise', new Set()],
  ['asdf', new Set()],
  ['volta', new Set()],
]);
/** Of these, programs that choose a runtime first. */
const MANAGERS = new Set(['mise', 'asdf', 'volta', 'dotenvx']);
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]{0,100}=/;

/** What is started at the end, without `cmd /c`, `bash -c`, `env X=Y` and alike before it; null where a shell does more than that. */
export function unwrapped(words: Words): Words | null {
  let inner = splitCommand(words);
  for (let level = 0; level < MAX_WRAPPERS && inner !== null; level += 1) {
    const next = unwrappedOnce(inner);
    if (next === inner) return inner;
    inner = next;
  }
  return inner;
}

/** Some write the whole line into `command`; a path with a blank in it stays one. */
function splitCommand({ command, args }: Words): Words | null {
  if (!/\s/.test(command) || /^(?:[A-Za-z]:)?[/\\~.]/.test(command)) return { command, args };
  const words = wordsOf(command);
  return words === null ? null : { command: words.command, args: [...words.args, ...args] };
}

function unwrappedOnce(words: Words): Words | null {
  const program = programOf(words.command);
  if (program === 'cmd') return afterSwitch(words, /^\/[ck]$/i, (arg) => arg.startsWith('/'));
  if (SHELLS.has(program)) return ofShell(words);
  if (POWERSHELLS.has(program))
    return afterSwitch(words, /^-c(?:ommand)?$/i, (arg) => arg.startsWith('-') || /^bypass$/i.test(arg));
  const options = STARTERS.get(program);
  if (options === undefined) return words;
  const [command, ...args] = MANAGERS.has(program)
    ? managed(words.args)
    : afterAssignments(leadingOptions(words.args, options).rest);
  return command === undefined ? words : { command, args };
}

/** `X=Y` and `--` before the program. */
function afterAssignments(rest: readonly string[]): readonly string[] {
  const at = rest.findIndex((word) => word !== '--' && !ASSIGNMENT.test(word));
  return at < 0 ? [] : rest.slice(at);
}

/** `mise x node@22 -- npx …`, `volta run npx …`: what stands after `--`, else after the verb. */
function managed(args: readonly string[]): readonly string[] {
  const dashes = args.indexOf('--');
  if (dashes >= 0) return args.slice(dashes + 1);
  return args.slice(args.findIndex((word) => /^(?:x|exec|run)$/.test(word)) + 1);
}

/** `cmd /c npx …`, where the line may also be one argument. */
function afterSwitch(words: Words, isSwitch: RegExp, isOption: (arg: string) => boolean): Words | null {
  const at = words.args.findIndex((arg) => isSwitch.test(arg));
  if (at < 0 || !words.args.slice(0, at).every(isOption)) return words;
  const [command, ...args] = words.args.slice(at + 1);
  if (command === undefined) return words;
  return args.length === 0 ? wordsOf(command) : { command, args };
}

/** `bash -lc "npx -y …"`; a script's path is no wrapper. */
function ofShell(words: Words): Words | null {
  const at = words.args.findIndex((arg) => /^-[a-z]{0,4}c$/.test(arg));
  if (at < 0) return words;
  const line = words.args[at + 1];
  if (line === undefined) return words;
  return wordsOf(line.trim().replace(/^exec\s+/, ''));
}
