import { readable } from '../decoded.ts';
import { argument } from './calls.ts';
import { decodedBy, DECODING, isText, NO_WAYS, ways, type Constant, type Ways } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { originOf, type Origin } from './techniques.ts';
import { bare, childIn, kindOf } from './tree.ts';
import { valuesOf } from './values.ts';

/** What runs text or bytes as code, by the place of the code. */
const RUNNING: ReadonlyMap<string, number> = new Map<string, number>([
  ['exec', 0],
  ['eval', 0],
  ['execfile', 0],
  ['compile', 0],
  ['types.FunctionType', 0],
  ['types.CodeType', 12],
  ['runpy.run_path', 0],
  ['code.InteractiveInterpreter().runsource', 0],
  ['code.InteractiveInterpreter().runcode', 0],
  ['code.InteractiveConsole().push', 0],
  ['timeit.timeit', 0],
  ['ctypes.CDLL', 0],
  ['ctypes.WinDLL', 0],
  ['ctypes.PyDLL', 0],
  ['ctypes.cdll.LoadLibrary', 0],
  ['ctypes.windll.LoadLibrary', 0],
  ['importlib.util.spec_from_file_location', 1],
  ['importlib.machinery.SourceFileLoader', 1],
  ['imp.load_source', 1],
]);
/** Loading what was kept runs what it says; ordinary for caches, so that only what is decoded or came over the network counts. */
const LOADING: ReadonlySet<string> = new Set([
  'pickle.loads',
  'pickle.load',
  'marshal.loads',
  'yaml.unsafe_load',
  'jsonpickle.decode',
]);

export const EXECUTION: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ...[...RUNNING].map(([path, place]): [string, Recognise] => [
    path,
    (file, call, notes) => {
      const code = argument(call.args, place, 'source', 'object', 'location', 'path');
      if (code !== null && !isCompiledHere(file, code))
        run(file, { node: call.node, by: displayed(call.path), code, ways: call.ways }, notes);
    },
  ]),
  ...[...LOADING].map((path): [string, Recognise] => [path, load]),
]);

export interface Run {
  readonly node: number;
  readonly by: string;
  readonly code: number;
  /** How the callee was hidden. */
  readonly ways: Ways;
}

/** Notes code that is run: what it says, where it was decoded from, and what it does itself. */
export function run(file: PythonFile, { node, by, code, ways: spelling }: Run, notes: Notes): void {
  notes.told(code);
  const constants = valuesOf(file, code);
  for (const constant of constants.length === 0 ? [null] : constants) {
    const known = constant?.ways ?? NO_WAYS;
    const origin = isWhole(constant) ? null : originOf(file, code);
    const decoding = (known | (origin?.ways ?? NO_WAYS)) & DECODING;
    const text = codeOf(constant);
    const all = spelling | known | decoding;
    notes.add('execution', node, { value: text ?? '', by, ways: all, category: categoryOf(origin) });
    noteDecoded(node, { value: text ?? '', by, ways: all, decoding }, notes);
    if (text !== null && text !== '') notes.runs({ text, node, ways: all & DECODING });
  }
}

/** Notes that what is run was decoded first, where it was. */
export function noteDecoded(
  node: number,
  {
    decoding,
    by,
    ...rest
  }: { readonly value: string; readonly by: string; readonly ways: Ways; readonly decoding: Ways },
  notes: Notes,
): void {
  const way = decodedBy(decoding);
  if (way !== null) notes.add('decoded-execution', node, { ...rest, by: `${by} of ${way}` });
}

function categoryOf(origin: Origin | null): string | null {
  return origin?.from === 'network' ? 'from-network' : null;
}

function isWhole(constant: Constant | null): boolean {
  return isText(constant) && constant.whole;
}

/** The code as text; null where it is not known, or is compiled. */
function codeOf(constant: Constant | null): string | null {
  if (!isText(constant)) return null;
  const text = constant.is === 'bytes' ? Buffer.from(constant.text, 'latin1').toString('utf8') : constant.text;
  return readable(text) ? text : null;
}

/** `exec(compile(…))`: told at the inner call, whose argument the code is. */
function isCompiledHere(file: PythonFile, node: number): boolean {
  const inner = bare(file.tree, node);
  const callee = kindOf(file.tree, inner) === KIND.call ? childIn(file.tree, inner, FIELD.function) : null;
  const path = callee === null ? null : file.nameOf(callee)?.path;
  return path === 'compile';
}

function load(file: PythonFile, call: Call, notes: Notes): void {
  const code = argument(call.args, 0, 'data', 'file');
  if (code === null) return;
  const constant = file.fold(code);
  const origin = originOf(file, code);
  const decoding = (origin.ways | (constant?.ways ?? NO_WAYS)) & DECODING & ~ways('pickle');
  const isLiteral = kindOf(file.tree, bare(file.tree, code)) === KIND.string;
  if (decoding === NO_WAYS && !isLiteral && origin.from !== 'network') return;
  const by = displayed(call.path);
  const set = call.ways | decoding;
  notes.add('execution', call.node, { value: '', by, ways: set, category: categoryOf(origin) });
  noteDecoded(call.node, { value: '', by, ways: set, decoding }, notes);
}
