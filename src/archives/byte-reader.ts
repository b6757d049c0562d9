/** Bytes that come piece by piece, taken in the lengths in which they are wanted. */
export interface ByteReader {
  /** The next bytes, to be looked at before the next call; fewer only where the bytes end. */
  readonly view: (bytes: number) => Promise<Buffer>;
  /** A copy of the next bytes; fewer only where the bytes end. */
  readonly take: (bytes: number) => Promise<Buffer>;
  /** Hands the next bytes on in pieces, and says how many there were. */
  readonly pass: (bytes: number, to: (piece: Buffer) => void) => Promise<number>;
}

export function byteReader(pieces: AsyncIterator<Buffer, void>): ByteReader {
  let piece: Buffer = Buffer.alloc(0);
  async function more(): Promise<boolean> {
    const { done, value } = await pieces.next();
    if (done === true) return false;
    piece = value;
    return true;
  }
  async function pass(bytes: number, to: (piece: Buffer) => void): Promise<number> {
    let left = bytes;
    while (left > 0 && (piece.length > 0 || (await more()))) {
      const part = piece.subarray(0, left);
      piece = piece.subarray(part.length);
      left -= part.length;
      to(part);
    }
    return bytes - left;
  }
  async function take(bytes: number): Promise<Buffer> {
    // Not from Node's shared pool, which one small file would keep alive.
    const taken = Buffer.allocUnsafeSlow(bytes);
    let length = 0;
    await pass(bytes, (part) => {
      length += part.copy(taken, length);
    });
    return taken.subarray(0, length);
  }
  return {
    pass,
    take,
    async view(bytes) {
      if (piece.length < bytes) return take(bytes);
      const seen = piece.subarray(0, bytes);
      piece = piece.subarray(bytes);
      return seen;
    },
  };
}
