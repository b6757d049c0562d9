import { describe, expect, it } from 'vitest';
import type { Evidence } from '../model/finding.ts';
import { listed, packument, record } from '../testing/subjects.ts';
import { cite } from './cite.ts';
import { acrossRecords, acrossTimelines, baselinePair, recordLabel, recordPairs, successive } from './history.ts';

const ALONE = { baseline: null };
const row = (version: string, day: number, description = 'Reads the tides.') =>
  record({ version, description, publishedAt: `2026-03-${String(day).padStart(2, '0')}T09:00:00Z` });
const subject = (earlier: readonly ReturnType<typeof record>[], version: string, day: number, description?: string) => {
  const newest = row(version, day, description);
  return metadata(
    listed({
      earlier,
      version,
      publishedAt: newest.publishedAt,
      description: newest.description,
      name: 'quayside/tides',
    }),
  );
};

describe('pairs of records', () => {
  it('are neighbours in the order of publishing and not of version numbers', () => {
    const { record: newest, ...rest } = subject([row('2026.1.0', 1), row('2.0.0', 9)], '2.0.1', 5);
    const pairs = recordPairs({ ...rest, record: newest }, ALONE);
    expect(pairs.map(({ before, after }) => [before.version, after.version])).toEqual([
      ['2026.1.0', '2.0.1'],
      ['2.0.1', '2.0.0'],
    ]);
  });

  it('stay as listed where a time is missing', () => {
    const undated = record({ version: '3.0.0', publishedAt: null });
    const pairs = recordPairs(subject([row('1.0.0', 9), undated], '2.0.0', 1), ALONE);
    expect(pairs.map(({ before, after }) => [before.version, after.version])).toEqual([
      ['1.0.0', '3.0.0'],
      ['3.0.0', '2.0.0'],
    ]);
  });

  it('hold the earlier snapshot against the row of the same version, which may have been overwritten', () => {
    const now = subject([row('1.0.0', 1, 'Overwritten.')], '1.1.0', 5);
    const baseline = new Map([[now.entry.id, row('1.0.0', 1)]]);
    expect(baselinePair(now, { baseline })?.after.description).toBe('Overwritten.');
    expect(recordPairs(now, { baseline })).toHaveLength(2);
    expect(recordPairs(now, ALONE)).toHaveLength(1);
  });

  it('hold it against the newest row where the version is gone', () => {
    const now = subject([], '1.1.0', 5);
    const baseline = new Map([[now.entry.id, row('1.0.0', 1)]]);
    expect(baselinePair(now, { baseline })?.after.version).toBe('1.1.0');
    expect(baselinePair(now, { baseline: new Map() })).toBeNull();
  });
});

describe('what is compared across records', () => {
  it('adds up over several versions where no neighbours differ enough', () => {
    const now = subject([row('1.0.0', 1, 'a'), row('1.1.0', 2, 'ab')], '1.2.0', 3, 'b');
    const looked = acrossRecords(now, ALONE, ({ before, after }) =>
      before.description === 'a' && after.description === 'b' ? [told(after)] : [],
    );
    expect(looked).toHaveLength(1);
  });

  it('cannot be seen of a record that stands alone', () => {
    expect(acrossRecords(subject([], '1.0.0', 1), ALONE, () => [])).toEqual({
      unseen: 'nothing earlier of this record to compare it with',
    });
  });

  it('is cited twenty times at most, and no case pushes out another', () => {
    const rows = Array.from({ length: 300 }, (_, index) => row(`1.0.${index}`, 1 + (index % 28)));
    const looked = acrossRecords(subject(rows, '2.0.0', 30), ALONE, ({ after }) => [
      after.version === '1.0.1' ? { ...told(after), case: 'heavy' } : told(after),
    ]);
    expect(looked).toHaveLength(21);
  });
});

it('does not look at a history without times', () => {
  const looked = acrossTimelines([packument({ ordered: 'as listed' })], () => []);
  expect(looked).toEqual({ unseen: 'the history of harbor-mcp does not say when each release was published' });
});

it('is silent only where every package could be looked at', () => {
  const [dated, undated] = [packument(), packument({ ordered: 'as listed' })];
  expect(acrossTimelines([dated], () => [])).toEqual([]);
  expect(acrossTimelines([dated, undated], () => [])).toHaveProperty('unseen');
  expect(acrossTimelines([dated, undated], () => [told(record())])).toHaveLength(1);
});

it('has no pair for one thing', () => {
  expect(successive([1])).toEqual([]);
  expect(successive([1, 2, 3])).toEqual([
    { before: 1, after: 2 },
    { before: 2, after: 3 },
  ]);
});

it('labels a record by version and day, however long the version is', () => {
  expect(recordLabel(row('1.0.0', 2))).toBe('version 1.0.0 (2026-03-02)');
  expect(recordLabel(record({ version: '9'.repeat(5_000), publishedAt: 'soon' })).length).toBeLessThan(120);
});

function told(of: ReturnType<typeof record>): Evidence {
  return cite(of.place, '/description', { statement: 'It changed', observed: of.description });
}

function metadata(of: ReturnType<typeof listed>) {
  if (of.depth !== 'metadata') throw new Error(`not at metadata depth: ${of.depth}`);
  return of;
}
