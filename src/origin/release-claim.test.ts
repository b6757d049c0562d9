import { describe, expect, test } from 'vitest';
import type { Json } from '../model/place.ts';
import { releaseClaimIn } from './release-claim.ts';

describe('what an npm document says of a release', () => {
  const signatures = [{ keyid: 'SHA256:quay', sig: 'MEQ=' }];
  const attestations = {
    url: 'https://npm.example/x',
    provenance: { predicateType: 'https://slsa.dev/provenance/v1' },
  };

  test('its integrity, day, signatures, and whether attestations are named', () => {
    const document = npmDocument({ '1.2.0': { integrity: 'sha512-x', signatures, attestations } });
    expect(claim(document)).toEqual({
      ecosystem: 'npm',
      name: '@tidewater/harbor-mcp',
      version: '1.2.0',
      integrity: 'sha512-x',
      publishedAt: '2026-05-04T09:00:02.000Z',
      signatures: [{ keyId: 'SHA256:quay', signature: 'MEQ=' }],
      attestations: 'named',
    });
  });

  test('a mirror that leaves out signatures and attestations does not say that there are none', () => {
    expect(claim(npmDocument({ '1.1.0': {}, '1.2.0': {} }))).toMatchObject({ signatures: null, attestations: null });
  });

  test('where other releases have them, this one has none', () => {
    const document = npmDocument({ '1.1.0': { signatures, attestations }, '1.2.0': {} });
    expect(claim(document)).toMatchObject({ signatures: [], attestations: 'absent' });
  });

  test('a signature of odd types is one that no key made', () => {
    const document = npmDocument({ '1.2.0': { signatures: [7, { keyid: 'SHA256:quay', sig: null }] } });
    expect(claim(document)).toMatchObject({
      signatures: [
        { keyId: '', signature: '' },
        { keyId: 'SHA256:quay', signature: '' },
      ],
    });
  });

  test.each(['9.9.9', '__proto__', 'constructor', 'toString'])('it has no version %s', (version) => {
    expect(claim(npmDocument({ '1.2.0': {} }), version)).toBeNull();
  });
});

describe('what a PyPI document says of a release', () => {
  const document = {
    info: { name: 'Harbor.MCP', version: '1.2.0' },
    releases: {
      '1.2.0': [
        { filename: 'harbor_mcp-1.2.0-py3-none-any.whl', digests: { sha256: 'aa' } },
        { filename: 'harbor_mcp-1.2.0.tar.gz' },
        { digests: { sha256: 'bb' } },
        null,
      ],
      '1.1.0': 'odd',
    },
  };

  test('its files and their digests, under the folded name', () => {
    expect(claim(document, '1.2.0', 'pkg:pypi/harbor-mcp')).toEqual({
      ecosystem: 'pypi',
      name: 'harbor-mcp',
      version: '1.2.0',
      files: [
        { filename: 'harbor_mcp-1.2.0-py3-none-any.whl', sha256: 'aa' },
        { filename: 'harbor_mcp-1.2.0.tar.gz', sha256: null },
      ],
    });
  });

  test.each(['1.1.0', '9.9.9', 'constructor'])('it has no version %s', (version) => {
    expect(claim(document, version, 'pkg:pypi/harbor-mcp')).toBeNull();
  });
});

test('other ecosystems have no origin here', () => {
  expect(claim({}, '1.2.0', 'pkg:cargo/harbor')).toBeNull();
});

function npmDocument(dists: Readonly<Record<string, Json>>): Json {
  const versions = Object.fromEntries(Object.entries(dists).map(([version, dist]) => [version, { version, dist }]));
  return { name: '@tidewater/harbor-mcp', versions, time: { '1.2.0': '2026-05-04T09:00:02.000Z' } };
}

function claim(document: Json, version = '1.2.0', purl = 'pkg:npm/%40tidewater/harbor-mcp') {
  const resource = { uri: 'https://npm.example/x', sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
  return releaseClaimIn({ purl, outcome: 'read', document, resource }, version);
}
