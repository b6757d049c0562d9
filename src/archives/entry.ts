import { hash } from 'node:crypto';

/** One file of an archive, in the order of the archive. */
export interface ArchiveEntry {
  /** As written. */
  readonly name: string;
  /** How many there are, whatever a header says. */
  readonly bytes: number;
  readonly sha256: string;
  /** The file's own bytes, or why they are not here. */
  readonly content: Buffer | { readonly notRead: string };
}

export function entryOf(name: string, content: Buffer): ArchiveEntry {
  return { name, bytes: content.length, sha256: hash('sha256', content), content };
}
