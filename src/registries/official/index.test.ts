import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { drain, listOptions } from '../../../test/registries/drain.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { Input, ServerRecord } from '../../model/entry.ts';
import type { Json, Pointer } from '../../model/place.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { official } from './index.ts';

mockNet();

const SHAPES = [
  '2025-05-seed.json',
  '2025-07-flat-snake.json',
  '2025-09-flat-camel.json',
  '2025-09-wrapped.json',
  '2025-10-unversioned-packages.json',
  '2025-12-remote-variables.json',
  '2026-status-changed.json',
];

describe.each(SHAPES)('the shape of %s', (file) => {
  test('is listed, one server at one version', async () => {
    const { rows, refused, end } = await listed(file);

    expect(refused).toEqual([]);
    expect(end).toEqual({ advertised: null, enumeration: { ended: 'exhausted' } });
    expect(rows.map(({ name }) => name.replace(/^.*\//, ''))).toEqual(['tides']);
    expect(rows[0]?.order).toMatch(/^1 202\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z \S+$/);
  });

  test('is read with pointers that lead to the values in the row', async () => {
    const record = await only(file);
    const row = rowOf(file);
    const cited = citedBy(record);

    expect(record.at).toHaveProperty('publishedAt');
    expect(cited.map(([at]) => [at, resolve(row, at)])).toEqual(cited);
  });
});

describe('what each shape says', () => {
  test('the seed of 2025-05', async () => {
    expect(await only('2025-05-seed.json')).toMatchObject({
      version: '0.0.1-seed',
      status: null,
      publishedAt: '2025-05-16T18:56:49Z',
      repository: { url: 'https://github.com/tidewater/tides', subfolder: null, id: '900000001' },
      packages: [
        { ecosystem: 'npm', identifier: '@tidewater/tides', purl: 'pkg:npm/%40tidewater/tides', transport: null },
      ],
      remotes: [{ type: 'sse', url: 'https://mcp.tidewater.example/sse' }],
      at: { version: '/version_detail/version' },
    });
  });

  test('the flat rows in snake case, whose secret hides in the variable of a runtime argument', async () => {
    const record = await only('2025-07-flat-snake.json');

    expect(record).toMatchObject({
      status: 'active',
      publishedAt: '2025-09-10T19:14:36.362564321Z',
      websiteUrl: 'https://tidewater.example/tides',
      repository: { subfolder: 'servers/tides', id: null },
      packages: [
        {
          purl: 'pkg:oci/tides?repository_url=ghcr.io%2Ftidewater%2Ftides',
          fileSha256: 'ab'.repeat(32),
          runtimeHint: 'docker',
          transport: { type: 'streamable-http', url: 'http://localhost:8080/mcp' },
        },
      ],
    });
    expect(inputsOf(record).map(({ kind, name, at, isSecret }) => [kind, name, at, isSecret])).toEqual([
      ['environment', 'TIDE_KEY', '/packages/0/environment_variables/0', true],
      ['runtime-argument', '-e', '/packages/0/runtime_arguments/0', null],
      ['runtime-argument', 'key', '/packages/0/runtime_arguments/0/variables/key', true],
      ['package-argument', '', '/packages/0/package_arguments/0', null],
      ['header', 'X-Berth', '/packages/0/transport/headers/0', null],
      ['header', 'X-API-Key', '/remotes/0/headers/0', true],
    ]);
  });

  test('the flat rows in camel case, with a status outside the enum', async () => {
    expect(await only('2025-09-flat-camel.json')).toMatchObject({
      status: 'beta',
      repository: 'none',
      packages: [
        {
          ecosystem: 'pypi',
          purl: 'pkg:pypi/tidewater-tides',
          inputs: [{ name: 'TIDE_KEY', isSecret: true, isRequired: null, default: 'none', placeholder: 'tk-…' }],
        },
      ],
      remotes: [],
    });
  });

  test('the wrapped rows', async () => {
    expect(await only('2025-09-wrapped.json')).toMatchObject({
      status: 'deprecated',
      repository: 'none',
      packages: [{ inputs: [{ kind: 'runtime-argument', name: '-y', at: '/server/packages/0/runtimeArguments/0' }] }],
      at: {
        version: '/server/version',
        status: '/_meta/io.modelcontextprotocol.registry~1official/status',
      },
    });
  });

  test('packages whose version is part of their identifier', async () => {
    expect(await only('2025-10-unversioned-packages.json')).toMatchObject({
      title: 'Tidewater Tides',
      packages: [
        { ecosystem: 'oci', version: null, purl: 'pkg:oci/tides?repository_url=ghcr.io%2Ftidewater%2Ftides' },
        { ecosystem: 'mcpb', version: null, purl: 'pkg:generic/github.com/tidewater/tides' },
      ],
    });
  });

  test('variables of a remote and of its headers', async () => {
    const record = await only('2025-12-remote-variables.json');

    expect(record).toMatchObject({ repository: 'none', packages: [] });
    expect(inputsOf(record).map(({ kind, name, at, isSecret }) => [kind, name, at, isSecret])).toEqual([
      ['header', 'Authorization', '/server/remotes/0/headers/0', null],
      ['header', 'token', '/server/remotes/0/headers/0/variables/token', true],
      ['url-variable', 'harbour', '/server/remotes/0/variables/harbour', null],
      ['url-variable', 'a/b~c', '/server/remotes/0/variables/a~1b~0c', null],
    ]);
  });

  test('a status that was changed with a message, and kinds that are new', async () => {
    expect(await only('2026-status-changed.json')).toMatchObject({
      status: 'deleted',
      statusMessage: 'Moved to com.tidewater/tides',
      repository: 'none',
      packages: [
        { ecosystem: 'cargo', purl: 'pkg:cargo/tidewater-tides', inputs: [] },
        { ecosystem: 'harbour-shelf', purl: null, transport: { type: 'carrier-pigeon' } },
      ],
      remotes: [],
    });
  });
});

describe('an entry', () => {
  test.each([
    ['io.github.tidewater/tides', 'io.github.tidewater', 'tides'],
    ['tides', null, 'tides'],
    ['com.Tidewater/Tides ', 'com.Tidewater', 'Tides '],
  ])('named "%s" has namespace %s and leaf "%s"', (name, namespace, leaf) => {
    const { entry } = official.read(stored({ server: { name } }));

    expect(entry).toMatchObject({ id: `official:${name}`, registry: 'official', name, namespace, leaf, title: null });
  });

  test.each([
    ['absent', {}],
    ['null', { repository: null }],
    ['an empty object', { repository: {} }],
    ['an object of empty strings', { repository: { url: '', source: '' } }],
  ])('whose repository is %s has none, and no place to cite', (_what, repository) => {
    const { record } = official.read(stored({ server: { name: 'io.github.tidewater/tides', ...repository } }));

    expect(record?.repository).toBe('none');
    expect(record?.at).toEqual({});
  });

  test('of hostile keys is read without harm', () => {
    const hostile: Json = JSON.parse(
      '{"__proto__":{"server":{"name":"x"}},"server":{"name":"a/b","__proto__":{"title":"x"},"remotes":[{"type":"sse","url":"not a url","variables":{"__proto__":{"isSecret":true},"constructor":{"isSecret":true}}}]}}',
    );
    const { record } = official.read(stored(hostile));

    expect(record).toMatchObject({ title: null, remotes: [{ inputs: [{ name: 'constructor', isSecret: true }] }] });
    expect(Object.hasOwn(Object.prototype, 'isSecret')).toBe(false);
  });
});

describe('a row that is refused', () => {
  test.each([
    [
      'has no name',
      { server: { version: '1.0.0' } },
      '/server/name: Invalid input: expected string, received undefined',
    ],
    ['has an empty name', { name: '' }, '/name: Too small: expected string to have >=1 characters'],
    ['is no object', 'tides', 'all of it: Invalid input: expected object, received string'],
    ['is null', null, 'all of it: Invalid input: expected object, received null'],
    ['has a null server', { server: null }, '/server: Invalid input: expected object, received null'],
    [
      'has a package without a type',
      { server: { name: 'a/b', packages: [{ identifier: 'tides' }] } },
      '/server/packages/0/registryType: Invalid input: expected string, received undefined',
    ],
    [
      'has a flag that is a word',
      { server: { name: 'a/b', remotes: [{ type: 'sse', url: 'u', headers: [{ name: 'h', isSecret: 'yes' }] }] } },
      '/server/remotes/0/headers/0/isSecret: Invalid input: expected boolean, received string',
    ],
    [
      'has a description of a megabyte',
      { server: { name: 'a/b', description: 'a'.repeat(1_000_000) } },
      '/server/description: Too big: expected string to have <=65536 characters',
    ],
  ])('%s', async (_what, row, reason) => {
    serve({ servers: [row] });

    const { rows, refused } = await list();

    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ pointer: '/servers/0', record: row, reason }]);
  });

  test('with many faults is told in a bounded line', async () => {
    serve({ servers: [{ server: { name: 'a/b', packages: Array.from({ length: 50 }, () => ({})) } }] });

    const { refused } = await list();

    expect(refused[0]?.reason.length).toBeLessThanOrEqual(300);
    expect(refused[0]?.reason).toMatch(/; and 97 more$/);
  });
});

const SHARED = join(import.meta.dirname, '../../../../shared/data/official');

describe.skipIf(!existsSync(SHARED))(`real rows (skipped where ../shared/data is not there)`, () => {
  test.each([
    ['2025-09-15.json.gz', 303, 212],
    ['2025-09-21.json.gz', 561, 352],
    ['2025-09-30.json.gz', 100, 64],
    ['2025-10-07.json.gz', 1_033, 567],
    ['2025-10-14.json.gz', 1_180, 632],
    ['2025-10-21.json.gz', 1_289, 675],
    ['2025-12-11.json.gz', 2_624, 1_055],
    ['2025-12-12.json.gz', 2_653, 1_062],
  ])('of %s: %i rows of %i servers are all read', (file, rowCount, serverCount) => {
    const names = real(file).map((row) => official.read(stored(row)).entry.name);

    expect(names).toHaveLength(rowCount);
    expect(new Set(names).size).toBe(serverCount);
  });

  test('of the sample of 2026-09 are all read', () => {
    const rows = textOf('2026-09-sample.ndjson.gz').trimEnd().split('\n');
    const statuses = rows.map((row) => official.read(stored(JSON.parse(row))).record?.status);

    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set(['active']));
  });

  test('of the seed are all read but for the seven that are empty', () => {
    const rows = real('seed-2025-05-16.json.gz');
    const named = rows.filter((row) => resolve(row, '/name') !== '');
    const empty = rows.filter((row) => resolve(row, '/name') === '');

    expect([named.length, empty.length]).toEqual([464, 7]);
    for (const row of named) expect(official.read(stored(row)).record?.version).toBe('0.0.1-seed');
    for (const row of empty) expect(() => official.read(stored(row))).toThrow('>=1 characters');
  });
});

function real(file: string): readonly Json[] {
  return JSON.parse(textOf(file));
}

function textOf(file: string): string {
  return gunzipSync(readFileSync(join(SHARED, file))).toString('utf8');
}

function pageOf(file: string): Json {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'));
}

function rowOf(file: string): Json {
  return resolve(pageOf(file), '/servers/0') ?? null;
}

function serve(page: Json): void {
  nock(official.baseUrl).get('/v0.1/servers?limit=100').reply(200, JSON.stringify(page));
}

function list() {
  return drain(official.list(plainGet, listOptions({ baseUrl: official.baseUrl, keyed: false })));
}

function listed(file: string) {
  serve(pageOf(file));
  return list();
}

/** The record of the one row of a fixture, by way of the listing. */
async function only(file: string): Promise<ServerRecord> {
  const { rows } = await listed(file);
  const [row] = rows;
  const record = row === undefined ? null : official.read(row.stored).record;
  if (record === null) throw new Error(`${file} lists no record`);
  return record;
}

function inputsOf({ packages, remotes }: ServerRecord): readonly Input[] {
  return [...(packages ?? []), ...(remotes ?? [])].flatMap(({ inputs }) => inputs);
}

/** Each pointer of a record with what has to stand there. */
function citedBy(record: ServerRecord): readonly (readonly [Pointer, unknown])[] {
  const scalars = Object.entries({ ...record, repository: expect.objectContaining(repositoryOf(record)) });
  const fields = Object.entries(record.at).map(
    ([field, at]) => [at, scalars.find(([key]) => key === field)?.[1]] as const,
  );
  const remotes = (record.remotes ?? []).map(({ at, url }) => [`${at}/url`, url] as const);
  const items = [...(record.packages ?? []), ...inputsOf(record)].map(({ at }) => [at, expect.any(Object)] as const);
  const names = inputsOf(record)
    .filter(({ at, name }) => name !== '' && !at.includes('/variables/'))
    .map(({ at, name }) => [`${at}/name`, name] as const);
  return [...fields, ...remotes, ...items, ...names];
}

function repositoryOf({ repository }: ServerRecord): object {
  return typeof repository === 'object' && repository !== null ? { url: repository.url } : {};
}

function stored(record: Json): StoredRow {
  const resource = { uri: official.baseUrl, sha256: '0'.repeat(64), retrievedAt: '2026-10-01T00:00:00Z' };
  return { record, resource, pointer: '/servers/0' };
}
