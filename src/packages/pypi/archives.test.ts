import { describe, expect, test } from 'vitest';
import { archivesOf } from './archives.ts';

const OWN = { baseUrl: 'https://pypi.example', filesUrl: 'https://files.example', isOwn: true };
const MIRROR = { baseUrl: 'https://mirror.example/pypi', filesUrl: 'https://files.example', isOwn: false };
const file = (filename: string, url = `https://files.example/packages/${filename}`) => ({
  filename,
  url,
  digests: { sha256: 'aa' },
});
const asked = (files: unknown, at = OWN, version = '0.2') =>
  archivesOf({ info: { name: 'harbor-mcp', version: '0.2' }, releases: { '0.2': files } }, version, at);

describe('the archives of a release', () => {
  test('a wheel for every platform and the sdist, each with its digest', () => {
    const files = [file('h-0.2.tar.gz'), file('h-0.2-cp312-cp312-linux_x86_64.whl'), file('h-0.2-py3-none-any.whl')];
    expect(asked(files)).toEqual([
      {
        url: 'https://files.example/packages/h-0.2-py3-none-any.whl',
        filename: 'h-0.2-py3-none-any.whl',
        kind: 'wheel',
        digests: { integrity: null, shasum: null, sha256: 'aa' },
      },
      {
        url: 'https://files.example/packages/h-0.2.tar.gz',
        filename: 'h-0.2.tar.gz',
        kind: 'sdist',
        digests: { integrity: null, shasum: null, sha256: 'aa' },
      },
    ]);
  });

  test('the first platform wheel by name, where there is none for all', () => {
    expect(asked([file('h-0.2-cp313-x.whl'), file('h-0.2-cp312-x.whl')]).map(({ filename }) => filename)).toEqual([
      'h-0.2-cp312-x.whl',
    ]);
  });

  test.each([
    [
      'at PyPI, where its files lie',
      OWN,
      'https://files.example/packages/h.whl',
      'https://files.example/packages/h.whl',
    ],
    ['at the mirror, as it says', MIRROR, 'https://mirror.example/files/h.whl', 'https://mirror.example/files/h.whl'],
    [
      'at the mirror, under the path that it has at PyPI',
      MIRROR,
      'https://files.example/packages/h.whl',
      'https://mirror.example/pypi/packages/h.whl',
    ],
  ])('are asked for %s', (_case, at, written, url) => {
    expect(asked([file('h.whl', written)], at)[0]?.url).toBe(url);
  });

  test.each([
    ['another host', [file('h.whl', 'https://elsewhere.invalid/h.whl')]],
    ['a query', [file('h.whl', 'https://files.example/h.whl?x')]],
    ['an egg', [file('h.egg')]],
    ['odd types', [null, 7, { filename: 1 }]],
    ['no list', {}],
  ])('are none with %s', (_case, files) => {
    expect(asked(files)).toEqual([]);
  });

  test('are none of a version that is a key of every object', () => {
    expect(asked([], OWN, 'constructor')).toEqual([]);
  });
});
