import { describe, expect, it } from 'vitest';
import { harbourNames, lanternly } from '../testing/protected.ts';
import { listed, named, packageNamed, packument, published, release, remoteAt } from '../testing/subjects.ts';
import { brandOwners } from './brand-owners.ts';

const owners = brandOwners(harbourNames.brands, harbourNames.sharedHosts);
const employee = 'io.github.tidewater/lanternly';
const vendorPackage = packageNamed('npm', '@lanternly/mcp');

describe('whose an entry is', () => {
  it.each([
    ['a vendor’s package proves it', listed({ name: employee, packages: [vendorPackage] }), ['Lanternly']],
    [
      'a package of one’s own beside it does not',
      listed({ name: employee, packages: [vendorPackage, packageNamed('npm', 'lanterns')] }),
      [],
    ],
    [
      'a remote of one’s own beside it does not',
      listed({ name: employee, packages: [vendorPackage], remotes: [remoteAt('https://tidewater.example')] }),
      [],
    ],
    [
      'a registry that proves nothing does not',
      listed({ registry: 'smithery', name: employee, packages: [vendorPackage] }),
      [],
    ],
    ['unknown packages do not', listed({ name: employee, packages: null }), []],
    ['a namespace of no one', named({ name: '__proto__/constructor' }), []],
  ])('%s', (_what, subject, expected) => {
    expect(owners.of(subject).map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ['is not known', null, ['Lanternly']],
    ['names this server', employee, ['Lanternly']],
    ['names another server', 'io.github.quayside/lanternly', []],
  ])('a vendor’s package whose marker %s', (_what, mcpName, expected) => {
    const history = packument({ name: '@lanternly/mcp', releases: [release('1.0.0', { mcpName })] });
    expect(owners.of(published({ name: employee }, history)).map(({ name }) => name)).toEqual(expected);
  });
});

it.each([
  ['mcp.lanternly.example', true],
  ['www.lanternly.example', true],
  ['tidewater.apps.lanternly.example', false],
  ['lanternly.example.tidewater.example', false],
])('%s is the brand’s host: %s', (host, expected) => {
  expect(owners.ownsHost(lanternly, host)).toBe(expected);
});
