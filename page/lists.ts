import { entryIndex, rows } from './data.ts';
import { allListed, candidatesListed, type Listed } from './entries.ts';

export const candidates: readonly Listed[] = candidatesListed(rows);

let everything: readonly Listed[] | undefined;
let byId: ReadonlyMap<string, readonly Listed[]> | undefined;
let byPublisher: ReadonlyMap<string, readonly Listed[]> | undefined;

/** Groups every entry before the first detail asks for its neighbours. */
export function groupEntries(): void {
  linesOf('');
  byPublisher ??= groupedByPublisher();
}

/** Candidates, then every other entry that the scan saw; made when first asked for. */
export function everyEntry(): readonly Listed[] {
  const index = entryIndex();
  everything ??= index === null ? candidates : allListed(candidates, index);
  return everything;
}

/** An entry by its id: several lines where it is a candidate of several pipelines, none where it was not seen. */
export function linesOf(id: string): readonly Listed[] {
  byId ??= Map.groupBy(everyEntry(), (each) => each.id);
  return byId.get(id) ?? [];
}

/** What else one publisher has in one registry. */
export function portfolio({ id, registry, publisher }: Listed): readonly Listed[] {
  if (publisher === null) return [];
  byPublisher ??= groupedByPublisher();
  return (byPublisher.get(`${registry} ${publisher}`) ?? []).filter((each) => each.id !== id);
}

function groupedByPublisher(): ReadonlyMap<string, readonly Listed[]> {
  return Map.groupBy(everyEntry(), (each) => `${each.registry} ${each.publisher ?? ''}`);
}
