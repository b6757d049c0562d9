import { describe, expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { populationOf } from '../testing/population.ts';
import { type Listing, listed } from '../testing/subjects.ts';
import { rowOfSubject } from './population.ts';

const TEXT = 'Departures and delays of all ferries from the old harbour, for the next seven days.';

const popular = (name = 'io.github.tidewater/ferries', fields: Listing = {}) =>
  listed({
    registry: 'pulsemcp',
    name,
    uses: 50_000,
    publishedAt: '2026-01-01T00:00:00Z',
    description: TEXT,
    ...fields,
  });
const copy = (fields: Listing = {}) => listed({ name: 'io.github.quayside/boats', description: TEXT, ...fields });

function copied(subject: Subject, ...others: readonly Subject[]) {
  const description = 'record' in subject ? (subject.record.description ?? '') : '';
  return populationOf([subject, ...others]).established.copiedBy(() => rowOfSubject(subject), description);
}

describe('a description of an established server', () => {
  test('is found again under another publisher', () => {
    expect(copied(copy(), popular())).toMatchObject({
      entry: 'pulsemcp:io.github.tidewater/ferries',
      text: TEXT,
      likeness: 1,
      server: { because: 'pulsemcp counts 50000 uses of' },
    });
    expect(copied(copy({ description: `${TEXT} Today.` }), popular())?.likeness).toBeCloseTo(14 / 15);
  });

  test.each([
    ['by its own publisher', copy({ name: 'io.github.tidewater/boats' }), [popular()]],
    ['by who was there before', copy({ publishedAt: '2025-11-01T00:00:00Z' }), [popular()]],
    ['by nobody who is shown', copy({ registry: 'smithery', name: 'boats' }), [popular()]],
    ['in other words', copy({ description: 'When boats leave, and whether they are late.' }), [popular()]],
    ['of a server that nobody uses', copy(), [popular(undefined, { uses: 10 })]],
    [
      'that three more publishers have',
      copy(),
      [popular(), ...['lantern', 'museum'].map((login) => copy({ name: `io.github.${login}/boats` }))],
    ],
    ['that two established servers have', copy(), [popular(), popular('io.github.lantern/ferries')]],
  ])('is not copied %s', (_case, subject, others) => {
    expect(copied(subject, ...others)).toBeNull();
  });

  test('is the one of its first entry that has any', () => {
    const silent = popular('io.github.aquay/ferries', { description: null });
    expect(copied(copy(), silent, popular())?.entry).toBe('pulsemcp:io.github.tidewater/ferries');
  });
});

test('there are no established servers of an empty snapshot', () => {
  expect(populationOf([]).established).toMatchObject({ servers: [] });
});
