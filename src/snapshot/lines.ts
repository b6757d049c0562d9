import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

const WIRE_CHUNK_BYTES = 256 << 10;
const CHUNK_BYTES = 1 << 20;
const NEWLINE = 0x0a;
/** Longer lines are not ours: a packument is cut to far less, and no string much longer can be made. */
const MAX_LINE_BYTES = 256 << 20;

/**
 * The lines of a gzipped file, without their newlines, as many at a time as one decompressed chunk holds.
 *
 * A line is a view into its chunk: keeping one keeps up to a megabyte. A last line without a newline comes too. Throws what
 * zlib throws, and RangeError for a line over MAX_LINE_BYTES.
 */
export async function* linesOf(path: string): AsyncGenerator<readonly Buffer[]> {
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const chunk of gunzipped(path)) {
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, end);
      lines.push(open.length === 0 ? piece : Buffer.concat([...open, piece]));
      open = [];
      openBytes = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      open.push(chunk.subarray(start));
      openBytes += chunk.length - start;
      if (openBytes > MAX_LINE_BYTES) throw new RangeError(`a line is longer than ${MAX_LINE_BYTES} bytes`);
    }
    yield lines;
  }
  if (open.length > 0) yield [Buffer.concat(open)];
}

function gunzipped(path: string): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // The error of either end reaches the reader through gunzip; leaving the loop closes the file.
  pipeline(createReadStream(path, { highWaterMark: WIRE_CHUNK_BYTES }), gunzip, () => undefined);
  return gunzip;
}
