import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import type { Coverage } from '../model/coverage.ts';
import type { RegistryId } from '../model/entry.ts';
import type { ListOptions, ListingEnd, RefusedRow, Registry, Row } from '../registries/port.ts';

/** Where listed rows go. */
export interface RowSink {
  addRow(registry: RegistryId, row: Row): void;
  addRefused(registry: RegistryId, refused: RefusedRow): void;
}

export interface ListingTask {
  readonly registry: Registry;
  readonly get: Get;
  readonly options: ListOptions;
  readonly sink: RowSink;
  readonly onRow: () => void;
}

/** How one registry's listing went: what its coverage row needs beside the counts of rows. */
export type Listed = Pick<Coverage, 'registry' | 'advertised' | 'responses' | 'rows' | 'enumeration'>;

/**
 * Drains one registry into the sink. Never throws for the registry's sake: a listing that fails in the middle keeps what it
 * had and ends as `failed` with the reason, and the other registries go on.
 */
export async function list({ registry, get, options, sink, onRow }: ListingTask): Promise<Listed> {
  let responses = 0;
  let rows = 0;
  const counted: Get = async (url, how) => {
    const fetched = await get(url, how);
    responses += 1;
    return fetched;
  };
  const end = await drain(registry.list(counted, options), (row) => {
    if (row.kind === 'row') sink.addRow(registry.id, row);
    else sink.addRefused(registry.id, row);
    rows += 1;
    onRow();
  });
  return { registry: registry.id, advertised: end.advertised, responses, rows, enumeration: end.enumeration };
}

async function drain(
  listing: AsyncGenerator<Row | RefusedRow, ListingEnd>,
  take: (row: Row | RefusedRow) => void,
): Promise<ListingEnd> {
  try {
    for (;;) {
      const step = await listing.next();
      if (step.done === true) return step.value;
      take(step.value);
    }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { advertised: null, enumeration: { ended: 'failed', reason: `${error.code}: ${error.message}` } };
  }
}
