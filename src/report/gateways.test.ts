import { describe, expect, test } from 'vitest';
import type { CredentialField, GatewayWithFacts } from '../model/gateway.ts';
import { cited, coverage, head } from '../testing/candidates.ts';
import { renderGatewaysCsv } from './gateways-csv.ts';
import type { GatewaysReport } from './gateways-report.ts';
import { GatewaysReport as Shape } from './gateways-schema.ts';
import { gatewaysLines, gatewaysSection, gatewayTable } from './gateways-table.ts';
import { renderGatewaysJson } from './gateways.ts';

const lanternKey: CredentialField = {
  brand: 'Lanternly',
  brandFrom: 'field',
  field: 'LANTERNLY_TOKEN',
  to: 'mcp.wharfside.example',
  toKind: 'host',
  toBrand: false,
  hostsOwn: false,
  entries: 3,
};
const ownKey: CredentialField = {
  ...lanternKey,
  brand: null,
  brandFrom: null,
  field: 'wharfside-key',
  toBrand: null,
  hostsOwn: true,
  entries: 25,
};

function gateway(fields: Partial<GatewayWithFacts> = {}): GatewayWithFacts {
  return {
    id: 'wharfside.example',
    class: 'not statically falsifiable',
    name: null,
    kind: null,
    found: 'by structure',
    reasons: [{ by: 'structure', rule: 'servers', unit: 'wharfside.example', measured: 25, threshold: 20 }],
    hosts: [
      { name: 'wharfside.example', entries: 25 },
      { name: 'quay.test', entries: 2 },
      { name: 'pier.test', entries: 1 },
    ],
    moreHosts: 4,
    publishers: [{ name: 'github.com/wharfside', entries: 30 }],
    morePublishers: 0,
    servers: [
      { registry: 'glama', entries: 9 },
      { registry: 'official', entries: 25 },
    ],
    serversAtLeast: 25,
    brands: [
      { name: 'Lanternly', entries: 3 },
      { name: 'Harbor Crane', entries: 1 },
    ],
    credentials: [lanternKey, ownKey],
    publishedCode: { packages: 'none', repositories: 'some' },
    facts: [{ signal: 'gateway/host-fanout', fired: 25, silent: 0, unseen: 9, evidence: [cited()] }],
    ...fields,
  };
}

const report = (...gateways: readonly GatewayWithFacts[]): GatewaysReport => ({
  head: head(),
  coverage: [coverage('glama'), coverage('official')],
  gateways,
});
const json = (...gateways: readonly GatewayWithFacts[]) => [...renderGatewaysJson(report(...gateways))].join('');
const csv = (...gateways: readonly GatewayWithFacts[]) =>
  [...renderGatewaysCsv(report(...gateways))].join('').trimEnd().split('\n');

const rowsOf = (...gateways: readonly GatewayWithFacts[]) => {
  const [names = '', ...lines] = csv(...gateways);
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.split(',').map((name, column) => [name, cells[column] ?? 'no such cell']));
  });
};

describe('gateways.json', () => {
  test('has the published shape, with one gateway and with none', () => {
    expect(Shape.parse(JSON.parse(json(gateway())))).toMatchObject({
      report: 'gateways',
      coverage: [{ registry: 'glama' }, { registry: 'official' }],
      gateways: [{ rank: 1, id: 'wharfside.example', class: 'not statically falsifiable' }],
    });
    expect(Shape.parse(JSON.parse(json())).gateways).toEqual([]);
  });

  test('says what the class is and how servers are counted', () => {
    const { notice, counts } = JSON.parse(json());
    expect(notice).toMatch(/not statically falsifiable.*a class, not a score.*Registries overlap/);
    expect(counts).toMatch(/counted in each registry by itself/);
  });

  test('keeps one gateway a line, in their order', () => {
    const lines = json(gateway(), gateway({ id: 'other' })).split('\n');
    expect(lines.filter((line) => line.startsWith('{"rank":')).map((line) => line.slice(0, 30))).toEqual([
      '{"rank":1,"id":"wharfside.exam',
      '{"rank":2,"id":"other","class"',
    ]);
  });

  test('adds no rows of registries up', () => {
    expect(
      json(
        gateway({
          servers: [
            { registry: 'glama', entries: 4_100 },
            { registry: 'official', entries: 30_011 },
          ],
        }),
      ),
    ).not.toMatch(/34111/);
  });

  test.each([
    ['an escape sequence', 'tide\u001B[2J', 'tide\\u001b[2J'],
    ['a bidi override', 'tide\u202Ewater', 'tide\\u202ewater'],
  ])('%s is escaped and means the same', (_what, field, written) => {
    const text = json(gateway({ credentials: [{ ...lanternKey, field }] }));
    expect(text).toContain(`"field":"${written}"`);
    expect(JSON.parse(text).gateways[0].credentials[0].field).toBe(field);
  });
});

describe('gateways.csv', () => {
  test('has a row for each field, and for each brand of which none is asked', () => {
    const [first, second, third, ...others] = rowsOf(gateway());
    expect(others).toEqual([]);
    expect(first).toEqual({
      snapshot_date: '2026-06-29',
      origin: 'captured',
      baseline: '',
      tool: 'mcp-registry-audit@0.2.0',
      rank: '1',
      gateway: 'wharfside.example',
      class: 'not statically falsifiable',
      name: '',
      kind: '',
      found: 'by structure',
      servers_at_least: '25',
      servers_by_registry: 'glama:9 official:25',
      brands: '2',
      hosts: 'wharfside.example quay.test pier.test',
      more_hosts: '4',
      publishers: 'github.com/wharfside',
      more_publishers: '0',
      published_packages: 'none',
      published_repositories: 'some',
      facts: 'gateway/host-fanout:25',
      brand: 'Lanternly',
      brand_from: 'field',
      field: 'LANTERNLY_TOKEN',
      sent_to: 'mcp.wharfside.example',
      sent_to_kind: 'host',
      sent_to_brand: 'no',
      named_after_host: 'no',
      entries: '3',
    });
    expect(second).toMatchObject({ brand: '', field: 'wharfside-key', named_after_host: 'yes', entries: '25' });
    expect(third).toMatchObject({ brand: 'Harbor Crane', field: '', sent_to: '', sent_to_brand: '', entries: '1' });
  });

  test('has one row for a gateway with neither', () => {
    expect(rowsOf(gateway({ brands: [], credentials: [] }))).toMatchObject([
      { gateway: 'wharfside.example', brand: '' },
    ]);
  });

  test('says of which snapshot it is where it lists none', () => {
    expect(rowsOf()).toMatchObject([
      { snapshot_date: '2026-06-29', tool: 'mcp-registry-audit@0.2.0', rank: '', gateway: '' },
    ]);
  });

  test.each([
    ['a formula', '=HYPERLINK("https://x.test")', `"'=HYPERLINK(""https://x.test"")"`],
    ['a formula behind spaces', '  =1+1', "  '=1+1"],
    ['a formula behind a semicolon', 'a;=1+1', "a;'=1+1"],
    ['a line break', 'a\nb', 'a\\u{A}b'],
  ])('%s is no more than text', (_what, field, written) => {
    expect(csv(gateway({ credentials: [{ ...lanternKey, field }] }))[1]).toContain(`,field,${written},`);
  });
});

describe('the table of gateways', () => {
  test('says the class, and counts brands’ secrets that go elsewhere', () => {
    const { head: names, rows } = gatewayTable([
      gateway({ credentials: [lanternKey, ownKey, { ...lanternKey, toBrand: true }] }),
    ]);
    expect(Object.fromEntries(names.map((name, column) => [name, rows[0]?.[column]]))).toEqual({
      gateway: 'wharfside.example',
      class: 'not statically falsifiable',
      found: 'by structure',
      'servers at least': 25,
      'by registry': 'glama 9, official 25',
      brands: 2,
      'brands’ secrets': 1,
      'answers on': 'wharfside.example, quay.test and 5 more',
      code: 'packages: none, repositories: some',
    });
  });

  test('has the listed name where there is one, and says where no host was seen', () => {
    const { rows } = gatewayTable([gateway({ name: 'Netloft', kind: 'hosted-connectors', hosts: [], moreHosts: 0 })]);
    expect(rows[0]?.[0]).toBe('Netloft');
    expect(rows[0]?.[7]).toBe('no host seen');
  });
});

describe('the section of the summary', () => {
  test('names twenty at most and says how many there are', () => {
    const many = Array.from({ length: 21 }, (_, index) => gateway({ id: `quay-${index}` }));
    const section = gatewaysSection(report(...many)).join('\n');
    expect(section).toMatch(/^## gateways\n\n> A gateway is a host or publisher/);
    expect(section).toContain('The first of 21, at most 20');
    expect(section).toContain('quay-19');
    expect(section).not.toContain('quay-20');
  });

  test('shows no live link and no markup of strangers', () => {
    const section = gatewaysSection(report(gateway({ id: 'https://x.test/[a](b)|<b>', hosts: [] }))).join('\n');
    expect(section).toContain('`https://x.test/[a](b)\\u{7C}<b>`');
  });

  test('without any says what that covers', () => {
    expect(gatewaysSection(report()).join('\n')).toContain('No gateway among what was seen above');
    expect(gatewaysLines(report())).toEqual([
      'gateways: 0, not statically falsifiable',
      'No gateway among what was seen above; what was not seen is not covered by this.',
      '',
    ]);
  });

  test('on a terminal names five, and moves no cursor', () => {
    const many = Array.from({ length: 6 }, (_, index) => gateway({ id: `quay-${index}\u001B[2J` }));
    const lines = gatewaysLines(report(...many));
    expect(lines[0]).toBe('gateways: 6, not statically falsifiable');
    expect(lines.slice(1 + 1 + 5)).toEqual(['and 1 more, in gateways.json and gateways.csv', '']);
    expect(lines.join('\n')).toContain('quay-0\\u{1B}[2J');
  });
});
