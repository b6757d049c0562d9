import type { EntryId } from '../model/entry.ts';
import type { StoredEntry } from '../model/snapshot.ts';

/** An entry of a snapshot, its line not parsed yet. */
export interface Head {
  readonly id: EntryId;
  parse(): StoredEntry;
}

export interface Joined<H extends Head> {
  readonly before: H | null;
  readonly after: H | null;
}

/**
 * Two listings side by side in the order of their ids, one pass and no memory: snapshots are written in that order.
 *
 * Throws what `disordered` makes of the first entry that is out of order.
 */
export async function* joined<H extends Head>(
  before: AsyncIterable<H>,
  after: AsyncIterable<H>,
  disordered: (id: EntryId) => Error,
): AsyncGenerator<Joined<H>> {
  const [left, right] = [inOrder(before, disordered), inOrder(after, disordered)];
  try {
    let [was, is] = [await next(left), await next(right)];
    while (was !== null || is !== null) {
      if (is === null || (was !== null && was.id < is.id)) {
        yield { before: was, after: null };
        was = await next(left);
      } else if (was === null || is.id < was.id) {
        yield { before: null, after: is };
        is = await next(right);
      } else {
        yield { before: was, after: is };
        [was, is] = [await next(left), await next(right)];
      }
    }
  } finally {
    await left.return(undefined);
    await right.return(undefined);
  }
}

async function* inOrder<H extends Head>(
  heads: AsyncIterable<H>,
  disordered: (id: EntryId) => Error,
): AsyncGenerator<H> {
  let last: EntryId | null = null;
  for await (const head of heads) {
    if (last !== null && head.id <= last) throw disordered(head.id);
    last = head.id;
    yield head;
  }
}

async function next<H>(heads: AsyncGenerator<H>): Promise<H | null> {
  const step = await heads.next();
  return step.done === true ? null : step.value;
}
