/** What a capture keeps: every row that was served, counted once, in the same bytes whichever answer arrived first. */
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  type Arbitrary,
  oneof,
  record as fields,
  scheduler,
} from 'fast-check';
import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { captureAll } from '../../src/capture/capture.ts';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import type { Fetched, Get } from '../../src/fetch/port.ts';
import type { Json } from '../../src/model/place.ts';
import type { Manifest } from '../../src/model/snapshot.ts';
import { ecosystems } from '../../src/packages/index.ts';
import { registries } from '../../src/registries/index.ts';
import { openSnapshot, readEntries, readLines } from '../../src/snapshot/read.ts';
import { writerIn } from '../../src/testing/snapshots.ts';
import type { LoopbackRegistry } from '../registries/answer.ts';
import { glamaRegistry } from '../registries/glama.ts';
import { glamaItem, officialRow, smitheryItem } from '../registries/harbour.ts';
import { mcpSoRegistry } from '../registries/mcp-so.ts';
import { npmRegistry } from '../registries/npm.ts';
import { officialRegistry } from '../registries/official.ts';
import { pypiRegistry } from '../registries/pypi.ts';
import { smitheryRegistry } from '../registries/smithery.ts';
import { town } from '../program/town.ts';
import { hostileText } from './arbitraries.ts';

const ORIGIN = 'https://harbour.invalid';
const QUERIES = ['ferry', 'stripe'];
const home = mkdtempSync(join(tmpdir(), 'registry-audit-laws-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('answers in another order', () => {
  const served = new Map<string, LoopbackRegistry>();
  const feed = town();
  served.set('official', officialRegistry(feed.official));
  served.set('glama', glamaRegistry(feed.glama, { baseUrl: `${ORIGIN}/glama`, key: null }));
  served.set('smithery', smitheryRegistry(feed.smithery, null));
  served.set('mcp-so', mcpSoRegistry(feed.mcpSo, `${ORIGIN}/mcp-so`));
  served.set('npm', npmRegistry(feed, `${ORIGIN}/npm`));
  served.set('pypi', pypiRegistry(feed, `${ORIGIN}/pypi`));
  const answers = new Map<string, Fetched | FetchError>();
  /** Each once: what is answered depends on the address alone. */
  const answerTo = (url: string): Fetched | FetchError => {
    const known = answers.get(url) ?? answered(served, url);
    answers.set(url, known);
    return known;
  };

  test('make the same snapshot', async () => {
    const undisturbed = await captured(async (url) => thrown(answerTo(url)));
    expect(undisturbed.manifest.coverage.map(({ registry, rows }) => [registry, rows])).toEqual([
      ['official', 266],
      ['glama', 130],
      ['smithery', expect.any(Number)],
      ['mcp-so', 240],
    ]);
    expect(undisturbed.manifest.packages.map(({ read }) => read).every((read) => read > 10)).toBe(true);
    await assert(
      asyncProperty(scheduler(), async (order) => {
        const get = order.scheduleFunction(async (url: string) => answerTo(url));
        const again = captured(async (url) => thrown(await get(url)));
        await order.waitFor(again);
        expect(bytesIn((await again).folder)).toEqual(bytesIn(undisturbed.folder));
      }),
      { numRuns: 6 },
    );
  }, 600_000);
});

describe('every row that was served is an entry, an earlier version, a repeat or in quarantine', () => {
  const name = oneof(constantFrom('tidewater/ferry', 'tidewater/quay', 'stripe/pier'), hostileText);
  const anything: Arbitrary<Json> = oneof(
    hostileText,
    constantFrom<Json>(null, 7, [], {}, { server: null }, { server: { name: 7 } }, { qualifiedName: [] }),
    fields({ server: fields({ name: hostileText, version: hostileText }) }),
    fields({ qualifiedName: hostileText, displayName: hostileText }),
    fields({ id: hostileText, name: hostileText, slug: hostileText, namespace: hostileText }),
  );
  const listing = (row: Arbitrary<Json>) => array(oneof(row, row, anything), { maxLength: 14 });
  const version = constantFrom('1.0.0', '1.0.1', 'latest');

  test.each([
    ['official', fields({ name, version }).map((each) => officialRow(each.name, each.version))],
    ['pulsemcp', fields({ name, version }).map((each) => officialRow(each.name, each.version))],
    ['glama', name.map((each) => glamaItem('quayside', each))],
    ['smithery', name.map((each) => smitheryItem(each))],
  ])('%s', async (registry, row) => {
    await assert(
      asyncProperty(listing(row), async (rows) => {
        let served = 0;
        const { folder, manifest } = await captured(
          async (url) => {
            const page = pageOf(registry, rows, new URL(url));
            if (page === null) throw new FetchError('STATUS', url, 'status 404', { status: 404 });
            served += page.servers.length;
            return fetchedFrom(url, Buffer.from(JSON.stringify(page)));
          },
          [registry],
        );
        const [counts] = manifest.coverage;
        if (counts === undefined) throw new Error('no coverage');
        const { distinct, earlierVersions, repeats, quarantined, byDepth } = counts;
        expect([counts.rows, distinct + earlierVersions + repeats + quarantined]).toEqual([served, served]);
        expect(served).toBeGreaterThanOrEqual(rows.length);
        expect(byDepth.name + byDepth.metadata + byDepth.package + byDepth.source).toBe(distinct);
        const snapshot = await openSnapshot(folder);
        expect(await lengthOf(readEntries(snapshot, registry))).toBe(distinct);
        expect(await lengthOf(readLines(snapshot, 'quarantine.ndjson.gz'))).toBe(quarantined);
      }),
      { numRuns: 25 },
    );
  });
});

const PAGE_ROWS = 5;

interface Page {
  readonly servers: readonly Json[];
  readonly [envelope: string]: unknown;
}

/** A page of a listing as that registry puts it; null for what is no listing. */
function pageOf(registry: string, rows: readonly Json[], { pathname, searchParams }: URL): Page | null {
  if (!pathname.endsWith('/servers')) return null;
  const asked = searchParams.get('cursor') ?? searchParams.get('after') ?? searchParams.get('page');
  const at = registry === 'smithery' ? Number(asked ?? 1) - 1 : Number(asked ?? 0);
  const servers = rows.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const next = at + 1 < pages ? String(at + 1) : null;
  if (registry === 'glama') return { servers, pageInfo: { hasNextPage: next !== null, endCursor: next } };
  if (registry === 'smithery') {
    const pagination = { currentPage: at + 1, pageSize: PAGE_ROWS, totalPages: pages, totalCount: rows.length };
    return { servers, pagination };
  }
  return { servers, metadata: { count: servers.length, ...(next === null ? {} : { nextCursor: next }) } };
}

function answered(served: ReadonlyMap<string, LoopbackRegistry>, url: string): Fetched | FetchError {
  const { pathname, searchParams: query } = new URL(url);
  const [, id = ''] = pathname.split('/', 2);
  const answer = served.get(id)?.answer({ path: pathname.slice(id.length + 1), query });
  const status = answer?.status ?? 404;
  return answer === undefined || status !== 200
    ? new FetchError('STATUS', url, `status ${status}`, { status })
    : fetchedFrom(url, answer.body);
}

function fetchedFrom(uri: string, body: Buffer): Fetched {
  return { status: 200, body, resource: { uri, sha256: hash('sha256', body), retrievedAt: '2026-06-29T00:00:00Z' } };
}

function thrown(answer: Fetched | FetchError): Fetched {
  if (answer instanceof FetchError) throw answer;
  return answer;
}

let made = 0;
async function captured(
  get: Get,
  only: readonly string[] = ['official', 'glama', 'smithery', 'mcp-so'],
): Promise<{ readonly folder: string; readonly manifest: Manifest }> {
  made += 1;
  const folder = join(home, String(made));
  const writer = writerIn(folder);
  const { listed, packages, sources } = await captureAll({
    get,
    registries: registries
      .filter(({ id }) => only.includes(id))
      .map((registry) => ({
        registry,
        options: {
          baseUrl: `${ORIGIN}/${registry.id}`,
          keyed: true,
          queries: QUERIES,
          updatedSince: null,
          details: true,
          versions: 'all',
        },
      })),
    ecosystems: ecosystems.map((ecosystem) => ({ ecosystem, baseUrl: `${ORIGIN}/${ecosystem.id}`, concurrency: 4 })),
    sources: null,
    repositories: null,
    sink: writer,
    onStage: () => undefined,
    onItem: () => undefined,
  });
  const manifest = await writer.finish({
    listed,
    packages,
    sources,
    finishedAt: '2026-06-29T01:00:00Z',
  });
  return { folder, manifest };
}

function bytesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), hash('sha256', readFileSync(path))];
    }),
  );
}

async function lengthOf(all: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const each of all) count += Number(each !== undefined);
  return count;
}
