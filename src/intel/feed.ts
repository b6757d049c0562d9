import { instantMs } from '../evidence/time.ts';
import { packageKey } from './ecosystems.ts';
import type { Feed, FeedHead, IntelRecord } from './port.ts';

/** A list whose records are all at hand; of two with one id the one changed later counts. */
export function feedOf(head: FeedHead, records: Iterable<IntelRecord>): Feed {
  const byId = new Map<string, IntelRecord>();
  for (const record of records) {
    const known = byId.get(record.id);
    if (known === undefined || isLater(record, known)) byId.set(record.id, record);
  }
  const sorted = [...byId.values()].toSorted(byRecordId);
  const byPackage = new Map<string, IntelRecord[]>();
  for (const record of sorted) {
    for (const key of packageKeys(record)) {
      const known = byPackage.get(key);
      if (known === undefined) byPackage.set(key, [record]);
      else known.push(record);
    }
  }
  return {
    head,
    naming: (ecosystem, name) => byPackage.get(packageKey(ecosystem, name)) ?? [],
    byId: (id) => byId.get(id),
    all: () => sorted,
  };
}

/** The packages that a record names, each once. */
export function packageKeys({ affected }: IntelRecord): readonly string[] {
  const keys = affected.map(({ ecosystem, name }) => packageKey(ecosystem, name));
  return keys.length === 1 ? keys : [...new Set(keys)];
}

/** By code units, so that every machine agrees. */
export function byRecordId(a: { readonly id: string }, b: { readonly id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

export function isLater(a: IntelRecord, b: IntelRecord): boolean {
  return (instantMs(a.modified) ?? 0) > (instantMs(b.modified) ?? 0);
}

export function countsOf(records: Iterable<IntelRecord>, refused: number): FeedHead['counts'] {
  let all = 0;
  let withdrawn = 0;
  for (const record of records) {
    all += 1;
    if (record.withdrawn !== null) withdrawn += 1;
  }
  return { records: all, withdrawn, refused };
}
