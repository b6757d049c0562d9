import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { askJson, serving } from './ask.ts';
import { at } from './at.ts';
import { feedFromDumps } from './dumps.ts';
import { officialRow } from './harbour.ts';

const CHARTS = officialRow('example.tidewater/charts', '1.0.0');
const INDEXED = {
  name: 'io.github.quayside/moorings',
  description: 'Free moorings',
  version: '0.1',
  status: 'deprecated',
  server_type: 'remote',
  published_at: '2026-05-01T00:00:00Z',
  updated_at: '2026-05-02T00:00:00Z',
  is_latest: 1,
  repository: { url: 'https://github.com/quayside/moorings', source: 'github', subfolder: null, repo_id: '17' },
};

/** A folder laid out like the recorded dumps, with invented rows in it. */
function dumps(files: Readonly<Record<string, readonly Json[] | Json>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dumps-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'official'));
  for (const [path, content] of Object.entries({ ...OTHERS, ...files })) {
    const lines = Array.isArray(content) ? content.map((row) => JSON.stringify(row)).join('\n') : '';
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), gzipSync(path.includes('.ndjson') ? lines : JSON.stringify(content)));
  }
  return folder;
}

const OTHERS = {
  'glama/2025-05-07.json.gz': { servers: [{ id: 'g1' }] },
  'smithery/2025-04-26.json.gz': { servers: [{ qualifiedName: '@tidewater/charts' }] },
  'mcpso/2025-08-07.ndjson.gz': [{ url: 'https://mcp.so/server/charts/tidewater' }, { url: null }],
  'pulsemcp/2025-04-27.json.gz': [{ owner: 'tidewater', repo: 'charts', experimental_ai_generated_description: 'x' }],
};

describe('a feed from dumps', () => {
  test.each([
    ['2025-09-20', 'next_cursor', ['september']],
    ['2025-09-30', 'nextCursor', ['october']],
    ['2025-01-01', 'next_cursor', ['september']],
  ])('of %s has the raw rows and the spelling of its day', (date, cursorField, rows) => {
    const folder = dumps({
      'official/2025-09-15.json.gz': ['september'],
      'official/2025-09-30.json.gz': ['october'],
      'official/2026-09-sample.ndjson.gz': ['sample'],
    });
    expect(feedFromDumps(folder, { date })?.official).toEqual({ rows, cursorField });
  });

  it('takes the index where that is later, and only what the index has', () => {
    const folder = dumps({
      'official/2025-12-11.json.gz': [CHARTS],
      'official-index/2026-05-03.ndjson.gz': [INDEXED],
    });
    expect(feedFromDumps(folder, { date: '2026-01-01' })?.official.rows).toEqual([CHARTS]);
    expect(feedFromDumps(folder, { date: '2026-06-29' })?.official.rows).toEqual([
      {
        server: {
          name: 'io.github.quayside/moorings',
          description: 'Free moorings',
          version: '0.1',
          repository: { url: 'https://github.com/quayside/moorings', source: 'github', id: '17' },
        },
        _meta: {
          'io.modelcontextprotocol.registry/official': {
            status: 'deprecated',
            publishedAt: '2026-05-01T00:00:00Z',
            updatedAt: '2026-05-02T00:00:00Z',
            isLatest: true,
          },
        },
      },
    ]);
  });

  it('has the other registries in their shapes, without the words of a directory about a server', () => {
    const feed = feedFromDumps(dumps({}), { date: '2026-06-29' });
    expect(feed).toMatchObject({
      glama: { items: [{ id: 'g1' }] },
      smithery: { items: [{ qualifiedName: '@tidewater/charts' }], cap: 500 },
      mcpSo: { urls: ['https://mcp.so/server/charts/tidewater'], scheme: 'old' },
    });
    expect(feed?.pulsemcp.rows).toEqual([
      {
        server: {
          name: 'tidewater/charts',
          repository: { url: 'https://github.com/tidewater/charts', source: 'github' },
        },
        _meta: { 'com.pulsemcp/server-version': { isLatest: true } },
      },
    ]);
  });

  it('is undefined where there are no dumps', () => {
    expect(feedFromDumps(join(tmpdir(), 'no-such-folder'), { date: '2026-06-29' })).toBeUndefined();
  });
});

const RECORDED = join(import.meta.dirname, '../../../shared/data');

describe.skipIf(!existsSync(RECORDED))('the recorded listings (skipped where ../shared/data is not there)', () => {
  test.each(['2025-09-15', '2025-09-30', '2025-12-12', '2026-05-23'])('of %s are served unchanged', async (date) => {
    const feed = feedFromDumps(RECORDED, { date });
    const { baseUrls } = await serving(feed ?? {});
    const page = await askJson(`${baseUrls.official}/v0/servers?limit=100`);
    expect(at(page, 'servers')).toEqual(feed?.official.rows.slice(0, 100));
    expect(at(page, 'servers')).toHaveLength(100);
    const smithery = await askJson(`${baseUrls.smithery}/servers?pageSize=100`);
    expect(at(smithery, 'pagination')).toMatchObject({ totalPages: 5, totalCount: 5_186 });
  });
});
