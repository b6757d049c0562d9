import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export type Decoded =
  | { readonly outcome: 'decoded'; readonly body: Buffer; readonly encoded: Encoded | null }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'undecodable'; readonly reason: string };

/** A body as it came, in a coding that `decodedFrom` undoes; null elsewhere stands for a body that came in none or in several. */
export interface Encoded {
  readonly coding: 'gzip' | 'br';
  readonly bytes: Buffer;
}

type Decoder = (body: Buffer, bound: Bound) => Buffer;
interface Bound {
  readonly maxOutputLength: number;
}

/** What `get` says that it accepts. */
export const ACCEPTED_CODINGS = 'gzip, br';

/** More than are asked for, since some servers send what they like. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', brotliDecompressSync],
  ['deflate', inflateEither],
]);

/** Codings a body may be wrapped in; nobody means a third one. */
const MAX_CODINGS = 2;

/** Undoes a Content-Encoding without ever holding more than `maxBytes` of output per coding. Never throws. */
export function decode(body: Buffer, contentEncoding: string | null, maxBytes: number): Decoded {
  const codings = listed(contentEncoding);
  if (codings.length > MAX_CODINGS) return { outcome: 'undecodable', reason: `${codings.length} content codings` };
  let plain = body;
  for (const coding of codings.toReversed()) {
    const decoder = DECODERS.get(coding);
    if (decoder === undefined) return { outcome: 'undecodable', reason: `unknown content coding "${coding}"` };
    try {
      plain = decoder(plain, { maxOutputLength: maxBytes });
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { outcome: 'too-large' };
      return { outcome: 'undecodable', reason: `the body is not whole ${coding}` };
    }
  }
  if (plain.length > maxBytes) return { outcome: 'too-large' };
  const [coding] = codings;
  const isOne = codings.length === 1 && (coding === 'gzip' || coding === 'br');
  return { outcome: 'decoded', body: plain, encoded: isOne ? { coding, bytes: body } : null };
}

/** Undoes one coding. Throws what zlib throws, for a body over `maxBytes` too. */
export function decodedFrom({ coding, bytes }: Encoded, maxBytes: number): Buffer {
  return (coding === 'gzip' ? gunzip : brotliDecompressSync)(bytes, { maxOutputLength: maxBytes });
}

const EXCERPT_CHARACTERS = 4_096;

/** The start of a refusal's body as text; empty where it cannot be read as such. */
export function excerptOf(bytes: Buffer, contentEncoding: string | null): string {
  // UTF-8 takes at most four bytes a character.
  const decoded = decode(bytes, contentEncoding, Math.max(bytes.length, EXCERPT_CHARACTERS * 16));
  if (decoded.outcome !== 'decoded') return '';
  return decoded.body.toString('utf8', 0, EXCERPT_CHARACTERS * 4).slice(0, EXCERPT_CHARACTERS);
}

function listed(contentEncoding: string | null): string[] {
  return (contentEncoding ?? '')
    .slice(0, 100)
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

const SMALLEST_CHUNK_BYTES = 64;
const LARGEST_CHUNK_BYTES = 1 << 20;

/**
 * In one piece where that can be foreseen: gzip ends with the size of what it holds (RFC 1952 §2.3.1), which costs one look and
 * nothing where it is wrong.
 */
function gunzip(body: Buffer, bound: Bound): Buffer {
  const foreseenBytes = body.length < 18 ? 0 : body.readUInt32LE(body.length - 4) + 1;
  const chunkSize = Math.min(LARGEST_CHUNK_BYTES, Math.max(SMALLEST_CHUNK_BYTES, foreseenBytes));
  return gunzipSync(body, { ...bound, chunkSize });
}

/** RFC 9110 §8.4.1.2: `deflate` is the zlib format, and some servers send it without its wrapper. */
function inflateEither(body: Buffer, bound: Bound): Buffer {
  try {
    return inflateSync(body, bound);
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw error;
    return inflateRawSync(body, bound);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
