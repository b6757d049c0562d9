import type { Piece } from './prepared-file.ts';

/** Where one piece of every entry stands: three numbers an entry, readable without parsing anything. */
export interface PieceColumn {
  /** undefined where the entry has none. */
  of(entry: number): Piece | undefined;
  readonly size: number;
}

/** Numbers as the machine has them; the file's key says in which order of bytes. */
export function pieceBytes(pieces: readonly (Piece | undefined)[]): Uint8Array {
  const at = Float64Array.from(pieces, (piece) => piece?.at ?? 0);
  const bytes = Uint32Array.from(pieces, (piece) => piece?.bytes ?? 0);
  const crc = Uint32Array.from(pieces, (piece) => piece?.crc ?? 0);
  return Buffer.concat([bytesOf(at), bytesOf(bytes), bytesOf(crc)]);
}

export function pieceColumn(stored: Uint8Array): PieceColumn {
  const size = Math.floor(stored.length / 16);
  const buffer = aligned(stored);
  const at = new Float64Array(buffer, 0, size);
  const bytes = new Uint32Array(buffer, size * 8, size);
  const crc = new Uint32Array(buffer, size * 12, size);
  return {
    size,
    of(entry) {
      const length = bytes[entry] ?? 0;
      return length === 0 ? undefined : { at: at[entry] ?? 0, bytes: length, crc: crc[entry] ?? 0 };
    },
  };
}

/** Entries by the hash of a key: hashes in order, each with its entry. */
export interface HashColumn {
  /** In the order of entries; others of the same hash among them. */
  of(hash: number): readonly number[];
}

export function hashBytes(pairs: readonly { readonly hash: number; readonly entry: number }[]): Uint8Array {
  const sorted = pairs.toSorted((a, b) => a.hash - b.hash || a.entry - b.entry);
  const hashes = Uint32Array.from(sorted, ({ hash }) => hash);
  const entries = Uint32Array.from(sorted, ({ entry }) => entry);
  return Buffer.concat([bytesOf(hashes), bytesOf(entries)]);
}

export function hashColumn(stored: Uint8Array): HashColumn {
  const size = Math.floor(stored.length / 8);
  const buffer = aligned(stored);
  const hashes = new Uint32Array(buffer, 0, size);
  const entries = new Uint32Array(buffer, size * 4, size);
  return {
    of(hash) {
      const found: number[] = [];
      for (let at = firstAt(hashes, hash); at < size && hashes[at] === hash; at += 1) found.push(entries[at] ?? 0);
      return found;
    },
  };
}

function firstAt(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Small buffers share one store, in which they begin anywhere. */
export function aligned(stored: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(stored.length);
  new Uint8Array(copy).set(stored);
  return copy;
}
