/** Disjoint sets with path halving; the lesser place is the root, so that the order of joining leaves no trace. */
export function unionFind(size: number): { find(place: number): number; join(a: number, b: number): void } {
  const parents = Int32Array.from({ length: size }, (_, place) => place);
  const find = (place: number): number => {
    let at = place;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = parents[at] ?? at;
    }
    return at;
  };
  return {
    find,
    join(a, b) {
      const [one, other] = [find(a), find(b)];
      parents[Math.max(one, other)] = Math.min(one, other);
    },
  };
}

/** How many groups there are when items that share a key are one, and those linked by a third. */
export function groupsLinkedBy(keys: readonly (readonly string[])[]): number {
  const root = unionFind(keys.length);
  const first = new Map<string, number>();
  for (const [place, own] of keys.entries()) {
    for (const key of own) {
      const known = first.get(key);
      if (known === undefined) first.set(key, place);
      else root.join(known, place);
    }
  }
  return new Set(keys.map((_, place) => root.find(place))).size;
}
