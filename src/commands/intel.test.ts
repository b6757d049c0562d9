import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { type Harbour, serve } from '../testing/door.ts';
import { EXIT } from './exit.ts';
import { intel, type IntelOptions } from './intel.ts';

let folder = '';
let printed: string[] = [];
let osv: Harbour;
/** Path to body, of what the stand-in for the bucket has. */
let served = new Map<string, Buffer>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registry-audit-intel-command-'));
  printed = [];
  served = new Map();
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-06-29T00:00:00Z') / 1000));
  osv = await serve((request, response) => {
    const body = served.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await osv.close();
  rmSync(folder, { recursive: true });
});

function options(fields: Partial<IntelOptions> = {}): IntelOptions {
  const baseUrl = [`osv=${osv.origin}`];
  const shared = { json: true, offline: false, progress: false, verbose: false };
  return {
    action: 'update',
    intel: join(folder, 'list.gz'),
    cache: join(folder, 'cache'),
    baseUrl,
    ...shared,
    ...fields,
  };
}

async function archive(id: string, ecosystem: string): Promise<Buffer> {
  const affected = [{ package: { ecosystem, name: 'harbor-mcp' }, versions: ['1.0.16'] }];
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify({ id, modified: '2026-06-01T00:00:00Z', affected })), `${id}.json`);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const shown = () => JSON.parse(printed.join('\n'));

describe('intel update', () => {
  test('reads the lists by GET alone and keeps them in one file', async () => {
    served.set('/npm/all.zip', await archive('MAL-2026-1', 'npm'));
    served.set('/PyPI/all.zip', await archive('MAL-2026-2', 'PyPI'));
    expect(await intel(options())).toBe(EXIT.done);
    expect(osv.seen).toEqual(['GET /npm/all.zip', 'GET /PyPI/all.zip']);
    expect(shown()).toMatchObject({
      asOf: '2026-06-29',
      lists: [{ origin: 'osv', date: '2026-06-29', ageDays: 0, counts: { records: 2 } }],
    });
    const first = readFileSync(join(folder, 'list.gz'));

    // The same answers come from the cache within the hour, and make the same file.
    rmSync(join(folder, 'list.gz'));
    expect(await intel(options())).toBe(EXIT.done);
    expect(osv.seen).toHaveLength(2);
    expect(readFileSync(join(folder, 'list.gz')).equals(first)).toBe(true);
  });

  test('with one ecosystem out of reach says so and is done', async () => {
    served.set('/npm/all.zip', await archive('MAL-2026-1', 'npm'));
    expect(await intel(options({ json: false }))).toBe(EXIT.done);
    expect(printed.join('\n')).toMatch(
      /OSV, npm: 1 records, as of 2026-06-29\n.*OSV, PyPI: 0 records.*\n.*not read this time: .*404/,
    );
  });

  test('that can read nothing leaves the list as it was', async () => {
    served.set('/npm/all.zip', await archive('MAL-2026-1', 'npm'));
    await intel(options());
    const before = readFileSync(join(folder, 'list.gz'));
    served.clear();
    rmSync(join(folder, 'cache'), { recursive: true });
    await expect(intel(options())).rejects.toThrow(/nothing could be read, and the list stays as it was/);
    expect(readFileSync(join(folder, 'list.gz')).equals(before)).toBe(true);
  });

  test('makes a damaged list anew', async () => {
    writeFileSync(join(folder, 'list.gz'), 'not a list');
    served.set('/npm/all.zip', await archive('MAL-2026-1', 'npm'));
    expect(await intel(options())).toBe(EXIT.done);
    expect(await intel(options({ action: 'status' }))).toBe(EXIT.done);
  });

  test.each([
    [['npm=http://127.0.0.1:1'], 'is not osv=URL'],
    [['osv=nowhere'], 'is not an address'],
    [['osv=http://127.0.0.1:1', 'osv=http://127.0.0.1:2'], 'is not osv=URL, once'],
    [['osv=http://osv.example'], 'has to be https'],
    [['osv=file:///etc'], 'has to be https'],
  ])('of %j asks nobody', async (baseUrl, message) => {
    await expect(intel(options({ baseUrl }))).rejects.toThrow(message);
  });
});

describe('intel status', () => {
  test('shows the seed where nothing was fetched yet, with its age', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folder);
    expect(await intel({ ...options({ action: 'status', json: false }), intel: undefined })).toBe(EXIT.done);
    expect(printed.join('\n')).toMatch(
      /^Seed: .*\n {2}of \d{4}-\d{2}-\d{2}, (?:\d+ days old|later than today): \d+ records, 0 of them withdrawn/,
    );
    expect(osv.seen).toEqual([]);
  });

  test('shows what was fetched before the seed, and own records before both', async () => {
    served.set('/npm/all.zip', await archive('MAL-2026-1', 'npm'));
    await intel(options());
    printed = [];
    const own = join(folder, 'own.json');
    const affected = [{ package: { ecosystem: 'npm', name: 'harbor-mcp' }, versions: ['1.0.16'] }];
    writeFileSync(
      own,
      JSON.stringify([{ id: 'tidewater-1', modified: '2026-06-20T00:00:00Z', affected }, { id: '\u202e' }]),
    );
    expect(await intel(options({ action: 'status', feed: [own] }))).toBe(EXIT.done);
    expect(
      shown().lists.map(({ origin, ageDays, counts }: { origin: string; ageDays: number; counts: object }) => [
        origin,
        ageDays,
        counts,
      ]),
    ).toEqual([
      ['organisation', 9, { records: 1, withdrawn: 0, refused: 1 }],
      ['osv', 0, { records: 1, withdrawn: 0, refused: 0 }],
      ['seed', expect.any(Number), expect.any(Object)],
    ]);
  });

  test.each<[string, Partial<IntelOptions>]>([
    ['a file that is not there', { intel: '/nowhere/list.gz' }],
    ['own records that are not there', { intel: undefined, feed: ['/nowhere/own.json'] }],
  ])('of %s says what is missing', async (_what, fields) => {
    vi.stubEnv('XDG_CACHE_HOME', folder);
    await expect(intel(options({ action: 'status', ...fields }))).rejects.toMatchObject({
      name: 'IntelError',
      message: expect.stringContaining('/nowhere/'),
    });
  });
});
