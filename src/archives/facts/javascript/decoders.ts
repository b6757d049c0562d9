import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import { inflated } from '../decoded.ts';
import type { Evaluator } from './evaluator.ts';
import { exactText, isList, UNKNOWN, type Value } from './values.ts';

/** Shorter texts are what they are by chance. */
const MIN_ENCODED = 4;

/** The bytes of a base64 text. */
export function fromBase64(evaluator: Evaluator, text: Value): Value {
  const exact = exactText(text);
  if (exact === null || exact.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  const bytes = Buffer.from(exact, 'base64');
  if (exact.length >= MIN_ENCODED) evaluator.note('base64', bytes.length);
  return bytes;
}

/** `Buffer.from` and its like: a text in an encoding, or numbers. */
export function bytesOf(evaluator: Evaluator, [source, encoding]: readonly Value[]): Value {
  if (source instanceof Uint8Array) return source;
  if (source !== undefined && isList(source)) return bytesOfNumbers(evaluator, source.items);
  const text = exactText(source ?? UNKNOWN);
  if (text === null || text.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  const name = encoding === undefined ? 'utf8' : typeof encoding === 'string' ? encoding.toLowerCase() : '';
  if (!Buffer.isEncoding(name)) return UNKNOWN;
  const bytes = Buffer.from(text, name);
  if (name === 'base64' || name === 'base64url' || name === 'hex')
    evaluator.note(name === 'hex' ? 'hex' : 'base64', bytes.length);
  return bytes;
}

function bytesOfNumbers(evaluator: Evaluator, items: readonly Value[]): Value {
  if (items.length > MAX_FOLDED_CHARACTERS || !items.every((item) => typeof item === 'number')) return UNKNOWN;
  if (items.length > 0) evaluator.note('char-codes', items.length);
  return Uint8Array.from(items);
}

/** `%68%74` and `%u0068`, also where single escapes are broken. */
export function percentDecoded(evaluator: Evaluator, text: Value): Value {
  const exact = exactText(text);
  if (exact === null || exact.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  if (!exact.includes('%')) return exact;
  const wide = exact.replace(/%u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const decoded =
    decodedOrNull(wide) ??
    wide.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  evaluator.note('percent-encoding', (exact.length - decoded.length) / 2);
  return decoded;
}

/** What compressed bytes say, where that is text. */
export function uncompressed(evaluator: Evaluator, bytes: Value): Value {
  const text = bytes instanceof Uint8Array ? inflated(Buffer.from(bytes)) : null;
  if (text === null) return UNKNOWN;
  evaluator.note('compression', text.length);
  return Buffer.from(text);
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
