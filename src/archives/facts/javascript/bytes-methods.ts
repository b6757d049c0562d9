import type { Evaluator } from './evaluator.ts';
import { listMethod } from './list-methods.ts';
import { isList, list, UNKNOWN, type Value } from './values.ts';

/** What a method of constant bytes gives: mostly the text that they say. */
export function bytesMethod(evaluator: Evaluator, bytes: Uint8Array, method: string, given: readonly Value[]): Value {
  const [first, second] = given;
  if (method === 'toString') return textOfBytes(bytes, first);
  if (method === 'slice' || method === 'subarray') {
    return bytes.subarray(typeof first === 'number' ? first : 0, typeof second === 'number' ? second : undefined);
  }
  const result = listMethod(evaluator, list([...bytes]), method, given);
  if (!isList(result) || !result.items.every((item) => typeof item === 'number')) return result;
  return Uint8Array.from(result.items);
}

/** Bytes as text in one of the encodings that Node knows; UTF-8 where none is named. */
export function textOfBytes(bytes: Uint8Array, encoding: Value): Value {
  const name = encoding === undefined ? 'utf8' : typeof encoding === 'string' ? encoding.toLowerCase() : '';
  return Buffer.isEncoding(name) ? Buffer.from(bytes).toString(name) : UNKNOWN;
}
