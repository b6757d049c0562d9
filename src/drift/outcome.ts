import type { ListingSeen, RegistryDrift } from '../model/drift.ts';
import type { Leftover, Leftovers } from './leftovers.ts';
import type { Compared, Comparer } from './registry-drift.ts';
import type { Rename } from './renames.ts';
import { placeOf, publishedBy } from './source-rows.ts';
import type { Alone } from './unpaired.ts';

interface Found {
  readonly compared: Compared;
  readonly listings: readonly [ListingSeen | null, ListingSeen | null];
  readonly pairs: Comparer;
  readonly gone: Leftovers;
  readonly came: Leftovers;
  readonly alone: Alone;
  readonly publishedEarlier: readonly Leftover[];
}

/** What may be said of the entries that one listing alone shows, by how whole the two are, and the counts of the registry. */
export function outcome(found: Found): RegistryDrift {
  const { compared, listings, pairs, alone } = found;
  const [was, is] = listings;
  const beforeIsWhole = was?.complete === true;
  const bothAreWhole = beforeIsWhole && is?.complete === true;
  // Without both listings whole, one of the two may still stand: then it is no other name but a second entry.
  const [renamed, apart] = bothAreWhole ? [alone.renamed, []] : [[], alone.renamed];
  const wentAway = [...alone.gone, ...apart.map(({ before }) => before)];
  const arrived = [...alone.came, ...apart.map(({ after }) => after)];
  for (const pair of renamed) addRenamed(found, pair);
  if (bothAreWhole) addGone(found, wentAway);
  else compared.found.drop(compared.registry, 'version/withdrawn');
  if (beforeIsWhole) addCame(found, arrived);

  const { paired, changed, respelled } = pairs.counts;
  return {
    registry: compared.registry,
    before: was,
    after: is,
    paired,
    changed,
    unchanged: paired - changed,
    respelled,
    renamed: renamed.length,
    new: beforeIsWhole ? arrived.length : null,
    gone: bothAreWhole ? wentAway.length : null,
    notSeen: {
      before: beforeIsWhole ? 0 : arrived.length,
      after: bothAreWhole ? 0 : wentAway.length,
      refused: alone.refused,
    },
  };
}

function addRenamed({ compared, pairs, gone, came }: Found, pair: Rename<Leftover>): void {
  const { registry, before, after, found } = compared;
  const [from, to] = [gone.read(pair.before), came.read(pair.after)];
  const [old, now] = [before.read(registry, from.latest), after.read(registry, to.latest)];
  found.add(registry, {
    ...publishedBy(now),
    kind: 'entry/renamed',
    scope: null,
    entry: to.id,
    was: from.id,
    before: pair.before.name,
    after: pair.after.name,
    at: { before: placeOf(old), after: placeOf(now) },
  });
  pairs.compare(from, to);
}

function addGone({ compared: { registry, before, found }, gone }: Found, wentAway: readonly Leftover[]): void {
  for (const each of wentAway) {
    const row = before.read(registry, gone.read(each).latest);
    found.add(registry, {
      ...publishedBy(row),
      kind: 'entry/gone',
      scope: null,
      entry: each.id,
      was: null,
      before: each.name,
      after: null,
      at: { before: placeOf(row), after: null },
    });
  }
}

function addCame({ compared, came, publishedEarlier }: Found, arrived: readonly Leftover[]): void {
  const { registry, after, found } = compared;
  const returned = new Set(publishedEarlier);
  for (const each of arrived) {
    const row = after.read(registry, came.read(each).latest);
    found.add(registry, {
      ...publishedBy(row),
      kind: returned.has(each) ? 'entry/returned' : 'entry/new',
      scope: null,
      entry: each.id,
      was: null,
      before: null,
      after: each.name,
      at: { before: null, after: placeOf(row) },
    });
  }
}
