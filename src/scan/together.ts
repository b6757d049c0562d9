import type { EntryId, RegistryId } from '../model/entry.ts';
import type { StoredEntry } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';

/** More are no faster, and live long enough to be moved about in memory. */
const ENTRIES_TOGETHER = 256;

/** A stored entry before it is parsed. */
export interface StoredHead {
  readonly id: EntryId;
  parse(): StoredEntry;
}

export interface Stored {
  /** The entries of one registry in id order; asked for more than once. */
  readonly entriesOf: (registry: RegistryId) => AsyncIterable<StoredHead>;
  readonly subjectOf: (registry: RegistryId, stored: StoredEntry) => Subject;
}

/**
 * A few entries at a time, of which all go through one step before any goes through the next: the code of each step fills the
 * processor's caches.
 */
export async function* subjectsOf(
  registry: RegistryId,
  { entriesOf, subjectOf }: Stored,
): AsyncGenerator<readonly Subject[]> {
  for await (const group of together(entriesOf(registry))) {
    let ready: Subject[] = [];
    for (const entry of group.map((head) => head.parse())) {
      const subject = subjectOf(registry, entry);
      ready.push(subject);
      // What the files of its packages do is large, so that no two of these are held at once.
      if (subject.depth !== 'source') continue;
      yield ready;
      ready = [];
    }
    yield ready;
  }
}

async function* together(entries: AsyncIterable<StoredHead>): AsyncGenerator<readonly StoredHead[]> {
  let waiting: StoredHead[] = [];
  for await (const each of entries) {
    waiting.push(each);
    if (waiting.length < ENTRIES_TOGETHER) continue;
    yield waiting;
    waiting = [];
  }
  yield waiting;
}
