import { createInflateRaw, type InflateRaw } from 'node:zlib';

/** Input is handed over in pieces so small that what a piece can grow to is bounded: 32 KB to 33 MB. */
const PIECE_BYTES = 32_768;
const OUTPUT_BYTES = 262_144;

/** How a stream of deflated bytes ended, and how many of them it had. */
export interface Inflated {
  readonly ended: 'whole' | 'truncated' | 'damaged' | 'stopped';
  readonly consumedBytes: number;
}

/**
 * Inflates raw deflate (RFC 1951) from the start of `deflated`, piece by piece; what follows the stream is left alone.
 *
 * All that came before a fault is yielded, but for what `goOn` refuses, which stops it. Returns how it ended; never throws.
 */
export async function* inflate(deflated: Buffer, goOn: (piece: Buffer) => boolean): AsyncGenerator<Buffer, Inflated> {
  const inflater = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  const run = running(inflater);
  try {
    let fedBytes = 0;
    while (!run.hasEnded()) {
      const piece = deflated.subarray(fedBytes, fedBytes + PIECE_BYTES);
      fedBytes += piece.length;
      await (piece.length === 0 ? run.end() : run.write(piece));
      for (const inflated of run.taken()) {
        if (!goOn(inflated)) return { ended: 'stopped', consumedBytes: inflater.bytesWritten };
        yield inflated;
      }
      if (run.fault() !== null)
        return { ended: piece.length === 0 ? 'truncated' : 'damaged', consumedBytes: inflater.bytesWritten };
      // zlib takes no byte after the end of its stream.
      if (inflater.bytesWritten < fedBytes) break;
    }
    return { ended: 'whole', consumedBytes: inflater.bytesWritten };
  } finally {
    inflater.destroy();
  }
}

interface Running {
  readonly write: (piece: Buffer) => Promise<void>;
  readonly end: () => Promise<void>;
  /** What has come out since the last time. */
  readonly taken: () => readonly Buffer[];
  readonly fault: () => Error | null;
  readonly hasEnded: () => boolean;
}

/** A stream that fails drops what nobody has read, so its output is collected as it comes instead of being iterated over. */
function running(inflater: InflateRaw): Running {
  let collected: Buffer[] = [];
  let fault: Error | null = null;
  let ended = false;
  let resume: (() => void) | null = null;
  inflater.on('data', (piece: Buffer) => collected.push(piece));
  inflater.on('end', () => {
    ended = true;
    resume?.();
  });
  inflater.on('error', (error) => {
    fault = error;
    resume?.();
  });
  return {
    write: (piece) =>
      new Promise((resolve) => {
        resume = resolve;
        inflater.write(piece, () => resolve());
      }),
    end: () =>
      new Promise((resolve) => {
        resume = resolve;
        inflater.end();
      }),
    taken: () => {
      const pieces = collected;
      collected = [];
      return pieces;
    },
    fault: () => fault,
    hasEnded: () => ended,
  };
}
