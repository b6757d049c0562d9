import type { Irregularities } from './irregularities.ts';

/** Where an entry's header, and after it its content, lie in a zip. */
export interface Span {
  readonly name: string;
  readonly from: number;
  readonly contentFrom: number;
  readonly to: number;
}

/** A data descriptor with its signature and ZIP64 sizes (APPNOTE 6.3.10, §4.3.9). */
const MAX_DESCRIPTOR_BYTES = 24;

/** Says where entries share bytes, and how many bytes between them belong to none, which readers that go from front to back would see. */
export function inspectSpans(spans: readonly Span[], found: Irregularities): void {
  let end = 0;
  let unclaimed = 0;
  for (const { name, from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from < end) found.add('damaged', name, 'Its bytes are also those of another entry.');
    if (from > end + MAX_DESCRIPTOR_BYTES) unclaimed += from - end;
    end = Math.max(end, to);
  }
  if (unclaimed > 0) found.add('trailing-data', '', `${unclaimed} bytes between its entries belong to none of them.`);
}
