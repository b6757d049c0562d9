import { expect, test } from 'vitest';
import { recorded } from '../testing/recalls.ts';
import disputed from './data/disputed.json' with { type: 'json' };
import { doubtAbout } from './doubt.ts';

test.each([
  ['most records', recorded('MAL-2026-1'), undefined],
  ['a record whose id is on the list', recorded('MAL-2026-13399'), 'disputed'],
  ['an id that only begins like it', recorded('MAL-2026-133990'), undefined],
  ['one that its only reporter calls a test', recorded('MAL-2026-1', { labels: ['PROBABLY_PENTEST'] }), 'pentest'],
  [
    'a test that somebody else reported too',
    recorded('MAL-2026-1', { labels: ['PENTEST'], origins: ['one', 'two'] }),
    undefined,
  ],
  ['a test that is also called an attack', recorded('MAL-2026-1', { labels: ['PENTEST', 'MALICIOUS'] }), undefined],
  ['what its reporter could not make out', recorded('MAL-2026-1', { labels: ['HIGHLY_SUSPICIOUS'] }), 'disputed'],
  [
    'a test that he could not make out either',
    recorded('MAL-2026-1', { labels: ['PENTEST', 'HIGHLY_SUSPICIOUS'] }),
    'disputed',
  ],
  ['a category that is like a property of objects', recorded('MAL-2026-1', { labels: ['constructor'] }), undefined],
])('how sure is %s', (_what, record, kind) => {
  expect(doubtAbout(record)?.kind).toBe(kind);
});

test('the list is sorted, without repeats, dated and sourced', () => {
  const ids = disputed.records.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(disputed.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(disputed.sources.length).toBeGreaterThan(0);
  for (const { kind } of disputed.labels) expect(['disputed', 'pentest']).toContain(kind);
});
