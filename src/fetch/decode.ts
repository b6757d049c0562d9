import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export type Decoded =
  | { readonly outcome: 'decoded'; readonly body: Buffer }
  | { readonly outcome: 'too-large' }
  | { readonly outcome: 'undecodable'; readonly reason: string };

type Decoder = (body: Buffer, bound: { readonly maxOutputLength: number }) => Buffer;

/** What `get` says that it accepts. */
export const ACCEPTED_CODINGS = 'gzip, br';

/** More than are asked for, since some servers send what they like. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['deflate', inflateEither],
]);

/** Codings a body may be wrapped in; nobody means a third one. */
const MAX_CODINGS = 2;

/** Undoes a Content-Encoding without ever holding more than `maxBytes` of output per coding. Never throws. */
export function decode(body: Buffer, contentEncoding: string | null, maxBytes: number): Decoded {
  const codings = listed(contentEncoding);
  if (codings.length > MAX_CODINGS) return { outcome: 'undecodable', reason: `${codings.length} content codings` };
  let decoded = body;
  for (const coding of codings.toReversed()) {
    const decoder = DECODERS.get(coding);
    if (decoder === undefined) return { outcome: 'undecodable', reason: `unknown content coding "${coding}"` };
    try {
      decoded = decoder(decoded, { maxOutputLength: maxBytes });
    } catch (error) {
      if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return { outcome: 'too-large' };
      return { outcome: 'undecodable', reason: `the body is not whole ${coding}` };
    }
  }
  return decoded.length > maxBytes ? { outcome: 'too-large' } : { outcome: 'decoded', body: decoded };
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

/** RFC 9110 §8.4.1.2: `deflate` is the zlib format, and some servers send it without its wrapper. */
function inflateEither(body: Buffer, bound: { readonly maxOutputLength: number }): Buffer {
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
