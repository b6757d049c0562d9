import { expect, test } from 'vitest';
import { indexed } from '../testing/lookups.ts';
import { keysOf, nameKey, namespaceKey, packageKey, remoteKey, repositoryKey } from './keys.ts';

test.each([
  ['pkg:npm/harbor-mcp', 'package pkg:npm/harbor-mcp'],
  ['pkg:npm/harbor-mcp@1.0.0', 'package pkg:npm/harbor-mcp'],
  ['pkg:npm/%40tidewater/harbor@1.0.0', 'package pkg:npm/%40tidewater/harbor'],
  [
    'pkg:oci/harbor?repository_url=docker.io%2Ftidewater%2Fharbor',
    'package pkg:oci/harbor?repository_url=docker.io%2Ftidewater%2Fharbor',
  ],
])('the package %s is found whatever its version', (purl, key) => {
  expect(packageKey(purl)).toBe(key);
});

test.each([
  ['https://mcp.tidewater.example/mcp/', 'remote mcp.tidewater.example/mcp'],
  ['https://MCP.tidewater.example/mcp?key=1', 'remote mcp.tidewater.example/mcp'],
  ['https://mcp.tidewater.example:8443/mcp', 'remote mcp.tidewater.example:8443/mcp'],
  ['not an address', null],
  ['', null],
  [`https://tidewater.example/${'a'.repeat(600)}`, null],
])('the remote %s is found by host and path', (url, key) => {
  expect(remoteKey(url)).toBe(key);
});

test.each([
  ['git@github.com:Tidewater/Harbor.git', 'repository github.com/tidewater/harbor'],
  ['none', null],
])('the repository %s is found however it is written', (address, key) => {
  expect(repositoryKey(address)).toBe(key);
});

test('an entry is found by its name, its last part, its title, its package and its publisher, in any case', () => {
  const entry = indexed('smithery:@Quayside/Ferry-Times', {
    title: 'Ferry Times',
    packages: [{ ecosystem: 'npm', purl: 'pkg:npm/%40quayside/ferry', identifier: '@quayside/ferry', version: null }],
  });
  const keys = keysOf(entry);
  for (const name of ['quayside/ferry-times', 'FERRY-TIMES', 'ferry times', '@quayside/ferry']) {
    expect(keys).toContain(nameKey(name));
  }
  expect(keys).toContain(namespaceKey('QUAYSIDE'));
  expect(keys).not.toContain(nameKey('quayside'));
});
