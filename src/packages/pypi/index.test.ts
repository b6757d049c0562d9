import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { Json } from '../../model/place.ts';
import type { Packument } from '../../model/release.ts';
import { pypi } from './index.ts';

mockNet();

const BASE = 'https://pypi.example';

describe('observing a project', () => {
  test('the name is folded by PEP 503, and long texts are left out', async () => {
    nock(BASE).get('/pypi/harbor-mcp/json').reply(200, fixture());
    const stored = await pypi.observe('pkg:pypi/harbor-mcp', 'Harbor.__MCP', plainGet, BASE);

    if (stored.outcome !== 'read') throw new Error(stored.reason);
    expect(stored.resource.uri).toBe(`${BASE}/pypi/harbor-mcp/json`);
    expect(resolve(stored.document, '/info/description')).toBeUndefined();
    expect(resolve(stored.document, '/releases/1.10.0/0/url')).toBe('https://files.example/harbor_mcp-1.10.0.tar.gz');
    expect(resolve(stored.document, '/releases/1.10.0/1/digests')).toEqual({ sha256: 'cccc' });
    expect(resolve(stored.document, '/ownership/roles/0/user')).toBe('tidewater');
  });

  test.each(['', '-harbor', 'harbor-', 'har bor', 'harbor/mcp', '@tidewater/harbor', '..', 'x'.repeat(215)])(
    'the name "%s" is not asked for',
    async (name) => {
      expect(await pypi.observe('pkg:pypi/x', name, plainGet, BASE)).toMatchObject({
        outcome: 'not-read',
        reason: 'not a package name',
      });
    },
  );

  test.each([
    ['not found in the registry', 404, '{"message":"Not Found"}'],
    ['its registry answered something that is not JSON', 200, 'harbor'],
    ['its document does not have the shape of a project', 200, '{"info":null}'],
    ['its registry answered with another package', 200, '{"info":{"name":"ferry","version":"1"}}'],
  ])('a project that cannot be read says so: %s', async (reason, status, body) => {
    nock(BASE).get('/pypi/harbor-mcp/json').reply(status, body);
    expect(await pypi.observe('pkg:pypi/harbor-mcp', 'harbor-mcp', plainGet, BASE)).toMatchObject({
      outcome: 'not-read',
      reason,
    });
  });
});

describe('reading a history', () => {
  test('releases come in the order of their first upload; one without files has nothing to install', () => {
    const { releases, ordered, createdAt, distTags, name } = read(fixture());
    expect(name).toBe('Harbor_MCP');
    expect(ordered).toBe('by time');
    expect(releases.map(({ version, publishedAt, at }) => [version, publishedAt, at])).toEqual([
      ['1.2.0', '2026-02-01T08:00:00.000000Z', '/releases/1.2.0'],
      ['1.10.0', '2026-05-04T09:00:01.000000Z', '/releases/1.10.0'],
    ]);
    expect(createdAt).toBe('2026-02-01T08:00:00.000000Z');
    expect(distTags).toEqual({ latest: '1.10.0' });
  });

  test('dependencies and source are known of the latest release alone', () => {
    const [earlier, latest] = read(fixture()).releases;
    expect(earlier).toMatchObject({ dependencies: null, repository: null });
    expect(latest).toMatchObject({
      dependencies: {
        mcp: '[cli]>=1.2.0',
        httpx: '>=0.27; python_version < "3.12" | >=0.28; python_version >= "3.12"',
        'tide-tables': '@ git+https://github.com/lantern-bakery/tide-tables',
      },
      repository: 'https://github.com/tidewater/harbor-mcp',
    });
  });

  test('a release is yanked when all its files are, and its size is theirs together', () => {
    const [yanked, offered] = read(fixture()).releases;
    expect(yanked).toMatchObject({ yanked: true, totalBytes: 1_000 });
    expect(offered).toMatchObject({ yanked: false, totalBytes: 2_000 });
  });

  test('publishers, install scripts and attestations are not part of this document', () => {
    for (const release of read(fixture()).releases) {
      expect(release).toMatchObject({
        publishedBy: null,
        trustedPublisher: null,
        maintainers: null,
        installScripts: null,
      });
      expect(release).toMatchObject({ provenance: null, bin: null, integrity: null });
    }
  });

  test('odd types and hostile keys are unknown or keys, and nothing else', () => {
    const document =
      '{"info":{"name":"x","version":"1","requires_dist":"zod"},"releases":{"__proto__":[{"size":"big"}],"1":[null,7],"2":{}}}';
    const { releases, ordered } = read(JSON.parse(document));
    expect(ordered).toBe('as listed');
    expect(releases).toMatchObject([
      { version: '__proto__', publishedAt: null, yanked: null, totalBytes: null, dependencies: null },
    ]);
  });

  test('a stored document of another shape is refused', () => {
    expect(() => read({ info: {} })).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});

function read(document: Json): Packument {
  const resource = { uri: `${BASE}/x`, sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
  return pypi.read({ purl: 'pkg:pypi/harbor-mcp', outcome: 'read', document, resource });
}

function fixture(): Json {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/harbor-mcp.json'), 'utf8'));
}
