import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import { fromCharCodes } from '../decoded.ts';
import { textOfBytes } from './bytes-methods.ts';
import { bytesOf, fromBase64, percentDecoded, uncompressed } from './decoders.ts';
import type { Builtin, Evaluator } from './evaluator.ts';
import { PATH_CALLS } from './path-calls.ts';
import { asText, exactText, HOLE, isEntries, isList, list, spreadItems, UNKNOWN, type Value } from './values.ts';

/** Functions of the language and its runtime that give the same for the same, by what they are called. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['String.fromCharCode', charCodes],
  ['String.fromCodePoint', charCodes],
  ['atob', (evaluator, [text]) => latin(fromBase64(evaluator, text))],
  ['window.atob', (evaluator, [text]) => latin(fromBase64(evaluator, text))],
  ['Buffer.from', bytesOf],
  ['buffer.Buffer.from', bytesOf],
  ['buffer.atob', (evaluator, [text]) => latin(fromBase64(evaluator, text))],
  ['Buffer', bytesOf],
  ['Buffer.concat', (_, [parts]) => concatenated(parts)],
  ['Uint8Array.from', bytesOf],
  ['Uint8Array.of', (evaluator, given) => bytesOf(evaluator, [list(given)])],
  ['decodeURIComponent', (evaluator, [text]) => percentDecoded(evaluator, text)],
  ['decodeURI', (evaluator, [text]) => percentDecoded(evaluator, text)],
  ['unescape', (evaluator, [text]) => percentDecoded(evaluator, text)],
  ['querystring.unescape', (evaluator, [text]) => percentDecoded(evaluator, text)],
  ['TextDecoder().decode', (_, [bytes]) => (bytes instanceof Uint8Array ? textOfBytes(bytes, undefined) : UNKNOWN)],
  ['TextEncoder().encode', (_, [text]) => encoded(text)],
  ['zlib.inflateSync', (evaluator, [bytes]) => uncompressed(evaluator, bytes)],
  ['zlib.inflateRawSync', (evaluator, [bytes]) => uncompressed(evaluator, bytes)],
  ['zlib.gunzipSync', (evaluator, [bytes]) => uncompressed(evaluator, bytes)],
  ['zlib.unzipSync', (evaluator, [bytes]) => uncompressed(evaluator, bytes)],
  ['parseInt', (_, [text, radix]) => parsedInteger(text, radix)],
  ['Number.parseInt', (_, [text, radix]) => parsedInteger(text, radix)],
  ['Number', (_, [text]) => (typeof text === 'number' || typeof text === 'string' ? Number(text) : UNKNOWN)],
  ['String', (_, [value]) => (value === UNKNOWN || isEntries(value) ? UNKNOWN : asText(value))],
  ['Array.from', arrayFrom],
  ['Array.of', (_, given) => list(given)],
  ['Object.freeze', (_, [value]) => value],
  ['Object.seal', (_, [value]) => value],
  ['structuredClone', (_, [value]) => value],
  ['Object.values', (_, [value]) => (isEntries(value) && value.whole ? list([...value.members.values()]) : UNKNOWN)],
  ['Object.keys', (_, [value]) => (isEntries(value) && value.whole ? list([...value.members.keys()]) : UNKNOWN)],
  ['Object.assign', (_, given) => merged(given)],
  ['Math.floor', (_, [value]) => (typeof value === 'number' ? Math.floor(value) : UNKNOWN)],
  ['Math.round', (_, [value]) => (typeof value === 'number' ? Math.round(value) : UNKNOWN)],
  ['Math.abs', (_, [value]) => (typeof value === 'number' ? Math.abs(value) : UNKNOWN)],
  ...PATH_CALLS,
]);

/** The same for what `new` is called with. */
export const CONSTRUCTORS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['URL', (_, [path, base]) => joinedUrl(path, base)],
  ['url.URL', (_, [path, base]) => joinedUrl(path, base)],
  ['Request', (_, [url]) => url],
  ['String', (_, [value]) => (value === UNKNOWN ? UNKNOWN : asText(value))],
  ['Uint8Array', bytesOf],
  ['Buffer', bytesOf],
  ['Array', (_, given) => (given.length > 1 ? list(given) : UNKNOWN)],
]);

function charCodes(evaluator: Evaluator, given: readonly Value[]): Value {
  const codes = given.map((value) => (typeof value === 'string' ? Number(value) : value));
  if (!codes.every((code) => typeof code === 'number')) return UNKNOWN;
  const text = fromCharCodes(codes.map((code) => code & 0x1f_ff_ff));
  if (text === null) return codes.length === 0 ? '' : UNKNOWN;
  evaluator.note('char-codes', text.length);
  return text.replaceAll(HOLE, '\uFFFD');
}

function latin(bytes: Value): Value {
  return bytes instanceof Uint8Array ? textOfBytes(bytes, 'latin1') : UNKNOWN;
}

function encoded(text: Value): Value {
  const exact = exactText(text);
  return exact === null ? UNKNOWN : Buffer.from(exact);
}

function concatenated(parts: Value): Value {
  if (!isList(parts)) return UNKNOWN;
  const bytes: Uint8Array[] = [];
  for (const part of parts.items) {
    if (!(part instanceof Uint8Array)) return UNKNOWN;
    bytes.push(part);
  }
  return bytes.reduce((length, part) => length + part.length, 0) > MAX_FOLDED_CHARACTERS
    ? UNKNOWN
    : Buffer.concat(bytes);
}

function parsedInteger(text: Value, radix: Value): Value {
  if (typeof text === 'number') return Math.trunc(text);
  const exact = exactText(text);
  if (exact === null || (radix !== undefined && typeof radix !== 'number')) return UNKNOWN;
  return Number.parseInt(exact, radix);
}

function arrayFrom(evaluator: Evaluator, [source, called]: readonly Value[]): Value {
  const items = source === undefined ? null : spreadItems(source);
  if (items === null || items.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  return called === undefined ? list(items) : list(items.map((item, index) => evaluator.apply(called, [item, index])));
}

function merged(given: readonly Value[]): Value {
  const members = new Map<string, Value>();
  let whole = true;
  for (const each of given) {
    if (isEntries(each)) for (const [key, value] of each.members) members.set(key, value);
    whole &&= isEntries(each) && each.whole;
  }
  return { kind: 'entries', members, whole };
}

/** A URL is taken for its text: what is asked of it is where it leads. */
function joinedUrl(path: Value, base: Value): Value {
  if (base === undefined || typeof path !== 'string' || typeof base !== 'string') return path;
  if (/^[a-z][a-z0-9+.-]{0,20}:/i.test(path)) return path;
  const [, origin = '', folder = ''] = /^([a-z][a-z0-9+.-]{0,20}:\/\/[^/]{0,300})(\/[^?#]{0,500})?/i.exec(base) ?? [];
  if (origin === '') return path;
  return path.startsWith('/')
    ? origin + path
    : `${origin}${folder.slice(0, folder.lastIndexOf('/') + 1) || '/'}${path}`;
}
