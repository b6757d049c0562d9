import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packaged, packument, published, record, release } from '../../src/testing/subjects.ts';
import { versionBurst } from './version-burst.ts';

/** One every `hours`, the last at the turn of the year. */
const times = (count: number, hours: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1) - (count - 1 - index) * hours * 3_600_000).toISOString(),
  );
const rows = (count: number, hours: number) => {
  const all = times(count, hours);
  const earlier = all.slice(0, -1).map((publishedAt, index) => record({ version: `1.0.${index}`, publishedAt }));
  return listed({ earlier, publishedAt: all.at(-1) ?? null });
};
const releases = (count: number, hours: number) =>
  packaged(...times(count, hours).map((publishedAt, index) => release(`1.0.${index}`, { publishedAt })));

const numbered = (count: number, at: (index: number) => string | null) =>
  Array.from({ length: count }, (_, index) => release(`1.0.${index}`, { publishedAt: at(index) }));
const undated = (count: number) => {
  const known = times(count - 1, 24);
  const each = numbered(count, (index) => known[index] ?? null);
  return published({}, packument({ ordered: 'as listed', releases: each }));
};

describeSignal(versionBurst, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'ten rows within 48 hours': { on: rows(10, 48 / 9), citing: ['/publishedAt'] },
    fourteen: { on: rows(14, 1), citing: '/publishedAt', weight: 10 },
    'fifteen weigh more': { on: rows(15, 1), citing: '/publishedAt', weight: 20 },
    'ten releases of the package': { on: releases(10, 1), citing: ['/time/1.0.9'] },
  },
  silent: {
    'nine rows': rows(9, 1),
    'ten rows in a little more than 48 hours': rows(10, 48 / 9 + 0.01),
    'ten releases over ten days': releases(10, 24),
    'nine releases, one of them without a time': undated(9),
    'one release': packaged(release('1.0.0')),
  },
  unseen: {
    'a name alone': named(),
    'one row and no history': listed(),
    'ten releases, one of them without a time': undated(10),
    'ten releases of a mirror, which do not say when they were published': published(
      {},
      packument({ ordered: 'by version', releases: numbered(10, () => null) }),
    ),
    'ten rows, one of them without a time': listed({
      earlier: times(9, 1).map((publishedAt, index) => record({ version: `1.0.${index}`, publishedAt })),
      publishedAt: null,
    }),
  },
});
