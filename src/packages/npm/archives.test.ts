import { describe, expect, test } from 'vitest';
import { archivesOf } from './archives.ts';

const BASE = 'https://npm.example/mirror';
const asked = (dist: unknown, version = '1.0.1', name = '@tidewater/harbor-mcp') =>
  archivesOf({ name, versions: { '1.0.1': { dist } } }, version, BASE);

describe('where a tarball lies', () => {
  test.each([
    [
      'as the registry says, where it says its own address',
      'https://npm.example/files/harbor-mcp-1.0.1.tgz',
      'https://npm.example/files/harbor-mcp-1.0.1.tgz',
    ],
    [
      'at the registry that is asked, where another host is named',
      'https://elsewhere.invalid/x.tgz',
      `${BASE}/@tidewater/harbor-mcp/-/harbor-mcp-1.0.1.tgz`,
    ],
    [
      'under the name that npm gives it, where none is named',
      undefined,
      `${BASE}/@tidewater/harbor-mcp/-/harbor-mcp-1.0.1.tgz`,
    ],
    ['never with a query', 'https://npm.example/x.tgz?token=1', `${BASE}/@tidewater/harbor-mcp/-/harbor-mcp-1.0.1.tgz`],
    ['never what is no tarball', 'https://npm.example/logout', `${BASE}/@tidewater/harbor-mcp/-/harbor-mcp-1.0.1.tgz`],
  ])('%s', (_case, tarball, url) => {
    expect(asked({ tarball })[0]).toMatchObject({ url, filename: 'harbor-mcp-1.0.1.tgz', kind: 'npm-tarball' });
  });

  test('digests that are not given, or are no text, are unknown', () => {
    expect(asked({ integrity: 'sha512-AAAA', shasum: 7 })[0]?.digests).toEqual({
      integrity: 'sha512-AAAA',
      shasum: null,
      sha256: null,
    });
  });

  test.each([
    ['a version that is not there', { tarball: 'x' }, '9.9.9'],
    ['a version that is a key of every object', { tarball: 'x' }, 'constructor'],
    ['a manifest without dist', undefined, '1.0.1'],
  ])('nowhere: %s', (_case, dist, version) => {
    expect(asked(dist, version)).toEqual([]);
  });
});

test('a version that no address can hold is asked for under one that can', () => {
  const odd = '1.0.1\uD800';
  const [archive] = archivesOf({ name: 'harbor-mcp', versions: { [odd]: { dist: {} } } }, odd, BASE);
  expect(archive?.url).toBe(`${BASE}/harbor-mcp/-/harbor-mcp-1.0.1%EF%BF%BD.tgz`);
});
