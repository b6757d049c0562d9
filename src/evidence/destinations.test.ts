import { describe, expect, test } from 'vitest';
import type { Input } from '../model/entry.ts';
import { input } from '../testing/gateways.ts';
import { type Listing, listed, packageNamed, remoteAt } from '../testing/subjects.ts';
import { credentialDestinations } from './destinations.ts';

function destinations(listing: Listing) {
  const subject = listed(listing);
  if (subject.depth === 'name') throw new Error('a name has no record');
  return credentialDestinations(subject);
}

const header = (name: string, fields: Partial<Input> = {}) =>
  input(name, { kind: 'header', at: `/remotes/0/headers/${name}`, ...fields });
const asking = (...inputs: Input[]) => ({ packages: [packageNamed('npm', 'harbor-mcp', { inputs })] });
const kindsOf = (listing: Listing) => destinations(listing).map(({ input: { name }, to }) => `${name} ${to.kind}`);

const served = (url: string) => ({
  packages: [
    packageNamed('oci', 'harbor', { transport: { type: 'streamable-http', url }, inputs: [header('X-Api-Key')] }),
  ],
});

describe('a secret of a remote', () => {
  test('goes to the host of the remote', () => {
    const found = destinations({
      remotes: [remoteAt('https://api.tidewater.co.uk/mcp', { inputs: [header('Authorization', { isSecret: true })] })],
    });
    expect(found).toMatchObject([
      {
        input: { name: 'Authorization', at: '/remotes/0/headers/Authorization', kind: 'header' },
        to: { kind: 'host', host: 'api.tidewater.co.uk', domain: 'tidewater.co.uk', at: '/remotes/0/url' },
      },
    ]);
  });

  test.each([
    ['an address without a name', 'https://203.0.113.7/mcp', '203.0.113.7'],
    ['a name on a platform', 'https://mcp.tidewater.workers.dev', 'tidewater.workers.dev'],
  ])('stands under its domain, or under itself: %s', (_case, url, domain) => {
    expect(destinations({ remotes: [remoteAt(url, { inputs: [header('X-API-Key')] })] })).toMatchObject([
      { to: { kind: 'host', domain } },
    ]);
  });

  test('goes to nobody known where the host is a template', () => {
    const remotes = [
      remoteAt('https://mcp.{region}.example/{key}', { inputs: [header('key', { kind: 'url-variable' })] }),
    ];
    expect(kindsOf({ remotes })).toEqual(['key unknown']);
  });
});

describe('a secret of a package', () => {
  test('goes to the program', () => {
    expect(destinations(asking(input('TIDE_API_KEY')))).toMatchObject([
      { to: { kind: 'package', program: 'pkg:npm/harbor-mcp', at: '/packages/0' } },
    ]);
  });

  test('goes on to the host of its base URL', () => {
    const base = input('TIDE_BASE_URL', { default: 'https://relay.quayside.test/v1', at: '/base' });
    expect(destinations(asking(input('TIDE_API_KEY'), base))).toMatchObject([
      {
        to: {
          kind: 'base-url',
          setting: 'TIDE_BASE_URL',
          host: 'relay.quayside.test',
          domain: 'quayside.test',
          at: '/base',
        },
      },
    ]);
  });

  test.each([
    ['ends in HOST and names a bare host', 'TIDE_HOST', 'relay.quayside.test', 'base-url'],
    ['has a port', 'TIDE_API_HOST', 'relay.quayside.test:8443', 'base-url'],
    ['names nobody', 'BASE_URL', 'https://relay.quayside.test', 'base-url'],
    ['is fixed', 'TIDE_ENDPOINT', 'https://relay.quayside.test', 'base-url'],
    ['is of another service', 'FERRY_BASE_URL', 'https://relay.quayside.test', 'package'],
    ['is this machine', 'TIDE_BASE_URL', 'http://localhost:8080', 'package'],
    ['is every address of this machine', 'TIDE_HOST', '0.0.0.0', 'package'],
    ['is an example', 'TIDE_BASE_URL', 'https://api.example.com', 'package'],
    ['is a word', 'TIDE_HOST', 'auto', 'package'],
    ['has no default', 'TIDE_BASE_URL', null, 'package'],
    ['is an address of something else', 'TIDE_WEBHOOK_URL', 'https://relay.quayside.test', 'package'],
    ['is no address by its name', 'TIDE_CURL', 'https://relay.quayside.test', 'package'],
  ])('when the setting %s', (_case, name, value, kind) => {
    expect(kindsOf(asking(input('TIDE_API_KEY'), input(name, { value })))).toEqual([`TIDE_API_KEY ${kind}`]);
  });

  test('goes with the setting of the longest name', () => {
    const bases = [
      input('BASE_URL', { default: 'https://a.test' }),
      input('TIDE_BASE_URL', { default: 'https://b.test' }),
      input('TIDE_CHART_BASE_URL', { default: 'https://c.test' }),
    ];
    const hosts = destinations(asking(input('TIDE_CHART_KEY'), input('TIDE_KEY'), input('FERRY_KEY'), ...bases)).map(
      ({ to }) => ('host' in to ? to.host : null),
    );
    expect(hosts).toEqual(['c.test', 'b.test', 'a.test']);
  });

  test('as a header goes where the package is served, which for a local one is the program', () => {
    expect(kindsOf(served('https://mcp.tidewater.test/mcp'))).toEqual(['X-Api-Key host']);
    expect(kindsOf(served('http://localhost:3000/mcp'))).toEqual(['X-Api-Key package']);
  });
});

describe('a secret that the registry lists by itself', () => {
  const config = input('apiKey', { kind: 'config', at: '/connections/1/configSchema/properties/apiKey' });

  test('goes to the connection that it belongs to', () => {
    const remotes = [
      remoteAt('https://one.tidewater.example', { at: '/connections/0' }),
      remoteAt('https://two.tidewater.example', { at: '/connections/1', urlAt: '/connections/1/deploymentUrl' }),
    ];
    expect(destinations({ packages: null, remotes, inputs: [config] })).toMatchObject([
      { to: { host: 'two.tidewater.example', at: '/connections/1/deploymentUrl' } },
    ]);
  });

  test.each([
    ['the only remote', { packages: null, remotes: [remoteAt('https://tidewater.example')] }, 'host'],
    ['the only package', { packages: [packageNamed('npm', 'harbor-mcp')], remotes: null }, 'package'],
    ['nobody known where there is neither', { packages: null, remotes: null }, 'unknown'],
    [
      'nobody known where there are both',
      { packages: [packageNamed('npm', 'a')], remotes: [remoteAt('https://a.example')] },
      'unknown',
    ],
    [
      'nobody known where there are two packages',
      { packages: [packageNamed('npm', 'a'), packageNamed('npm', 'b')] },
      'unknown',
    ],
  ])('goes to %s', (_case, listing, kind) => {
    expect(
      kindsOf({ ...listing, inputs: [{ ...config, at: '/environmentVariablesJsonSchema/properties/apiKey' }] }),
    ).toEqual([`apiKey ${kind}`]);
  });
});

describe('what is a secret', () => {
  test.each([
    ['marked', input('HARBOUR', { isSecret: true }), 1],
    ['named like one', input('GITHUB_TOKEN'), 1],
    ['named like one and marked as none', input('GITHUB_TOKEN', { isSecret: false }), 1],
    ['about one', input('TOKEN_PATH'), 0],
    ['a public one', input('PUBLIC_KEY'), 0],
    ['an argument that is named like one', input('--token', { kind: 'package-argument' }), 0],
    ['an argument that is marked', input('--token', { kind: 'package-argument', isSecret: true }), 1],
    ['longer than any name', input(`${'A_'.repeat(200)}TOKEN`), 0],
  ])('%s', (_case, declared, count) => {
    expect(destinations(asking(declared))).toHaveLength(count);
  });
});

test('no inputs are no destinations', () => {
  expect(destinations({ packages: null, remotes: null, inputs: null })).toEqual([]);
  expect(destinations({})).toEqual([]);
});
