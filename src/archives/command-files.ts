import type { Language } from '../model/source.ts';

/** A path that a command runs, from the folder in which the command is started, and what runs it; null where it runs itself. */
export interface CommandFile {
  readonly path: string;
  readonly language: Language | null;
}

const MAX_CHARACTERS = 8_000;
const MAX_WORDS = 1_000;
/** A script that calls a script that calls a script; deeper ones are not followed. */
const MAX_CALLS = 3;
const MAX_SCRIPTS = 50;

const INTERPRETERS: readonly (readonly [RegExp, Language])[] = [
  [/^(?:node|nodejs|bun|bunx|deno|tsx|ts-node|ts-node-esm|zx|jiti|esno|babel-node|electron)$/, 'javascript'],
  [/^(?:pythonw?[\d.]*|pypy[\d.]*|py)$/, 'python'],
  [/^(?:sh|bash|zsh|dash|ksh|fish|cmd|powershell|pwsh|source|\.)$/, 'shell'],
];
/** Options of an interpreter that take a file to run before the one that is named. */
const PRELOADS = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '--preload',
  '-file',
  '-f',
]);
/** Options that take code instead of a file. */
const INLINE = new Set(['-e', '--eval', '-p', '--print', '-pe', '-c', '/c', '/k', '-command', 'eval']);
const RUNNERS = /^(?:npm|pnpm|yarn|bun|npm-run-all|run-s|run-p)$/;
const QUOTED_PATH = /['"`]((?:\.{1,2}\/)?[\w@./-]{1,300})['"`]/g;

/**
 * The files that a command line of package.json or of a program runs, as far as it says so in plain words: `node setup.js`, `sh x.sh`,
 * `node -r ./first.js`, `cd lib && node x`, `npm run other`. Whether they exist is for the caller to find out.
 */
export function filesRunBy(command: string, scripts: ReadonlyMap<string, string>): readonly CommandFile[] {
  const files: CommandFile[] = [];
  const called = new Set<string>();
  const waiting: Line[] = [{ command, folder: '', calls: 0 }];
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    let { folder } = line;
    const { calls } = line;
    for (const words of simpleCommands(line.command)) {
      if (words[0] === 'cd') folder = joined(folder, words[1] ?? '');
      for (const { path, language } of filesOf(words)) files.push({ path: joined(folder, path), language });
      for (const next of calls < MAX_CALLS ? calledScripts(words, scripts) : []) {
        if (called.has(next) || called.size === MAX_SCRIPTS) continue;
        called.add(next);
        waiting.push({ command: next, folder, calls: calls + 1 });
      }
    }
  }
  return files;
}

interface Line {
  readonly command: string;
  readonly folder: string;
  readonly calls: number;
}

function filesOf(words: readonly string[]): readonly CommandFile[] {
  const at = words.findIndex((word) => interpreterOf(word) !== null);
  const language = at === -1 ? null : interpreterOf(words[at] ?? '');
  if (language === null) {
    const program = words.find((word) => !/^[\w.-]{0,100}=/.test(word)) ?? '';
    // A bare word is looked for among installed programs, not here.
    return /[./\\]/.test(program) ? [{ path: program, language: null }] : [];
  }
  const files: CommandFile[] = [];
  for (let index = at + 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [option = '', value] = word.startsWith('--') ? word.split('=', 2) : [word];
    if (INLINE.has(option.toLowerCase())) return [...files, ...filesInCode(words.slice(index + 1).join(' '), language)];
    if (PRELOADS.has(option.toLowerCase())) {
      files.push({ path: value ?? words[index + 1] ?? '', language });
      if (value === undefined) index += 1;
    } else if (word === '-m' && language === 'python') {
      return [...files, ...moduleFiles(words[index + 1] ?? '')];
    } else if (!word.startsWith('-') && word !== 'run') {
      // More than one, since an option before it may have taken the first word.
      files.push({ path: word, language });
      if (/[./]/.test(word)) return files;
    }
  }
  return files;
}

/** A shell's `-c` takes a command line, an interpreter's a program that names files in quotes. */
function filesInCode(code: string, language: Language): readonly CommandFile[] {
  if (language === 'shell') return filesRunBy(code, new Map());
  return [...code.matchAll(QUOTED_PATH)].map(([, path = '']) => ({ path, language }));
}

function moduleFiles(module: string): readonly CommandFile[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__main__.py`].map((each) => ({ path: each, language: 'python' }));
}

/** npm runs `prex` and `postx` around `x`. */
function calledScripts(words: readonly string[], scripts: ReadonlyMap<string, string>): readonly string[] {
  const isRunner = words.some((word) => RUNNERS.test(programOf(word)) || word === '--run');
  const around = (isRunner ? words : []).flatMap((name) => [`pre${name}`, name, `post${name}`]);
  return around.flatMap((name) => scripts.get(name) ?? []);
}

function interpreterOf(word: string): Language | null {
  const program = programOf(word);
  return INTERPRETERS.find(([names]) => names.test(program))?.[1] ?? null;
}

function programOf(word: string): string {
  return (word.split(/[/\\]/).pop() ?? '').toLowerCase().replace(/\.(?:exe|cmd)$/, '');
}

function joined(folder: string, path: string): string {
  return path.startsWith('/') || folder === '' ? path : `${folder}/${path}`;
}

/** Words of each command in a line, quotes taken off. */
function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word = '';
  let quote = '';
  const endWord = (): void => {
    if (word !== '' && words.length < MAX_WORDS) words.push(word);
    word = '';
  };
  for (const character of `${line.slice(0, MAX_CHARACTERS)}\n`) {
    if (quote !== '') {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === '"' || character === "'") quote = character;
    else if (/\s/.test(character) && character !== '\n') endWord();
    else if (/[;&|()\n]/.test(character)) {
      endWord();
      commands.push(words);
      words = [];
    } else word += character;
  }
  endWord();
  commands.push(words);
  return commands.filter((each) => each.length > 0);
}
