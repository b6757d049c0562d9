import { describe, expect, test } from 'vitest';
import { claimantOf } from '../identity/claims.ts';
import type { Subject } from '../model/subject.ts';
import {
  listed,
  named,
  packageNamed,
  packument,
  published,
  record,
  release,
  repositoryAt,
} from '../testing/subjects.ts';
import { least, populationRows } from './population-rows.ts';

const rowOf = (subject: Subject) => populationRows()(subject, claimantOf(subject));
const namesOf = (subject: Subject) => rowOf(subject).names.map(({ kind, text, form }) => [kind, text, form.ordered]);

function days(subject: Subject) {
  const { listedMs, firstMs } = rowOf(subject);
  return [listedMs, firstMs].map((ms) => (ms === null ? null : new Date(ms).toISOString().slice(0, 10)));
}

describe('what is kept of an entry', () => {
  test('its names, and those of its packages without their scope', () => {
    const packages = [packageNamed('npm', '@quayside/tide-tables-mcp'), packageNamed('oci', 'tide/tables:1')];
    expect(namesOf(listed({ title: 'Harbour Tides', packages }))).toEqual([
      ['name', 'harbor-mcp', 'harbor'],
      ['title', 'Harbour Tides', 'harbourtide'],
      ['package', '@quayside/tide-tables-mcp', 'tidetable'],
    ]);
  });

  test('no name of generic words alone, none twice, none too long', () => {
    expect(namesOf(named({ name: 'io.github.tidewater/mcp-server' }))).toEqual([]);
    expect(namesOf(named({ name: 'tides', title: 'tides' }))).toEqual([['name', 'tides', 'tide']]);
    expect(namesOf(named({ name: 'tide-'.repeat(50) }))).toEqual([]);
  });

  test('the accounts of its publisher', () => {
    const both = listed({
      name: 'com.quayside/harbor',
      repository: repositoryAt('https://github.com/tidewater/harbor'),
    });
    expect(rowOf(both).publisher).toEqual(['quayside', 'tidewater']);
    expect(rowOf(named({ registry: 'smithery', name: 'harbor' })).publisher).toEqual([]);
  });

  test('when it was first listed, and when anything of it was first published', () => {
    const earlier = [record({ publishedAt: '2026-02-01T00:00:00Z' })];
    expect(days(listed({ publishedAt: '2026-05-04T09:00:00Z', earlier }))).toEqual(['2026-02-01', '2026-02-01']);
    const old = packument({ releases: [release('1.0.0', { publishedAt: '2025-01-01T00:00:00Z' })] });
    expect(days(published({}, old))).toEqual(['2026-05-04', '2025-01-01']);
    expect(days(listed({ publishedAt: null }))).toEqual([null, null]);
    expect(days(named())).toEqual([null, null]);
  });

  test('the uses that its registry counts, none being none', () => {
    expect(rowOf(listed({ uses: 0 })).uses).toBe(0);
    expect(rowOf(listed()).uses).toBeNull();
  });
});

test('the least of what is known', () => {
  expect(least([3, null, 1])).toBe(1);
  expect(least([null])).toBeNull();
  expect(least([])).toBeNull();
});
