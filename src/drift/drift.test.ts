import { describe, expect, test } from 'vitest';
import type { Json } from '../model/place.ts';
import type { StoredEntry } from '../model/snapshot.ts';
import { changesOf, drift, driftOf, entryOf, kindsOf, rowOf, snapshotOf, stored } from '../testing/drift.ts';

const NAME = 'io.github.tidewater/harbor-mcp';
const OFFICIAL = 'io.modelcontextprotocol.registry/official';
const REPOSITORY = { url: 'https://github.com/tidewater/harbor-mcp', source: 'github' };

/** The kinds of change of one entry whose row was overwritten. */
async function overwritten(before: Record<string, Json>, after: Record<string, Json>): Promise<string[]> {
  const drifted = await driftOf(
    [entryOf(rowOf({ name: NAME, ...before }))],
    [entryOf(rowOf({ name: NAME, ...after }))],
  );
  return kindsOf(drifted).map((line) => line.split(' ')[0] ?? '');
}

const npm = (identifier: string, more: Record<string, Json> = {}) => ({
  packages: [{ registryType: 'npm', identifier, version: '1.0.0', transport: { type: 'stdio' }, ...more }],
});
const oci = (identifier: string, more: Record<string, Json> = {}) => ({
  packages: [{ registryType: 'oci', identifier, transport: { type: 'stdio' }, ...more }],
});
const remote = (...urls: string[]) => ({ remotes: urls.map((url) => ({ type: 'streamable-http', url })) });
const env = (...names: string[]) => npm('harbor-mcp', { environmentVariables: names.map((name) => ({ name })) });

describe('what is no drift', () => {
  test.each<[string, Record<string, Json>, Record<string, Json>]>([
    ['another $schema', { $schema: '' }, { $schema: 'https://static.example/2025-12-11/server.schema.json' }],
    ['an emptied repository object', { repository: { url: '', source: '' } }, { repository: {} }],
    ['a repository left out that was empty', { repository: {} }, {}],
    [
      '.git and a slash behind a repository',
      { repository: REPOSITORY },
      { repository: { url: `${REPOSITORY.url}.git/` } },
    ],
    [
      'upper case in a repository',
      { repository: REPOSITORY },
      { repository: { url: 'https://GitHub.com/Tidewater/harbor-mcp' } },
    ],
    ['empty lists', { packages: [], remotes: [] }, {}],
    [
      'nine digits of a second in place of six',
      { publishedAt: '2026-01-01T00:00:00.123456789Z' },
      { publishedAt: '2026-01-01T00:00:00.123457Z' },
    ],
    [
      'an image’s host in its identifier in place of beside it',
      oci('acme/harbor:1', { registryBaseUrl: 'https://ghcr.io' }),
      oci('ghcr.io/acme/harbor:1'),
    ],
    ['a slash behind a remote', remote('https://mcp.tidewater.example/'), remote('https://mcp.tidewater.example')],
    ['the order of packages’ inputs', env('A_URL', 'B_URL'), env('B_URL', 'A_URL')],
    [
      'another PyPI spelling',
      { packages: [{ registryType: 'pypi', identifier: 'harbor_mcp' }] },
      { packages: [{ registryType: 'pypi', identifier: 'Harbor-MCP' }] },
    ],
  ])('%s', async (_case, before, after) => {
    expect(await overwritten(before, after)).toEqual([]);
  });

  test('another order of keys is not even read', async () => {
    const was = stored({ server: { name: NAME, version: '1.0.0' }, _meta: { [OFFICIAL]: { status: 'active' } } });
    const is = stored({ _meta: { [OFFICIAL]: { status: 'active' } }, server: { version: '1.0.0', name: NAME } });
    const { registries, lines } = await driftOf([entryOf(was)], [entryOf(is)]);
    expect(lines).toEqual([]);
    expect(registries[0]).toMatchObject({ paired: 1, changed: 0, unchanged: 1, respelled: 0 });
  });

  test('another shape of the registry, read as what it says', async () => {
    const flat = stored({
      name: NAME,
      version: '1.0.0',
      status: 'active',
      packages: [
        {
          registry_type: 'npm',
          identifier: 'harbor-mcp',
          version: '1.0.0',
          environment_variables: [{ name: 'A', is_secret: true }],
        },
      ],
      _meta: { [OFFICIAL]: { published_at: '2025-09-10T00:00:00.123456789Z', is_latest: true } },
    });
    const wrapped = stored({
      server: {
        name: NAME,
        version: '1.0.0',
        packages: [
          {
            registryType: 'npm',
            identifier: 'harbor-mcp',
            version: '1.0.0',
            environmentVariables: [{ name: 'A', isSecret: true }],
          },
        ],
      },
      _meta: { [OFFICIAL]: { status: 'active', publishedAt: '2025-09-10T00:00:00.123457Z', isLatest: true } },
    });
    const { registries, lines } = await driftOf([entryOf(flat)], [entryOf(wrapped)]);
    expect(lines).toEqual([]);
    expect(registries[0]).toMatchObject({ paired: 1, changed: 0, respelled: 1 });
  });
});

describe('what is drift', () => {
  const owner = (path: string) => ({ repository: { url: `https://github.com/${path}`, source: 'github' } });
  test.each<[string, string[], Record<string, Json>, Record<string, Json>]>([
    ['a repository of another owner', ['repository/other-owner'], owner('tidewater/harbor'), owner('driftwood/harbor')],
    ['another repository of the owner', ['repository/other-name'], owner('tidewater/harbor'), owner('tidewater/quay')],
    [
      'a renamed repository of the same id',
      ['repository/renamed'],
      { repository: { ...owner('tidewater/harbor').repository, id: '7' } },
      { repository: { ...owner('tidewater/quay').repository, id: '7' } },
    ],
    [
      'the address of another repository',
      ['repository/recreated'],
      { repository: { ...REPOSITORY, id: '7' } },
      { repository: { ...REPOSITORY, id: '8' } },
    ],
    [
      'a folder of a repository',
      ['repository/other-folder'],
      { repository: REPOSITORY },
      { repository: { ...REPOSITORY, subfolder: 'server' } },
    ],
    [
      'a repository elsewhere',
      ['repository/other-host'],
      owner('tidewater/harbor'),
      { repository: { url: 'https://gitlab.com/tidewater/harbor' } },
    ],
    ['a repository that went', ['repository/removed'], { repository: REPOSITORY }, {}],
    ['a repository that came', ['repository/added'], {}, { repository: REPOSITORY }],
    [
      'a remote on another host',
      ['remotes/other-host'],
      remote('https://mcp.tidewater.example'),
      remote('https://mcp.driftwood.example'),
    ],
    [
      'a further host',
      ['remotes/host-added'],
      remote('https://a.example'),
      remote('https://a.example', 'https://b.example'),
    ],
    ['another path', ['remotes/other-address'], remote('https://a.example/v1'), remote('https://a.example/v2')],
    ['another port', ['remotes/other-host'], remote('https://a.example/'), remote('https://a.example:8443/')],
    ['another package', ['packages/other-package'], npm('harbor-mcp'), npm('harbour-mcp')],
    ['an image of another registry', ['packages/other-package'], oci('acme/harbor:1'), oci('ghcr.io/acme/harbor:1')],
    ['another tag', ['packages/version'], oci('acme/harbor:1'), oci('acme/harbor:2')],
    [
      'another hash of the same file',
      ['packages/file-hash'],
      npm('harbor-mcp', { fileSha256: 'a'.repeat(64) }),
      npm('harbor-mcp', { fileSha256: 'b'.repeat(64) }),
    ],
    ['a secret that was not asked for', ['inputs/secret-added'], env('LOG_LEVEL'), env('LOG_LEVEL', 'STRIPE_API_KEY')],
    ['an input that is no secret', ['inputs/added'], env('LOG_LEVEL'), env('LOG_LEVEL', 'PORT')],
    [
      'another preset',
      ['inputs/value'],
      npm('a', { environmentVariables: [{ name: 'HOST', default: 'a.example' }] }),
      npm('a', { environmentVariables: [{ name: 'HOST', default: 'b.example' }] }),
    ],
    ['another status', ['status/changed'], { status: 'active' }, { status: 'deprecated' }],
    ['another description', ['description/changed'], { description: 'Tides' }, { description: 'Tides and winds' }],
    [
      'another time of publishing',
      ['version/republished'],
      { publishedAt: '2026-01-01T00:00:00Z' },
      { publishedAt: '2026-01-01T00:00:01Z' },
    ],
  ])('%s', async (_case, kinds, before, after) => {
    expect(await overwritten(before, after)).toEqual(kinds);
  });

  test('a preset that is a secret is not printed again', async () => {
    const preset = (value: string) => npm('a', { environmentVariables: [{ name: 'API_TOKEN', default: value }] });
    const drifted = await driftOf(
      [entryOf(rowOf({ name: NAME, ...preset('hunter-1') }))],
      [entryOf(rowOf({ name: NAME, ...preset('hunter-2') }))],
    );
    expect(JSON.stringify(changesOf(drifted, 'inputs/value'))).not.toContain('hunter');
  });

  test('the inputs of a first package are that package and no further change', async () => {
    expect(await overwritten({}, env('STRIPE_API_KEY'))).toEqual(['packages/added']);
  });
});

describe('versions', () => {
  const [one, two] = [
    rowOf({ name: NAME, version: '1.0.0' }),
    rowOf({ name: NAME, version: '2.0.0', description: 'More' }),
  ];

  test('a release is told from what its publisher changed with it', async () => {
    const { lines } = await driftOf([entryOf(one)], [entryOf(one, two)]);
    expect(lines.map(({ kind, scope }) => [kind, scope])).toEqual([
      ['description/changed', 'release'],
      ['version/released', 'release'],
    ]);
  });

  test('a row of an earlier version that was rewritten is seen', async () => {
    const rewritten = rowOf({ name: NAME, version: '1.0.0', ...remote('https://mcp.driftwood.example') });
    const { lines } = await driftOf([entryOf(one, two)], [entryOf(rewritten, two)]);
    expect(lines.map(({ kind, scope, rows }) => [kind, scope, rows])).toEqual([['remotes/added', 'in place', 1]]);
  });

  test('an earlier version that is the latest again is a rollback', async () => {
    expect(kindsOf(await driftOf([entryOf(one, two)], [entryOf(two, one)]))).toContain('version/rolled-back 1/1');
  });

  test('a version that is listed no more is said where both listings keep versions', async () => {
    const other = entryOf(rowOf({ name: 'a/a', version: '1' }), rowOf({ name: 'a/a', version: '2' }));
    expect(kindsOf(await driftOf([other, entryOf(one, two)], [other, entryOf(two)]))).toEqual([
      'version/withdrawn 1/1',
    ]);
    expect(kindsOf(await driftOf([entryOf(one, two)], [entryOf(two)]))).toEqual([]);
  });
});

describe('entries of one listing alone', () => {
  const named = (name: string, more: Record<string, Json> = {}) =>
    entryOf(rowOf({ name, publishedAt: '2026-06-25T00:00:00Z', ...more }));
  const town = Array.from({ length: 40 }, (_, index) => named(`io.github.tidewater/boat-${index}`));

  test('are new and gone between two complete listings', async () => {
    const { registries, lines } = await driftOf([...town, named('a/gone')], [...town, named('a/new')]);
    expect(registries[0]).toMatchObject({ paired: 40, new: 1, gone: 1, notSeen: { before: 0, after: 0 } });
    expect(kindsOf({ lines })).toEqual(['entry/gone 1/1', 'entry/new 1/1']);
  });

  test.each([
    ['capped', { enumeration: { ended: 'capped', reason: 'after 500 rows' } }],
    ['smaller than it claims', { advertised: 1000 }],
  ] as const)('are not gone where the later listing is %s', async (_case, coverage) => {
    const after = snapshotOf('2026-06-29', [...town, named('a/new')], coverage);
    const { registries, lines } = await drift(snapshotOf('2026-06-22', [...town, named('a/gone')]), after);
    expect(registries[0]).toMatchObject({ new: 1, gone: null, notSeen: { before: 0, after: 1 } });
    expect(registries[0]?.after?.reason).not.toBeNull();
    expect(kindsOf({ lines })).toEqual(['entry/new 1/1']);
  });

  test('are neither new nor gone where the earlier listing is incomplete', async () => {
    const before = snapshotOf('2026-06-22', [...town, named('a/gone')], {
      enumeration: { ended: 'failed', reason: 'HTTP 500' },
    });
    const { registries, lines } = await drift(before, snapshotOf('2026-06-29', [...town, named('a/new')]));
    expect(registries[0]).toMatchObject({ new: null, gone: null, notSeen: { before: 1, after: 1 } });
    expect(lines).toEqual([]);
  });

  test.each([
    [10, 10],
    [11, null],
  ])('of %d that went from a listing of forty that says it ended, %s are gone', async (count, gone) => {
    const { registries } = await driftOf(town, town.slice(count));
    expect(registries[0]?.gone).toBe(gone);
  });

  test('were there before where they were published before', async () => {
    const old = named('a/old', { publishedAt: '2026-06-21T23:59:59Z' });
    const sameDay = named('a/today', { publishedAt: '2026-06-22T00:00:00Z' });
    const { lines } = await driftOf(town, [...town, old, sameDay]);
    expect(kindsOf({ lines })).toEqual(['entry/returned 1/1', 'entry/new 1/1']);
  });

  test('show that the earlier listing was cut short where many were published before it', async () => {
    const { registries } = await driftOf(town.slice(0, 20), [
      ...town.slice(0, 20),
      ...Array.from({ length: 11 }, (_, index) => named(`a/old-${index}`, { publishedAt: '2026-06-01T00:00:00Z' })),
    ]);
    expect(registries[0]).toMatchObject({ new: null, before: { complete: false } });
  });

  test('are set apart where the other listing refused their row', async () => {
    const after = snapshotOf('2026-06-29', town, { quarantined: 1 }, ['a/refused']);
    const { registries, lines } = await drift(snapshotOf('2026-06-22', [...town, named('a/refused')]), after);
    expect(registries[0]).toMatchObject({ gone: 0, notSeen: { refused: 1 } });
    expect(lines).toEqual([]);
  });

  test('are one entry under another name where its package says so', async () => {
    const { registries, lines } = await driftOf(
      [...town, named('io.github.tidewater/harbor', npm('harbor-mcp'))],
      [...town, named('example.tidewater/harbor', { ...npm('harbor-mcp'), description: 'Tides' })],
    );
    expect(registries[0]).toMatchObject({ paired: 41, renamed: 1, new: 0, gone: 0 });
    expect(kindsOf({ lines })).toEqual(['entry/renamed 1/1', 'description/changed 1/1']);
    expect(changesOf({ lines }, 'entry/renamed')).toMatchObject([
      { entry: 'official:example.tidewater/harbor', was: 'official:io.github.tidewater/harbor' },
    ]);
  });

  test.each<[string, StoredEntry[], StoredEntry[], StoredEntry[]?]>([
    [
      'an entry that stayed names that package too',
      [named('a/stays', npm('harbor-mcp'))],
      [named('b/new', npm('harbor-mcp'))],
    ],
    [
      'an entry that stayed named that package before',
      [entryOf(rowOf({ name: 'a/stays' }))],
      [named('b/new', npm('harbor-mcp'))],
      [named('a/stays', npm('harbor-mcp'))],
    ],
    ['two new ones name it', [], [named('b/new', npm('harbor-mcp')), named('c/new', npm('harbor-mcp'))]],
    ['only the last part of the name agrees', [], [named('b/harbor')]],
  ])('are two entries where %s', async (_case, stays, came, stayed = stays) => {
    const gone = named('a/harbor', npm('harbor-mcp'));
    const { registries } = await driftOf([...town, ...stayed, gone], [...town, ...stays, ...came]);
    expect(registries[0]).toMatchObject({ renamed: 0, gone: 1, new: came.length });
  });

  test('of a registry that one snapshot did not ask are not spoken of', async () => {
    const { registries, lines } = await drift(
      snapshotOf('2026-06-22', [], { registry: 'glama' }),
      snapshotOf('2026-06-29', town),
    );
    expect(registries).toMatchObject([
      { registry: 'official', before: null, new: null, gone: null },
      { registry: 'glama', after: null, new: null, gone: null },
    ]);
    expect(lines).toEqual([]);
  });
});

describe('the same transformation over many publishers', () => {
  const fleet = (count: number, fields: (index: number) => Record<string, Json>) =>
    Array.from({ length: count }, (_, index) =>
      entryOf(rowOf({ name: `io.github.boat${index}/mcp`, ...fields(index) })),
    );

  test.each([
    [9, 'repository/removed 9/9'],
    [10, 'repository/removed 10/10 registry-wide'],
  ])('of %d publishers is %s', async (count, line) => {
    const repository = (index: number) => ({ repository: { url: `https://github.com/boat${index}/mcp` } });
    expect(
      kindsOf(
        await driftOf(
          fleet(count, repository),
          fleet(count, () => ({})),
        ),
      ),
    ).toEqual([line]);
  });

  test('is one line beside the one entry that changed otherwise', async () => {
    const at = (index: number, scheme: string) => remote(`${scheme}://boat${index}.example/mcp`);
    const before = fleet(13, (index) => at(index, 'http'));
    const after = fleet(13, (index) => (index === 12 ? remote('https://driftwood.example/mcp') : at(index, 'https')));
    expect(kindsOf(await driftOf(before, after))).toEqual([
      'remotes/other-host 1/1',
      'remotes/other-address 12/12 registry-wide',
    ]);
  });

  test('is no migration where each publisher wrote something of its own', async () => {
    const own = (index: number) => ({ description: `${String.fromCharCode(97 + index).repeat(3)} of the harbour` });
    expect(
      kindsOf(
        await driftOf(
          fleet(20, () => ({ description: 'Tides' })),
          fleet(20, own),
        ),
      ),
    ).toEqual(['description/changed 20/20']);
  });

  test.each(['status', 'release'])('is no migration where publishers do it themselves: %s', async (what) => {
    const before = fleet(20, () => ({ version: '1.0.0' }));
    const after = fleet(20, () => (what === 'status' ? { status: 'deprecated' } : { version: '1.0.1' }));
    const { lines } = await driftOf(before, after);
    expect(lines.some(({ migration }) => migration)).toBe(false);
  });
});

test('lines come rarest first, and of equally rare ones the more telling first', async () => {
  const before = Array.from({ length: 4 }, (_, index) =>
    entryOf(rowOf({ name: `a/boat-${index}`, repository: REPOSITORY })),
  );
  const change = (index: number) =>
    index === 0
      ? { title: 'Harbour', repository: { url: 'https://github.com/driftwood/harbor-mcp' } }
      : { description: 'Tides', repository: REPOSITORY };
  const after = Array.from({ length: 4 }, (_, index) => entryOf(rowOf({ name: `a/boat-${index}`, ...change(index) })));
  expect(kindsOf(await driftOf(before, after))).toEqual([
    'repository/other-owner 1/1',
    'title/changed 1/1',
    'description/changed 3/3',
  ]);
});

test('a listing out of order is refused', async () => {
  const source = snapshotOf('2026-06-29', []);
  const [a, b] = [entryOf(rowOf({ name: 'a/a' })), entryOf(rowOf({ name: 'a/b' }))];
  async function* entriesOf() {
    for (const entry of [b, a]) yield { id: entry.id, parse: () => entry };
  }
  await expect(drift(snapshotOf('2026-06-22', []), { ...source, entriesOf })).rejects.toThrow('out of order');
});

test('field groups count an entry once, and what the registry did by itself apart', async () => {
  const moved = (index: number, url: string) =>
    entryOf(
      rowOf({
        name: `io.github.boat${index}/mcp`,
        ...remote(url),
        repository: { url: `https://github.com/boat${index}/mcp` },
      }),
    );
  const before = Array.from({ length: 12 }, (_, index) => moved(index, `https://a.boat${index}.example`));
  const after = Array.from({ length: 12 }, (_, index) =>
    index === 0
      ? moved(0, 'https://driftwood.example')
      : entryOf(rowOf({ name: `io.github.boat${index}/mcp`, ...remote(`https://a.boat${index}.example`) })),
  );
  expect(
    (await driftOf(before, [...after, entryOf(rowOf({ name: 'a/new', publishedAt: '2026-06-25T00:00:00Z' }))])).groups,
  ).toEqual([
    { registry: 'official', group: 'repository', new: 0, changed: 0, gone: 0, registryWide: 11 },
    { registry: 'official', group: 'remotes', new: 0, changed: 1, gone: 0, registryWide: 0 },
    { registry: 'official', group: 'entry', new: 1, changed: 0, gone: 0, registryWide: 0 },
  ]);
});
