import { COMMAND_NAMES, COMMAND_PATTERNS } from './command-names.ts';

/** What a program on a command line is for. */
export type CommandCategory = keyof typeof COMMAND_NAMES;

const MAX_CHARACTERS = 4_000;
const MAX_PARTS = 100;
const MAX_PART_CHARACTERS = 1_000;
/** What a line is divided at: each part has a first program of its own, also inside quotes and substitutions. */
const SEPARATORS = /&&|\|\||[;|\n\r`]|(?<!>)&(?![>\d])|\$\(|<\(|\)/;
const ASSIGNMENT = /^(?:\$env:)?[a-z_]\w{0,100}=/;
/** Programs and words that start the program after them. */
const STARTERS = new Set(
  `sudo doas env nohup exec command time timeout nice ionice setsid stdbuf xargs start call do then else if while until ! cross-env
  dotenv detach unbuffer caffeinate builtin start-process`.split(/\s+/),
);
const OPTION = /^[-+]|^\d+[smhd]?$/;
/** Options whose value is the next word. */
const VALUED = new Set(
  '-u -g -n --user --group --profile --region --project --account --subscription --namespace --context --cluster'.split(
    ' ',
  ),
);
/** The option after which a shell takes a command line. */
const INLINE = /^(?:-(?!e)[a-z]{0,4}c|\/[ck]|-command)$/;
/** What follows them is a command line as it is. */
const EVALUATING = new Set(['eval', 'iex', 'invoke-expression']);
const SHELLS = new Set('sh bash zsh dash ksh ash fish csh tcsh busybox cmd powershell pwsh su ssh'.split(' '));
/** `python3.12`, `pip3`: the number is no other program. */
const NUMBERED = /^(python|pip|perl|php|ruby|lua)[\d.]{1,8}$/;
const CRON_LIST = /^crontab\s{1,5}-l\s{0,5}$/;

interface Row {
  readonly words: readonly string[];
  readonly category: CommandCategory;
}

const CATEGORIES: readonly CommandCategory[] = [
  'destructive',
  'credential-tool',
  'persistence',
  'agent-cli',
  'download',
  'shell',
  'package-manager',
  'interpreter',
];
const ROWS = rowsByProgram();

/**
 * What the heaviest part of a command line is for; null where no part is on a list, as for `git status`.
 *
 * In the order of weight: destructive, credential-tool, persistence, agent-cli, download, shell, package-manager, interpreter. A list of
 * arguments is asked about joined with blanks.
 */
export function commandCategory(command: string): CommandCategory | null {
  const met = new Set(partsOf(command).flatMap(categoriesOf));
  return CATEGORIES.find((category) => met.has(category)) ?? null;
}

/** The first program of each part of a command line, in lower case, without folder and `.exe`; in order, each once. */
export function programsOf(command: string): readonly string[] {
  return [...new Set(partsOf(command).map((part) => part[0] ?? ''))].filter((program) => program !== '');
}

/** The parts of a command line as written, in order. */
export function commandParts(command: string): readonly string[] {
  return command.slice(0, MAX_CHARACTERS).split(SEPARATORS, MAX_PARTS);
}

function categoriesOf(part: readonly string[]): readonly CommandCategory[] {
  const line = part.join(' ').slice(0, MAX_PART_CHARACTERS);
  if (CRON_LIST.test(line)) return [];
  const words = part.filter(
    (word, index) => index === 0 || !(word.startsWith('-') || VALUED.has(part[index - 1] ?? '')),
  );
  const rows = (ROWS.get(words[0] ?? '') ?? []).filter((row) =>
    row.words.every((word, index) => word === words[index]),
  );
  const patterns = COMMAND_PATTERNS.filter(([, pattern]) => pattern.test(line));
  return [...rows.map(({ category }) => category), ...patterns.map(([category]) => category)];
}

/** Parts as words, the program first. */
function partsOf(command: string): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (const part of commandParts(command.toLowerCase())) addPart(parts, wordsOf(part));
  return parts;
}

function wordsOf(part: string): readonly string[] {
  return part
    .replace(/["'(){}]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What a shell is handed on its line is a part of its own; so is what `sudo` or `env` starts. */
function addPart(parts: (readonly string[])[], words: readonly string[]): void {
  let rest = words;
  for (;;) {
    rest = withoutStarters(rest);
    if (rest.length === 0) return;
    const program = programName(rest[0] ?? '');
    parts.push([program, ...rest.slice(1)]);
    if (EVALUATING.has(program)) {
      rest = rest.slice(1);
      continue;
    }
    const inline = SHELLS.has(program) ? rest.findIndex((word, index) => index > 0 && INLINE.test(word)) : -1;
    if (inline < 0) return;
    rest = rest.slice(inline + 1);
  }
}

function withoutStarters(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const isOption = at > 0 && (OPTION.test(word) || VALUED.has(words[at - 1] ?? ''));
    if (!isOption && !ASSIGNMENT.test(word) && !STARTERS.has(programName(word))) break;
    at += 1;
  }
  return words.slice(at);
}

function programName(word: string): string {
  const name = word
    .slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1)
    .replace(/\.(?:exe|cmd|bat|ps1)$/, '');
  return name.replace(NUMBERED, '$1');
}

function rowsByProgram(): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const category of CATEGORIES) {
    for (const written of COMMAND_NAMES[category].flatMap((line) => line.split(', '))) {
      const words = written.split(' ');
      const program = words[0] ?? '';
      rows.set(program, [...(rows.get(program) ?? []), { words, category }]);
    }
  }
  return rows;
}
