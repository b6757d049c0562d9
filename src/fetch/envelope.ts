import { hash } from 'node:crypto';
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

import { z } from 'zod';

import { decodedFrom, type Encoded } from './decode.ts';

/** A response as it is kept: what is needed to replay it, to ask whether it still holds, and to see that it is whole. */
export interface CachedResponse {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentType: string | null;
  /** When these bytes were fetched, or last confirmed by a 304. RFC 3339, UTC. */
  readonly retrievedAt: string;
  /** Lower-case hex of `body`. */
  readonly sha256: string;
  /** After content decoding. */
  readonly body: Buffer;
  /** The body as it came over the wire. Kept as it is, since packing it anew costs more than all else about keeping it. */
  readonly encoded?: Encoded;
}

const Header = z.object({
  status: z.int().min(100).max(599),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  contentType: z.string().nullable(),
  retrievedAt: z.iso.datetime(),
  sha256: z.string().length(64),
  coding: z.enum(['identity', 'zstd', 'gzip', 'br']),
  bodyBytes: z.int().min(0),
});

/** A database page. A compressor costs 25 µs however little it is given, a third of a whole `get` (scripts/bench/get.ts). */
const COMPRESS_ABOVE_BYTES = 4096;
const ZSTD_LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const CHECKSUM_BYTES = 4;
const NEWLINE = 0x0a;

/** One buffer: CRC-32 of the rest, a line of JSON, the body. Read back by `unpack`. */
export function pack({ body, encoded, ...response }: CachedResponse): Buffer {
  const { coding, bytes } = smallest(body, encoded);
  const header = { ...response, coding, bodyBytes: body.length } satisfies z.infer<typeof Header>;
  const packed = Buffer.concat([Buffer.alloc(CHECKSUM_BYTES), Buffer.from(`${JSON.stringify(header)}\n`), bytes]);
  packed.writeUInt32BE(crc32(packed.subarray(CHECKSUM_BYTES)), 0);
  return packed;
}

function smallest(
  body: Buffer,
  encoded: Encoded | undefined,
): Pick<z.infer<typeof Header>, 'coding'> & Pick<Encoded, 'bytes'> {
  if (encoded !== undefined && encoded.bytes.length < body.length) return encoded;
  const compressed = body.length > COMPRESS_ABOVE_BYTES ? zstdCompressSync(body, ZSTD_LEVEL) : body;
  return compressed.length < body.length ? { coding: 'zstd', bytes: compressed } : { coding: 'identity', bytes: body };
}

/** null where the buffer is not a whole envelope: cut, flipped, or of another make. Never throws. */
export function unpack(packed: Buffer): CachedResponse | null {
  if (packed.length <= CHECKSUM_BYTES) return null;
  const content = packed.subarray(CHECKSUM_BYTES);
  const lineEnd = content.indexOf(NEWLINE);
  if (lineEnd === -1 || crc32(content) !== packed.readUInt32BE(0)) return null;
  const parsed = Header.safeParse(jsonOf(content.toString('utf8', 0, lineEnd)));
  if (!parsed.success) return null;
  const { coding, bodyBytes, ...response } = parsed.data;
  const kept = content.subarray(lineEnd + 1);
  const body = coding === 'identity' ? kept : decompressed(coding, kept, bodyBytes);
  return body !== null && hash('sha256', body) === response.sha256 ? { ...response, body } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function decompressed(coding: 'zstd' | Encoded['coding'], bytes: Buffer, bodyBytes: number): Buffer | null {
  const maxBytes = Math.max(1, bodyBytes);
  try {
    return coding === 'zstd'
      ? zstdDecompressSync(bytes, { maxOutputLength: maxBytes })
      : decodedFrom({ coding, bytes }, maxBytes);
  } catch {
    return null;
  }
}
