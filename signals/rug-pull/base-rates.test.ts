import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { EntryId, ServerRecord } from '../../src/model/entry.ts';
import type { Json } from '../../src/model/place.ts';
import type { Subject } from '../../src/model/subject.ts';
import { official } from '../../src/registries/official/index.ts';
import { heaviest, type Signal } from '../../src/signal.ts';
import { hygieneSignals } from '../hygiene/index.ts';
import { rugPullSignals } from './index.ts';

/** Dumps of the official registry, which lie beside a working copy and are no part of it; see signals.md §2.2. */
const DUMPS = new URL('../../../shared/data/official/', import.meta.url);

describe.skipIf(!existsSync(DUMPS))(
  'on the official registry (skipped where its dumps are not beside the working copy)',
  () => {
    it('no signal exceeds its budget on the version rows of 1,062 servers', () => {
      const subjects = subjectsOf('2025-12-12');
      const rates = ratesOf(subjects, { asOf: '2025-12-12', baseline: null });
      expect(subjects).toHaveLength(1_062);
      expect(overBudget(rates, subjects.length)).toEqual([]);
      expect(rates).toMatchObject({
        'rug-pull/args-command-changed': 0,
        'rug-pull/remote-domain-replaced': 1,
        'rug-pull/repo-owner-changed': 1,
        'rug-pull/package-identifier-replaced': 4,
        'rug-pull/repo-removed': 9,
        'rug-pull/secret-input-added': 18,
        'rug-pull/version-burst': 17,
        'hygiene/remote-not-https': 0,
        'hygiene/mcpb-no-sha': 0,
      });
    });

    it.each([
      ['2025-10-14', '2025-10-21', 'folded the versions of 114 rows into their identifiers'],
      ['2025-09-21', '2025-10-07', 'moved its fields and respelled its envelope'],
      ['2025-09-15', '2025-12-12', 'changed its shape twice'],
    ])('nothing exceeds its budget from %s to %s, when the registry %s', (then, now) => {
      const baseline = new Map(subjectsOf(then).map((subject) => [subject.entry.id, newestOf(subject)]));
      const paired = subjectsOf(now).filter(({ entry }) => baseline.has(entry.id));
      const rates = ratesOf(paired, { asOf: now, baseline });
      expect(overBudget(rates, paired.length)).toEqual([]);
    });

    it('the week of the migration is silent but for what publishers did', () => {
      const baseline = new Map(subjectsOf('2025-10-14').map((subject) => [subject.entry.id, newestOf(subject)]));
      const alone = subjectsOf('2025-10-21')
        .filter(({ entry }) => baseline.has(entry.id))
        .map(withoutEarlierRows);
      const rates = ratesOf(alone, { asOf: '2025-10-21', baseline });
      const fired = Object.entries(rates).filter(([id, count]) => count > 0 && !id.startsWith('hygiene/'));
      expect(fired).toEqual([]);
    });
  },
);

interface Context {
  readonly asOf: string;
  readonly baseline: ReadonlyMap<EntryId, ServerRecord> | null;
}

/** Servers that fired, by signal. */
function ratesOf(subjects: readonly Subject[], context: Context): Record<string, number> {
  const signals: readonly Signal<Context>[] = [...rugPullSignals, ...hygieneSignals];
  return Object.fromEntries(
    signals.map((signal) => [
      signal.id,
      subjects.filter((subject) => signal.examine(subject, context).outcome === 'fired').length,
    ]),
  );
}

/** 1 % of servers for a weight of 25 and more, 5 % for 10 and more. */
function overBudget(rates: Readonly<Record<string, number>>, servers: number): readonly string[] {
  return rugPullSignals
    .filter((signal) => {
      const budget = heaviest(signal) >= 25 ? 0.01 : heaviest(signal) >= 10 ? 0.05 : 1;
      return (rates[signal.id] ?? 0) > budget * servers;
    })
    .map(({ id }) => id);
}

/** As it is seen in a capture of latest versions only. */
function withoutEarlierRows(subject: Subject): Subject {
  return subject.depth === 'name' ? subject : { ...subject, earlier: [] };
}

function newestOf(subject: Subject): ServerRecord {
  if (subject.depth === 'name') throw new Error('a row of the official registry has a record');
  return subject.record;
}

function subjectsOf(date: string): readonly Subject[] {
  const rows: readonly Json[] = JSON.parse(gunzipSync(readFileSync(new URL(`${date}.json.gz`, DUMPS))).toString());
  const resource = {
    uri: `https://official.example/${date}`,
    sha256: '0'.repeat(64),
    retrievedAt: `${date}T00:00:00Z`,
  };
  const byName = Map.groupBy(
    rows.map((record, index) => official.read({ record, resource, pointer: `/${index}` })),
    ({ entry }) => entry.name,
  );
  return [...byName.values()].flatMap((versions): Subject[] => {
    const records = versions.flatMap(({ record }) => record ?? []);
    const record = records.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? -1 : 1)).at(-1);
    const [first] = versions;
    if (first === undefined || record === undefined) return [];
    const earlier = records.filter((each) => each !== record);
    return [{ depth: 'metadata', entry: first.entry, notRead: [], record, earlier }];
  });
}
