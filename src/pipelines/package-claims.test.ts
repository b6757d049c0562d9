import { expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { populationOf } from '../testing/population.ts';
import { type Listing, listed, packageNamed } from '../testing/subjects.ts';

const naming = (name: string, day: string, fields: Listing = {}) =>
  listed({ name, publishedAt: `${day}T00:00:00Z`, packages: [packageNamed('npm', 'harbor-tides')], ...fields });
const claimed = (id: string, ...subjects: readonly Subject[]) =>
  populationOf(subjects)
    .packageClaims.of(id)
    .map(({ purl, others }) => [purl, ...others.map((other) => other.id)]);

const first = naming('io.github.tidewater/tides', '2026-01-01');
const second = naming('io.github.quayside/tides', '2026-02-01');

test('the later of two publishers claims a package that is claimed', () => {
  expect(claimed('official:io.github.quayside/tides', first, second)).toEqual([
    ['pkg:npm/harbor-tides', 'official:io.github.tidewater/tides'],
  ]);
  expect(claimed('official:io.github.tidewater/tides', first, second)).toEqual([]);
});

test('where nobody was first, both do', () => {
  const same = naming('io.github.quayside/tides', '2026-01-01');
  expect(claimed('official:io.github.quayside/tides', first, same)).toHaveLength(1);
  expect(claimed('official:io.github.tidewater/tides', first, same)).toHaveLength(1);
});

test('an entry of the same publisher is not another’s claim', () => {
  const again = naming('io.github.tidewater/tides-too', '2026-03-01');
  expect(claimed('official:io.github.tidewater/tides-too', first, second, again)).toEqual([
    ['pkg:npm/harbor-tides', 'official:io.github.quayside/tides'],
  ]);
});

test('directories that find packages by themselves claim nothing', () => {
  const found = naming('quayside/tides', '2026-02-01', { registry: 'glama' });
  expect(claimed('glama:quayside/tides', first, found)).toEqual([]);
});
