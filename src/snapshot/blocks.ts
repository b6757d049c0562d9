import { createHash } from 'node:crypto';

export const LINES_PER_BLOCK = 1_000;
const DIGEST_CHARACTERS = 16;

/** Digests of each 1,000 lines, to say where a file differs without having another copy of it. */
export interface Blocks {
  /** A line with its newline. Returns the digest of the block that it completes, else null. */
  add(line: string | Uint8Array): string | null;
  /** Of all lines so far, the last block as full as it is. */
  digests(): readonly string[];
}

export function blocks(): Blocks {
  const complete: string[] = [];
  let hash = createHash('sha256');
  let lines = 0;
  return {
    add(line) {
      hash.update(line);
      lines += 1;
      if (lines < LINES_PER_BLOCK) return null;
      const digest = shortDigest(hash.digest('hex'));
      complete.push(digest);
      hash = createHash('sha256');
      lines = 0;
      return digest;
    },
    digests: () => (lines === 0 ? [...complete] : [...complete, shortDigest(hash.copy().digest('hex'))]),
  };
}

function shortDigest(hex: string): string {
  return hex.slice(0, DIGEST_CHARACTERS);
}
