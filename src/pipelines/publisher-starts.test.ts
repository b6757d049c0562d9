import { describe, expect, test } from 'vitest';
import { populationOf } from '../testing/population.ts';
import { listed, named } from '../testing/subjects.ts';

const day = (at: string) => `${at}T00:00:00Z`;

describe('since when a publisher is seen', () => {
  const later = listed({ name: 'io.github.tidewater/lanternly-tides', publishedAt: day('2026-02-01') });
  const first = listed({ registry: 'glama', name: 'Tidewater/harbor-crane', publishedAt: day('2026-01-20') });
  const undated = listed({ registry: 'mcp-so', name: 'Tidewater/ferry', publishedAt: null });
  const nameOnly = named({ name: 'com.quayside/cranes' });
  const { publisherStarts } = populationOf([later, first, undated, nameOnly]);

  test.each([
    ['an entry with a date', later],
    ['an entry without one', undated],
  ])('is the first day of all it lists in all registries, asked by %s', (_of, subject) => {
    expect(publisherStarts.of(subject)).toBe(Date.parse(day('2026-01-20')));
  });

  test.each([
    ['of whom no date is known', nameOnly],
    ['who is not there', listed({ name: 'io.github.nobody/ferry' })],
    ['who is not shown', named({ registry: 'smithery', name: 'harbor' })],
  ])('is not known of a publisher %s', (_of, subject) => {
    expect(publisherStarts.of(subject)).toBeNull();
  });
});
