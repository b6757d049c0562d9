import type { ListingEnd, ListOptions, RefusedRow, Row } from '../../src/registries/port.ts';

export interface Drained {
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedRow[];
  readonly end: ListingEnd;
}

/** Everything a listing yields, and how it ended. */
export async function drain(listing: AsyncGenerator<Row | RefusedRow, ListingEnd>): Promise<Drained> {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  for (;;) {
    const step = await listing.next();
    if (step.done === true) return { rows, refused, end: step.value };
    if (step.value.kind === 'row') rows.push(step.value);
    else refused.push(step.value);
  }
}

export function listOptions(options: Partial<ListOptions> & Pick<ListOptions, 'baseUrl'>): ListOptions {
  return { keyed: true, queries: [], updatedSince: null, details: false, versions: 'all', ...options };
}
