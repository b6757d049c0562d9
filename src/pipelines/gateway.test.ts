import { describe, expect, test } from 'vitest';
import type { Gateway } from '../model/gateway.ts';
import type { Subject } from '../model/subject.ts';
import { gatewayData, gatewaysAmong, input, LEAVES, neighbour, netloft, wharfside } from '../testing/gateways.ts';
import { listed, named, packageNamed, remoteAt, repositoryAt } from '../testing/subjects.ts';
import { explainedByGateway } from './gateway.ts';

const many = (count: number, make: (leaf: string) => Subject): Subject[] => LEAVES.slice(-count).map(make);
const brands = (count: number, make: (leaf: string) => Subject): Subject[] => LEAVES.slice(0, count).map(make);
const only = (subjects: readonly Subject[], data = gatewayData): Gateway => {
  const [gateway, ...others] = gatewaysAmong(subjects, data).all;
  if (gateway === undefined || others.length > 0) throw new Error(`${others.length + 1} gateways`);
  return gateway;
};
const ids = (subjects: readonly Subject[]) => gatewaysAmong(subjects).all.map(({ id }) => id);
/** Nothing but the name in common, so that no template makes one. */
const apart = (leaf: string) =>
  wharfside(leaf, {
    description: null,
    remotes: [remoteAt(`https://${leaf.length}-${leaf}.wharfside.example/x${leaf.length}`)],
  });
const unhosted = (leaf: string) => wharfside(leaf, { description: null, remotes: [] });

const inDirectory = (leaf: string) =>
  listed({
    registry: 'glama',
    name: leaf,
    description: null,
    repository: repositoryAt(`https://github.com/wharfside/${leaf}`),
  });
const undescribed = (leaf: string) => wharfside(leaf, { description: null });
const onPlatform = (platform: string) =>
  LEAVES.slice(-20).map((leaf) =>
    listed({
      name: `io.github.skipper-${leaf}/boat`,
      description: null,
      remotes: [remoteAt(`https://${leaf}.${platform}/x`)],
    }),
  );
const saltmarshOwn = (leaf: string) =>
  listed({
    name: `io.github.saltmarsh-labs/saltmarsh-${leaf}`,
    description: null,
    remotes: [remoteAt(`https://mcp.saltmarsh.example/${leaf.length}/${leaf}`)],
  });
const keyed = (leaf: string, ...names: readonly string[]) =>
  wharfside(leaf, {
    remotes: [
      remoteAt(`https://mcp.wharfside.example/${leaf}/mcp`, {
        inputs: names.map((name) => input(name, { kind: 'header', at: `/remotes/0/headers/${name}` })),
      }),
    ],
  });
const packaged = (leaf: string) => wharfside(leaf, { packages: [packageNamed('npm', leaf)] });
const bare = (leaf: string) => wharfside(leaf, { repository: 'none' });
const atNetloft = (leaf: string) =>
  listed({
    name: `io.github.skipper-${leaf}/boat`,
    description: null,
    remotes: [remoteAt('https://mcp.netloft.example/x')],
  });

describe('by structure, a gateway', () => {
  test('spans four brands of others, and no fewer', () => {
    expect(only([...brands(4, unhosted), ...many(1, unhosted)])).toMatchObject({
      id: 'github.com/wharfside',
      class: 'not statically falsifiable',
      name: null,
      found: 'by structure',
      reasons: [{ by: 'structure', rule: 'brands', unit: 'github.com/wharfside', measured: 4, threshold: 4 }],
      serversAtLeast: 5,
    });
    expect(ids([...brands(3, unhosted), ...many(2, unhosted)])).toEqual([]);
  });

  test('has twenty servers in one registry, and no fewer', () => {
    expect(only(many(20, unhosted)).reasons).toMatchObject([{ rule: 'servers', measured: 20 }]);
    expect(ids(many(19, unhosted))).toEqual([]);
  });

  test('does not have twenty where two registries list the same ten', () => {
    const found = [...many(10, unhosted), ...many(10, inDirectory)];
    expect(ids(found)).toEqual([]);
    expect(only([...found, ...brands(4, unhosted)])).toMatchObject({
      servers: [
        { registry: 'glama', entries: 10 },
        { registry: 'official', entries: 14 },
      ],
      serversAtLeast: 14,
    });
  });

  test('has five wrappers of one template that are half of all, and no fewer', () => {
    expect(only([...many(5, wharfside), ...brands(2, apart), ...many(3, apart)]).reasons).toMatchObject([
      { rule: 'templates', unit: 'github.com/wharfside', measured: 5 },
      { rule: 'templates', unit: 'wharfside.example', measured: 5 },
    ]);
    expect(ids(many(4, wharfside))).toEqual([]);
  });

  test('has four wrappers of one template, half of them named after brands, and no fewer', () => {
    expect(only([...brands(2, undescribed), ...many(2, undescribed)]).reasons).toMatchObject([
      { rule: 'connectors', measured: 4 },
      { rule: 'connectors', measured: 4 },
    ]);
    expect(ids([...brands(1, undescribed), ...many(3, undescribed)])).toEqual([]);
    expect(ids([...brands(2, undescribed), ...many(1, undescribed)])).toEqual([]);
  });

  test('is a domain with four connectors to two brands that are three quarters of all, and no fewer', () => {
    const connectors = ['lanternly', 'lanternly-maps', 'gullnet', 'gullnet-maps'];
    const atDomain = (leaf: string) => listed({ name: `example.wharfside/${leaf}`, description: null });
    const elsewhere = ['chart-1', 'chart-2'].map(atDomain);
    expect(only([...connectors.map(atDomain), ...elsewhere.slice(1)]).reasons).toMatchObject([
      { rule: 'portfolio', unit: 'wharfside.example', measured: 4, threshold: 4 },
    ]);
    expect(ids([...connectors.map(atDomain), ...elsewhere])).toEqual([]);
    expect(ids(connectors.slice(1).map(atDomain))).toEqual([]);
    expect(ids(['', '-maps', '-lamps', '-news'].map((what) => atDomain(`lanternly${what}`)))).toEqual([]);
    expect(ids(connectors.map(unhosted))).toEqual([]);
  });

  test('is one host of many publishers as much as one publisher', () => {
    const hosted = LEAVES.slice(-20).map((leaf) =>
      listed({
        name: `io.github.skipper-${leaf}/boat`,
        description: null,
        remotes: [remoteAt('https://mcp.slipway.test/x')],
      }),
    );
    const gateway = only(hosted);
    expect(gateway).toMatchObject({ id: 'slipway.test', hosts: [{ name: 'slipway.test', entries: 20 }] });
    expect(gateway.publishers).toHaveLength(20);
  });

  test('is no platform on which twenty accounts have a name each', () => {
    expect(ids(onPlatform('workers.dev'))).toEqual([]);
    expect(ids(onPlatform('slipway.example'))).toEqual([]);
    expect(ids(onPlatform('run.tools'))).toEqual(['run.tools']);
  });
});

describe('a vendor', () => {
  test('with thirty servers of its own brand is no gateway', () => {
    expect(ids(many(30, saltmarshOwn))).toEqual([]);
  });

  test('that spans four brands of others is one', () => {
    expect(
      only([...many(30, saltmarshOwn), ...['lanternly', 'gullnet', 'cocklebed', 'tidemill'].map(saltmarshOwn)]).reasons,
    ).toMatchObject([
      { rule: 'brands', unit: 'github.com/saltmarsh-labs', measured: 4 },
      { rule: 'brands', unit: 'saltmarsh.example', measured: 4 },
    ]);
  });

  test('whose host somebody else lists is spanned by nobody', () => {
    const relisted = LEAVES.slice(1, 5).map((brand) =>
      listed({
        name: `io.github.wharfside/${brand}`,
        description: null,
        remotes: [remoteAt(`https://mcp.${brand}.example`)],
      }),
    );
    expect(ids(relisted)).toEqual([]);
  });
});

describe('by list', () => {
  const ferry = listed({
    name: 'io.github.tidewater/ferry',
    remotes: [remoteAt('https://gateway.netloft.example/ferry')],
  });

  test('one entry is enough, and structure is told beside', () => {
    expect(only([ferry])).toMatchObject({
      id: 'netloft',
      name: 'Netloft',
      kind: 'hosted-connectors',
      found: 'by list',
      reasons: [{ by: 'list', matched: ['host'], entries: 1 }],
    });
    const twenty = many(20, (leaf) => listed({ name: `example.netloft/${leaf}`, description: null }));
    expect(only([ferry, ...twenty])).toMatchObject({
      found: 'by list and by structure',
      serversAtLeast: 21,
      reasons: [
        { by: 'list', matched: ['host', 'name'], entries: 21 },
        { by: 'structure', rule: 'servers', unit: 'netloft.example' },
      ],
    });
  });

  test('a new account of the gateway joins it by its host', () => {
    const renamed = many(20, (leaf) =>
      listed({
        name: `io.github.netloft-next/${leaf}`,
        remotes: [remoteAt(`https://gateway.netloft.example/${leaf}`)],
      }),
    );
    expect(only(renamed)).toMatchObject({
      id: 'netloft',
      publishers: [{ name: 'github.com/netloft-next', entries: 20 }],
    });
  });

  test('with the list off, structure finds it again under its own name', () => {
    const twenty = many(20, (leaf) =>
      listed({ name: `io.github.netloft-io/${leaf}`, remotes: [remoteAt(`https://gateway.netloft.example/${leaf}`)] }),
    );
    expect(only(twenty, { ...gatewayData, listed: [] })).toMatchObject({
      found: 'by structure',
      name: null,
      id: 'netloft.example',
      hosts: [{ name: 'netloft.example', entries: 20 }],
    });
  });
});

describe('where the keys go', () => {
  test('is told field by field, brands first', () => {
    const gateway = only([
      keyed('saltmarsh', 'Authorization'),
      keyed('saltmarsh-maps', 'Authorization'),
      keyed('chart-1', 'GULLNET_TOKEN', 'Authorization', 'wharfside-api-key'),
      ...brands(5, (leaf) => keyed(leaf)),
    ]);
    const to = { to: 'mcp.wharfside.example', toKind: 'host' };
    expect(gateway.credentials).toEqual([
      {
        brand: 'Gullnet',
        brandFrom: 'field',
        field: 'GULLNET_TOKEN',
        ...to,
        toBrand: false,
        hostsOwn: false,
        entries: 1,
      },
      {
        brand: 'Saltmarsh',
        brandFrom: 'entry',
        field: 'Authorization',
        ...to,
        toBrand: false,
        hostsOwn: false,
        entries: 2,
      },
      { brand: null, brandFrom: null, field: 'Authorization', ...to, toBrand: null, hostsOwn: false, entries: 1 },
      { brand: null, brandFrom: null, field: 'wharfside-api-key', ...to, toBrand: null, hostsOwn: true, entries: 1 },
    ]);
  });

  test('and whether there is code to read', () => {
    expect(only(many(20, packaged)).publishedCode).toEqual({ packages: 'all', repositories: 'all' });
    expect(only([...many(20, packaged), ...brands(1, bare)]).publishedCode).toEqual({
      packages: 'some',
      repositories: 'some',
    });
    expect(only(many(20, bare)).publishedCode).toEqual({ packages: 'none', repositories: 'none' });
    expect(only(many(20, (leaf) => named({ name: `io.github.wharfside/${leaf}` }))).publishedCode).toEqual({
      packages: 'unknown',
      repositories: 'unknown',
    });
  });
});

describe('an entry is explained', () => {
  const town = [...many(20, wharfside), ...brands(5, wharfside)];
  const explained = (subject: Subject, others: readonly Subject[] = town, data = gatewayData) =>
    explainedByGateway(subject, gatewaysAmong([...others, subject], data));

  test.each([
    ['where the gateway publishes it', wharfside('lanternly-lamps', { remotes: [] }), 'wharfside.example'],
    ['where only its name is known', named({ name: 'io.github.wharfside/lanternly-lamps' }), 'wharfside.example'],
    [
      'where all its remotes are the gateway’s',
      neighbour('lanternly-lamps', { remotes: [remoteAt('https://mcp.wharfside.example/lanternly-lamps/mcp')] }),
      'wharfside.example',
    ],
    ['by the list', listed({ name: 'example.netloft/lanternly' }), 'netloft'],
  ])('%s', (_case, subject, id) => {
    expect(explained(subject)).toBe(id);
  });

  test.each([
    ['where it is somebody else’s', neighbour('lanternly')],
    [
      'where one of its remotes is elsewhere',
      neighbour('lanternly', {
        remotes: [remoteAt('https://mcp.wharfside.example/lanternly/mcp'), remoteAt('https://mcp.tidewater.example')],
      }),
    ],
    [
      'where it installs something beside',
      neighbour('lanternly', {
        remotes: [remoteAt('https://mcp.wharfside.example/lanternly/mcp')],
        packages: [packageNamed('npm', 'lanternly')],
      }),
    ],
    [
      'by a repository that anybody can name',
      neighbour('lanternly', { remotes: [], repository: repositoryAt('https://github.com/wharfside/lanternly') }),
    ],
    [
      'by a listed repository that anybody can name',
      neighbour('lanternly', { remotes: [], repository: repositoryAt('https://github.com/netloft-io/mcp-lanternly') }),
    ],
  ])('not %s', (_case, subject) => {
    expect(explained(subject)).toBeNull();
  });

  test('not on a platform where others publish, listed or not', () => {
    const data = { ...gatewayData, listed: [{ ...netloft, kind: 'hosting-platform' }] };
    const lanternly = listed({
      name: 'io.github.quayside/lanternly',
      remotes: [remoteAt('https://mcp.netloft.example/x')],
    });
    expect(explained(lanternly, many(20, atNetloft), data)).toBeNull();
    expect(explained(lanternly, many(20, atNetloft), { ...gatewayData, listed: [] })).toBeNull();
    expect(explained(lanternly, many(20, atNetloft))).toBe('netloft');
  });
});

test('the order of entries does not matter', () => {
  const entries = [
    ...many(25, wharfside),
    ...brands(5, wharfside),
    ...many(21, neighbour),
    ...many(20, (leaf) =>
      listed({ name: `example.netloft/${leaf}`, remotes: [remoteAt(`https://netloft.example/${leaf}`)] }),
    ),
  ];
  expect(gatewaysAmong(entries.toReversed()).all).toEqual(gatewaysAmong(entries).all);
  expect(ids(entries)).toEqual(['wharfside.example', 'tidewater.example', 'netloft']);
});

test('a platform’s hosts and publishers are cut, and the rest is counted', () => {
  const boats = Array.from({ length: 130 }, (_, index) =>
    listed({
      name: `io.github.skipper-${index}/boat`,
      description: null,
      remotes: [remoteAt('https://mcp.slipway.test/x')],
    }),
  );
  const gateway = only(boats);
  expect(gateway.publishers).toHaveLength(100);
  expect(gateway).toMatchObject({ morePublishers: 30, moreHosts: 0, serversAtLeast: 130 });
});

test('nobody among nobody', () => {
  expect(gatewaysAmong([]).all).toEqual([]);
  expect(ids([named({ registry: 'smithery', name: 'ferry' })])).toEqual([]);
});
