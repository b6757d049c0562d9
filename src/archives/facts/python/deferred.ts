import type { Arguments } from './calls.ts';
import { KIND } from './grammar.ts';
import type { Call } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childrenOf, kindOf } from './tree.ts';

/** The call that something else is asked to make: `Thread(target=os.system, args=('…',))`, `to_thread(requests.get, url)`; null for none. */
export function deferredCall(
  file: PythonFile,
  { node, path, args }: Pick<Call, 'node' | 'path' | 'args'>,
): Call | null {
  const target = args.named.get('target') ?? args.named.get('function');
  if (target !== undefined) return callOf(file, node, { callee: target, args: packedArguments(file, args) });
  const place = PLACES.get(path.slice(path.lastIndexOf('.') + 1));
  const callee = place === undefined ? undefined : args.positional[place];
  if (place === undefined || callee === undefined) return null;
  return callOf(file, node, { callee, args: { ...args, positional: args.positional.slice(place + 1) } });
}

function callOf(file: PythonFile, node: number, { callee, args }: { callee: number; args: Arguments }): Call | null {
  const name = file.nameOf(callee);
  return name === null ? null : { node, path: name.path, ways: name.ways, args };
}

/** `args=(a, b)` as if they stood there one by one. */
function packedArguments(file: PythonFile, args: Arguments): Arguments {
  const packed = args.named.get('args');
  const kind = packed === undefined ? null : kindOf(file.tree, packed);
  const isSequence = kind === KIND.tuple || kind === KIND.list;
  return {
    positional: packed !== undefined && isSequence ? childrenOf(file.tree, packed) : [],
    named: new Map(),
    spread: [],
  };
}

/** The place of the callee among the arguments of what calls it later, by the last part of its name. */
const PLACES = new Map([
  ['to_thread', 0],
  ['run_sync', 0],
  ['run_in_executor', 1],
  ['submit', 0],
  ['partial', 0],
  ['register', 0],
  ['call_soon', 0],
  ['call_soon_threadsafe', 0],
  ['call_later', 1],
  ['run_in_threadpool', 0],
  ['map', 0],
]);
