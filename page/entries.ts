import { DEPTHS, type Depth } from '../src/model/depth.ts';
import type { PageIndex, PageRow } from '../src/report/page-data.ts';

/** A line of the table: an entry, with its candidate where it is one. */
export interface Listed {
  readonly id: string;
  readonly registry: string;
  readonly publisher: string | null;
  readonly depth: Depth;
  readonly candidate: PageRow | null;
  /** What is searched, in lower case. */
  readonly text: string;
}

export function candidatesListed(rows: readonly PageRow[]): readonly Listed[] {
  return rows.map((candidate) => {
    const { id, registry, publisher, depth, title, why } = candidate;
    return { id, registry, publisher, depth, candidate, text: `${id}\n${title ?? ''}\n${why}`.toLowerCase() };
  });
}

/** Candidates first, then the entries that are none, in the order in which they were read. */
export function allListed(candidates: readonly Listed[], { publishers, registries }: PageIndex): readonly Listed[] {
  const known = new Set(candidates.map(({ id }) => id));
  const others: Listed[] = [];
  for (const { registry, rows } of registries) {
    for (let at = 0; at < rows.length; at += 3) {
      const id = `${registry}:${rows[at]}`;
      if (known.has(id)) continue;
      const publisher = publishers[Number(rows[at + 1])] ?? null;
      const depth = DEPTHS[Number(rows[at + 2])] ?? 'name';
      others.push({ id, registry, publisher, depth, candidate: null, text: id.toLowerCase() });
    }
  }
  return [...candidates, ...others];
}

/** What names a line in an address: candidates by fingerprint, so that a link holds for the evidence it was made for. */
export function keyOf({ candidate, id }: Pick<Listed, 'candidate' | 'id'>): string {
  return candidate === null ? id : candidate.fingerprint.slice(0, 16);
}
