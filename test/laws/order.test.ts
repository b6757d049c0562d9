/** The order in which things arrive never shows: snapshots and reports of the same rows are the same bytes. */
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  shuffledSubarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gateways as listedGateways, protectedNames } from '../../signals/data/index.ts';
import { gatewaySignals, hygieneSignals, lookalikeSignals, rugPullSignals } from '../../signals/index.ts';
import type { Manifest } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import { gatewayFacts } from '../../src/pipelines/gateway-facts.ts';
import { gatewaySurvey } from '../../src/pipelines/gateway.ts';
import { lookalike } from '../../src/pipelines/lookalike.ts';
import { identityShown, populationSurvey } from '../../src/pipelines/population.ts';
import { rugPull } from '../../src/pipelines/rug-pull.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderGatewaysJson } from '../../src/report/gateways.ts';
import { renderJson } from '../../src/report/json.ts';
import type { RefusedRow, Row } from '../../src/registries/port.ts';
import type { LineStore } from '../../src/scan/collect.ts';
import { bind, scan } from '../../src/scan/run.ts';
import { openSnapshot, readEntries, readLines } from '../../src/snapshot/read.ts';
import { coverage, head } from '../../src/testing/candidates.ts';
import { refused, row, wholeEnd, writerIn } from '../../src/testing/snapshots.ts';
import { hostileText, shallowSubject } from './arbitraries.ts';

const AS_OF = '2026-06-29';
const home = mkdtempSync(join(tmpdir(), 'registry-audit-laws-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a scan', () => {
  const population = array(shallowSubject, { minLength: 2, maxLength: 14 }).map((all) => [
    ...new Map(all.map((each) => [each.entry.id, each])).values(),
  ]);
  const twoOrders: Arbitrary<readonly [readonly Subject[], readonly Subject[]]> = population.chain((all) =>
    tuple(constant(all), shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

  test('of the same entries in another order writes the same bytes', async () => {
    await assert(
      asyncProperty(twoOrders, async ([once, again]) => {
        expect(await written(again)).toEqual(await written(once));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a snapshot', () => {
  const rows: Arbitrary<readonly (Row | RefusedRow)[]> = array(
    tuple(
      constantFrom('tide', 'quay', 'pier', '__proto__'),
      constantFrom('1.0.0', '1.0.1'),
      hostileText,
      constantFrom('row', 'row', 'refused'),
    ),
    { maxLength: 12 },
  ).map((all) =>
    all.map(([name, version, description, kind], index) =>
      kind === 'refused'
        ? refused(index, { server: { name: 7, description } })
        : row(name, { version, order: version, index, record: { server: { name, description } } }),
    ),
  );
  const twoOrders = rows.chain((all) =>
    tuple(constant(all), shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
  );

  test('of the same rows in another order is the same files', async () => {
    await assert(
      asyncProperty(twoOrders, async ([once, again]) => {
        const [first, second] = [await stored(distinct(once)), await stored(distinct(again))];
        expect(bytesIn(second.folder)).toEqual(bytesIn(first.folder));
      }),
      { numRuns: 15 },
    );
  });

  test('counts every row once: entries, earlier versions, repeats and refused ones are the rows served', async () => {
    await assert(
      asyncProperty(rows, async (all) => {
        const { manifest, folder } = await stored(all);
        const [counts] = manifest.coverage;
        if (counts === undefined) throw new Error('no coverage');
        const { rows: served, distinct: entries, earlierVersions, repeats, quarantined, byDepth } = counts;
        expect(served).toBe(all.length);
        expect(entries + earlierVersions + repeats + quarantined).toBe(served);
        expect(byDepth.name + byDepth.metadata + byDepth.package + byDepth.source).toBe(entries);
        const snapshot = await openSnapshot(folder);
        expect(await lengthOf(readEntries(snapshot, 'official'))).toBe(entries);
        expect(await lengthOf(readLines(snapshot, 'quarantine.ndjson.gz'))).toBe(quarantined);
      }),
      { numRuns: 15 },
    );
  });

  test('read and written again is the same files', async () => {
    await assert(
      asyncProperty(rows, async (all) => {
        const { folder } = await stored(all.filter(({ kind }) => kind === 'row'));
        const snapshot = await openSnapshot(folder);
        const read: Row[] = [];
        for await (const each of readEntries(snapshot, 'official')) {
          const { id, latest, earlier = [] } = each.parse();
          const name = id.slice('official:'.length);
          for (const [index, kept] of [...earlier, latest].entries()) {
            read.push({ kind: 'row', name, version: String(index), order: String(index), stored: kept });
          }
        }
        const again = await stored(read);
        expect(entriesIn(again.folder)).toEqual(entriesIn(folder));
      }),
      { numRuns: 15 },
    );
  });
});

/** Everything a scan writes of these entries. */
async function written(subjects: readonly Subject[]): Promise<readonly string[]> {
  const registries = ['official', 'glama', 'smithery', 'mcp-so'];
  const manifest: Manifest = {
    schemaVersion: 1,
    date: AS_OF,
    origin: 'synthetic',
    tool: 'registry-audit@0.0.0',
    startedAt: `${AS_OF}T00:00:00Z`,
    finishedAt: `${AS_OF}T01:00:00Z`,
    coverage: registries.map((registry) => coverage(registry)),
    packages: [],
    files: [],
  };
  const byId = new Map(subjects.map((each) => [each.entry.id, each]));
  const population = populationSurvey(protectedNames, { asOf: AS_OF });
  const gateways = gatewaySurvey({ ...protectedNames, listed: listedGateways });
  for (const each of subjects) for (const survey of [population, gateways]) survey.see(each);
  const surveyed = { population: population.result(), gateways: gateways.result() };
  const facts = gatewayFacts(gatewaySignals, surveyed.gateways);
  const reports = await scan(
    {
      head: head(),
      manifest,
      setting: { asOf: AS_OF, baseline: null, intel: null },
      async *entriesOf(registry) {
        for (const { entry } of subjects) {
          if (entry.registry === registry)
            yield { id: entry.id, parse: () => ({ id: entry.id, latest: row('x').stored }) };
        }
      },
      subjectOf(_registry, { id }) {
        const subject = byId.get(id);
        if (subject === undefined) throw new Error(id);
        return subject;
      },
      lines: keptLines,
      beside: [facts],
      identityOf: (id) => identityShown(surveyed.population, id),
      onEntry: () => undefined,
    },
    [
      bind(lookalike([...lookalikeSignals, ...hygieneSignals], protectedNames, surveyed)),
      bind(rugPull([...rugPullSignals, ...hygieneSignals])),
    ],
  );
  return [
    ...reports.flatMap((report) => [[...renderJson(report)].join(''), [...renderCsv(report)].join('')]),
    [...renderGatewaysJson({ head: head(), coverage: manifest.coverage, gateways: facts.result() })].join(''),
  ];
}

function keptLines(): LineStore {
  const lines: string[] = [];
  return { append: (line) => lines.push(line) - 1, read: (position) => lines[position] ?? '' };
}

/** Of rows with one name and version the first counts, so only their order among themselves may show. */
function distinct(rows: readonly (Row | RefusedRow)[]): readonly (Row | RefusedRow)[] {
  const seen = new Map<string, Row>();
  for (const each of rows) {
    if (each.kind !== 'row') continue;
    const key = `${each.name} ${each.version ?? ''}`;
    const known = seen.get(key);
    if (known === undefined || known.stored.pointer > each.stored.pointer) seen.set(key, each);
  }
  return rows.filter((each) => each.kind === 'refused' || seen.get(`${each.name} ${each.version ?? ''}`) === each);
}

let made = 0;
async function stored(
  rows: readonly (Row | RefusedRow)[],
): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
  made += 1;
  const folder = join(home, String(made));
  const writer = writerIn(folder);
  for (const each of rows) {
    if (each.kind === 'row') writer.addRow('official', each);
    else writer.addRefused('official', each);
  }
  return { folder, manifest: await writer.finish(wholeEnd()) };
}

function bytesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path).toString('base64')];
    }),
  );
}

function entriesIn(folder: string): string {
  return readFileSync(join(folder, 'entries', 'official.ndjson.gz')).toString('base64');
}

async function lengthOf(all: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const each of all) count += Number(each !== undefined);
  return count;
}
