import type { Claim, ClaimKind } from '../identity/claims.ts';
import type { Leftover } from './leftovers.ts';

/** One entry under two ids. */
export interface Rename<L> {
  readonly before: L;
  readonly after: L;
}

type Claimant = Pick<Leftover, 'name' | 'claims'>;

/** The surest first; the last two are what anybody may write. */
const ORDER = ['name', 'repository id', 'package', 'repository', 'remote'] as const satisfies readonly (
  | ClaimKind
  | 'name'
)[];
type LinkKind = (typeof ORDER)[number];

/**
 * Pairs entries that went with entries that came, in one registry: a name that differs in case alone, else the same repository id,
 * package, repository or remote. What several of either side claim, or an entry that `stayed`, pairs nobody.
 */
export function renames<L extends Claimant>(
  gone: readonly L[],
  came: readonly L[],
  stayed: ReadonlySet<string>,
): readonly Rename<L>[] {
  const pairs = new Map<L, L>();
  const taken = new Set<L>();
  for (const kind of ORDER) {
    const [was, is] = [byKey(gone, kind), byKey(came, kind)];
    const links = [...was].flatMap(([key, before]) => {
      const after = is.get(key) ?? null;
      if (before === null || after === null || stayed.has(key) || pairs.has(before) || taken.has(after)) return [];
      return [{ before, after }];
    });
    for (const { before, after } of onlyLinks(links)) {
      pairs.set(before, after);
      taken.add(after);
    }
  }
  return [...pairs].map(([before, after]) => ({ before, after }));
}

/** Of entries with two packages each may lead to another entry: then none of them is the one. */
function onlyLinks<L>(links: readonly Rename<L>[]): readonly Rename<L>[] {
  const [forth, back] = [new Map<L, Set<L>>(), new Map<L, Set<L>>()];
  for (const { before, after } of links) {
    forth.set(before, (forth.get(before) ?? new Set()).add(after));
    back.set(after, (back.get(after) ?? new Set()).add(before));
  }
  return links.filter(({ before, after }) => forth.get(before)?.size === 1 && back.get(after)?.size === 1);
}

/** Keys that both sides have, to be looked for among the entries that stayed. */
export function sharedKeys(gone: readonly Claimant[], came: readonly Claimant[]): ReadonlySet<string> {
  const was = new Set(gone.flatMap(({ claims }) => claims.map(claimKey)));
  return was.intersection(new Set(came.flatMap(({ claims }) => claims.map(claimKey))));
}

export function claimKey({ kind, value }: Claim): string {
  return `${kind} ${value}`;
}

/** null where several have one key. */
function byKey<L extends Claimant>(all: readonly L[], kind: LinkKind): ReadonlyMap<string, L | null> {
  const known = new Map<string, L | null>();
  for (const each of all) for (const key of keysOf(each, kind)) known.set(key, known.has(key) ? null : each);
  return known;
}

function keysOf({ name, claims }: Claimant, kind: LinkKind): readonly string[] {
  if (kind === 'name') return [`name ${name.toLowerCase()}`];
  return claims.filter((claim) => claim.kind === kind).map(claimKey);
}
