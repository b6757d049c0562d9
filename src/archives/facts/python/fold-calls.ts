import { argument, argumentsOf, type Arguments } from './calls.ts';
import { isText, wholeText, type Constant, type TextConstant } from './constants.ts';
import { DECODERS, decoderOf } from './decoders.ts';
import { valueNode, valueOfKey } from './entries.ts';
import { FUNCTIONS } from './fold-functions.ts';
import { METHODS } from './fold-methods.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Given, PythonFile } from './python-file.ts';
import { childIn, identifierOf, kindOf } from './tree.ts';

/** What functions of the standard library and methods of constants are given, folded as they ask for it. */
export interface FoldedArguments {
  readonly count: number;
  /** null where it is not given or not known. */
  at(place: number, ...names: readonly string[]): Constant | null;
  all(): readonly (Constant | null)[];
  named(): readonly (readonly [string, Constant | null])[];
}

/** The result of a call of the standard library or of a method of a constant; null where it is neither, or not known. */
export function foldCall(file: PythonFile, node: number, given: Given | null): Constant | null {
  const callee = childIn(file.tree, node, FIELD.function);
  if (callee === null) return null;
  const written = argumentsOf(file.tree, node);
  const args = foldedArguments(file, written, given);
  const name = file.nameOf(callee)?.path ?? '';
  const decoder = DECODERS.get(name);
  if (decoder !== undefined) return decoded(file, args.at(0, 's', 'data'), decoder);
  if (name.startsWith('codecs.')) return codec(file, name, args);
  const compute = FUNCTIONS.get(name);
  if (compute !== undefined) return compute(file, args);
  return kindOf(file.tree, callee) === KIND.attribute ? method(file, callee, { args, written, given }) : null;
}

interface MethodCall {
  readonly args: FoldedArguments;
  readonly written: Arguments;
  readonly given: Given | null;
}

function method(file: PythonFile, callee: number, { args, written, given }: MethodCall): Constant | null {
  const object = childIn(file.tree, callee, FIELD.object);
  const attribute = childIn(file.tree, callee, FIELD.attribute);
  if (object === null || attribute === null) return null;
  const name = identifierOf(file.tree, attribute);
  if (name === 'get') return entryWith(file, object, written);
  const compute = METHODS.get(name);
  if (compute === undefined) return null;
  const of = file.fold(object, given);
  if (of === null) return null;
  if (name !== 'decode' && name !== 'encode') return compute(file, of, args);
  const decoder = decoderOf(wholeText(args.at(0, 'encoding')) ?? '');
  if (!isText(of) || decoder === null) return null;
  const isPlain = name === 'encode' && !UNUSUAL.has(wholeText(args.at(0, 'encoding')) ?? '');
  return isPlain ? compute(file, of, args) : decoded(file, of, decoder);
}

/** `CONFIG.get('url', 'default')` of a dictionary that stands in the file. */
function entryWith(file: PythonFile, object: number, args: Arguments): Constant | null {
  const holder = valueNode(file, object);
  const key = argument(args, 0);
  if (key === null || kindOf(file.tree, holder) !== KIND.dictionary) return null;
  const name = wholeText(file.fold(key));
  const entry = name === null ? null : (valueOfKey(file, holder, name) ?? argument(args, 1));
  return entry === null ? null : file.fold(entry);
}

function codec(file: PythonFile, name: string, args: FoldedArguments): Constant | null {
  if (name !== 'codecs.decode' && name !== 'codecs.encode') return null;
  const encoding = wholeText(args.at(1, 'encoding'));
  const decoder = encoding === null ? null : decoderOf(encoding);
  if (decoder === null) return null;
  // Turning letters by 13 places is its own reverse; the rest is encoded to be sent.
  return name === 'codecs.encode' && !UNUSUAL.has(encoding ?? '') ? null : decoded(file, args.at(0, 'obj'), decoder);
}

const UNUSUAL = new Set(['rot13', 'rot_13', 'rot-13']);
/** No text of a real program is larger once it is decoded. */
const MAX_DECODED = 12_000_000;

function decoded(
  file: PythonFile,
  from: Constant | null,
  decoder: (from: TextConstant, most: number) => TextConstant | null,
): Constant | null {
  if (!isText(from) || !from.whole || !file.affords(from.text.length)) return null;
  const result = decoder(from, MAX_DECODED);
  return result !== null && file.affords(result.text.length) ? result : null;
}

function foldedArguments(
  file: PythonFile,
  { positional, named, spread }: Arguments,
  given: Given | null,
): FoldedArguments {
  return {
    count: positional.length + spread.length,
    at: (place, ...names) => {
      const node = argument({ positional, named, spread }, place, ...names);
      return node === null ? null : file.fold(node, given);
    },
    all: () => [...positional, ...spread].map((node) => file.fold(node, given)),
    named: () => [...named].map(([name, node]) => [name, file.fold(node, given)]),
  };
}
