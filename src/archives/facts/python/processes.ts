import { commandCategory } from '../commands.ts';
import { argument } from './calls.ts';
import {
  DECODING,
  isText,
  NO_WAYS,
  partOf,
  wholeText,
  type Constant,
  type TextConstant,
  type Ways,
} from './constants.ts';
import { valueNode } from './entries.ts';
import { noteDecoded } from './execution.ts';
import { KIND } from './grammar.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { originOf } from './techniques.ts';
import { childrenOf, kindOf, type SyntaxTree } from './tree.ts';

/** Process starts whose command line or list of arguments stands at a place. */
const COMMANDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...['run', 'call', 'check_call', 'check_output', 'Popen', 'getoutput', 'getstatusoutput'].map(
    (name): [string, number] => [`subprocess.${name}`, 0],
  ),
  ...['system', 'popen', 'popen2', 'popen3', 'startfile'].map((name): [string, number] => [`os.${name}`, 0]),
  ...['execv', 'execve', 'execvp', 'execvpe', 'posix_spawn', 'posix_spawnp'].map((name): [string, number] => [
    `os.${name}`,
    1,
  ]),
  ...['spawnv', 'spawnve', 'spawnvp', 'spawnvpe'].map((name): [string, number] => [`os.${name}`, 2]),
  ['pty.spawn', 0],
  ['commands.getoutput', 0],
  ['commands.getstatusoutput', 0],
  ['asyncio.create_subprocess_shell', 0],
  ['anyio.run_process', 0],
  ['anyio.open_process', 0],
  ['trio.run_process', 0],
  ['pexpect.spawn', 0],
  ['pexpect.run', 0],
  ['ptyprocess.PtyProcess.spawn', 0],
  ['distutils.spawn.spawn', 0],
  ['invoke.run', 0],
  ['platform.popen', 0],
]);
/** Process starts that take the program and its arguments one by one from a place on. */
const SPREAD: ReadonlyMap<string, number> = new Map<string, number>([
  ['asyncio.create_subprocess_exec', 0],
  ...['execl', 'execle', 'execlp', 'execlpe'].map((name): [string, number] => [`os.${name}`, 1]),
  ...['spawnl', 'spawnle', 'spawnlp', 'spawnlpe'].map((name): [string, number] => [`os.${name}`, 2]),
  ['ctypes.windll.shell32.ShellExecuteW', 2],
  ['ctypes.windll.shell32.ShellExecuteA', 2],
]);
const MAX_WORDS = 10;
const PYTHON = /^(?:[\w./\\:-]{0,100}[/\\])?python[\d.]{0,5}w?(?:\.exe)?$/i;

export const PROCESSES: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ...[...COMMANDS].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => {
      const at = argument(call.args, place, 'args', 'cmd', 'command', 'argv');
      start(file, call, { words: at === null ? [] : wordsOf(file, at), at: at === null ? [] : [at], notes });
    },
  ]),
  ...[...SPREAD].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => {
      const at = call.args.positional.slice(place);
      start(file, call, { words: at.map((node) => file.fold(node)), at, notes });
    },
  ]),
]);

interface Start {
  readonly words: readonly (Constant | null)[];
  readonly at: readonly number[];
  readonly notes: Notes;
}

function start(file: PythonFile, call: Call, { words, at, notes }: Start): void {
  at.forEach(notes.told);
  const line = commandLine(words);
  const input = inputOf(file, call);
  const program = wholeText(words[0]) ?? '';
  const isShell = commandCategory(program) === 'shell';
  const value = isShell && input !== null ? `${line.value}\n${input.text}` : line.value;
  const category = value === '' ? null : commandCategory(value);
  const ways = line.ways | call.ways | (isShell && input !== null ? input.ways : NO_WAYS);
  const by = displayed(call.path);
  notes.add('process', call.node, { value, by, category, ways });
  noteDecoded(call.node, { value, by, ways, decoding: decodingOf(file, words, at) }, notes);
  if (!PYTHON.test(program)) return;
  const code = wholeText(words[1]) === '-c' ? words[2] : input;
  if (isText(code) && code.whole) notes.runs({ text: readable(code), node: call.node, ways: code.ways });
}

/** How the command was decoded. */
function decodingOf(file: PythonFile, words: readonly (Constant | null)[], at: readonly number[]): Ways {
  const known = words.reduce((set, word) => set | (word?.ways ?? NO_WAYS), NO_WAYS) & DECODING;
  const isKnown = words.length > 0 && words.every((word) => isText(word) && word.whole);
  return isKnown ? known : at.slice(0, MAX_WORDS).reduce((set, node) => set | originOf(file, node).ways, known);
}

/** What a process is given to read at once. */
function inputOf(file: PythonFile, call: Call): TextConstant | null {
  const node = call.args.named.get('input');
  const constant = node === undefined ? null : file.fold(node);
  return isText(constant) && constant.whole ? constant : null;
}

/** Words with blanks between them, `*` for what is not known; '' where nothing is. */
function commandLine(words: readonly (Constant | null)[]): { readonly value: string; readonly ways: Ways } {
  const parts = words.map(partOf);
  const value = parts
    .map((part) => part.text)
    .join(' ')
    .trim();
  const isKnown = /[A-Za-z]/.test(value);
  return isKnown
    ? { value, ways: parts.reduce((set, part) => set | part.ways, NO_WAYS) }
    : { value: '', ways: NO_WAYS };
}

/** The words of a list, also where some are not known; a text is one word. */
function wordsOf(file: PythonFile, node: number): readonly (Constant | null)[] {
  const constant = file.fold(node);
  if (isText(constant)) return [constant];
  if (constant?.is === 'list') return constant.items;
  const value = valueNode(file, node);
  return isSequence(file.tree, value) ? childrenOf(file.tree, value).map((child) => file.fold(child)) : [];
}

function isSequence(tree: SyntaxTree, node: number): boolean {
  const kind = kindOf(tree, node);
  return kind === KIND.list || kind === KIND.tuple;
}

function readable(constant: TextConstant): string {
  return constant.is === 'bytes' ? Buffer.from(constant.text, 'latin1').toString('utf8') : constant.text;
}
