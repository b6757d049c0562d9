import type { Irregularity } from '../model/source.ts';
import { boundedPath } from './bounded-path.ts';
import { MAX_IRREGULARITIES_PER_KIND } from './bounds.ts';

/** Takes what is odd about an archive as it is met. */
export interface Irregularities {
  readonly add: (kind: Irregularity['kind'], path: string, detail: string) => void;
  /** In the order in which they were met. */
  readonly list: () => readonly Irregularity[];
}

/** The first of each kind; the last one that is told says how many more there are. */
export function irregularities(): Irregularities {
  const met: Irregularity[] = [];
  const counts = new Map<Irregularity['kind'], number>();
  return {
    add: (kind, path, detail) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count <= MAX_IRREGULARITIES_PER_KIND) met.push({ kind, path: boundedPath(path), detail });
    },
    list: () =>
      met.map((each) => (each === lastOf(each.kind, met) ? withMore(each, counts.get(each.kind) ?? 0) : each)),
  };
}

function lastOf(kind: Irregularity['kind'], met: readonly Irregularity[]): Irregularity | undefined {
  return met.findLast((each) => each.kind === kind);
}

function withMore(last: Irregularity, count: number): Irregularity {
  const more = count - MAX_IRREGULARITIES_PER_KIND;
  return more <= 0 ? last : { ...last, detail: `${last.detail} There are ${more} more of this kind.` };
}
