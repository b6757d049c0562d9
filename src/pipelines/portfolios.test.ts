import { describe, expect, test } from 'vitest';
import { populationOf } from '../testing/population.ts';
import { listed, named } from '../testing/subjects.ts';

const day = (at: string) => `${at}T00:00:00Z`;

describe('the portfolio of a publisher', () => {
  const official = listed({ name: 'io.github.tidewater/lanternly-tides', publishedAt: day('2026-02-01') });
  const glama = listed({
    registry: 'glama',
    name: 'Tidewater/harbor-crane',
    publishedAt: null,
    marks: ['author:official', 'hosting:remote-capable'],
  });
  const { portfolios } = populationOf([official, glama, named({ name: 'com.quayside/cranes' })]);

  test('has all it lists in all registries', () => {
    expect(portfolios.of('github.com/tidewater')).toEqual({
      publisher: 'github.com/tidewater',
      entries: 2,
      registries: ['glama', 'official'],
      brands: ['Harbor Crane', 'Lanternly'],
      firstMs: Date.parse(day('2026-02-01')),
      marks: ['glama author:official'],
    });
    expect(portfolios.ofSubject(official)).toEqual(portfolios.of('github.com/tidewater'));
  });

  test('has no day where none is known', () => {
    expect(portfolios.of('quayside.com')).toMatchObject({ entries: 1, firstMs: null, marks: [] });
  });

  test('is none of who is not there, or not shown', () => {
    expect(portfolios.of('github.com/nobody')).toBeUndefined();
    expect(portfolios.ofSubject(named({ registry: 'smithery', name: 'harbor' }))).toBeUndefined();
  });

  test('the largest comes first', () => {
    expect(portfolios.all().map(({ publisher }) => publisher)).toEqual(['github.com/tidewater', 'quayside.com']);
  });
});
