import { describe, expect, test } from 'vitest';
import { cite } from '../evidence/cite.ts';
import type { StoredRelease } from '../model/source.ts';
import { packument, release } from '../testing/subjects.ts';
import { isAbout, packageId, packageSubject } from './package-subject.ts';

const history = packument({
  name: '@tidewater/harbor-mcp',
  purl: 'pkg:npm/%40tidewater/harbor-mcp',
  releases: ['1.0.0', '1.0.1', '1.0.2'].map((version) => release(version)),
});
const ARCHIVE = {
  uri: 'https://npm.example/harbor-mcp-1.0.1.tgz',
  sha256: '1'.repeat(64),
  retrievedAt: '2026-06-29T00:00:00Z',
};
const read: StoredRelease = {
  purl: 'pkg:npm/%40tidewater/harbor-mcp@1.0.1',
  outcome: 'read',
  facts: {
    purl: 'pkg:npm/%40tidewater/harbor-mcp@1.0.1',
    version: '1.0.1',
    archives: [
      {
        filename: 'harbor-mcp-1.0.1.tgz',
        kind: 'npm-tarball',
        resource: ARCHIVE,
        bytes: 1,
        unpackedBytes: 1,
        digest: { outcome: 'not given' },
        irregularities: [],
        manifest: null,
        files: [],
      },
    ],
  },
};
const missed: StoredRelease = {
  purl: 'pkg:npm/%40tidewater/harbor-mcp@1.0.0',
  outcome: 'not-read',
  reason: 'not found in the registry',
};
const asked = { packument: history, releases: [missed, read], version: '1.0.1' };

describe('a package that was named', () => {
  test('goes by its coordinates, and its history ends with the release asked for', () => {
    const subject = packageSubject(asked);
    expect(packageId(asked)).toBe('npm:@tidewater/harbor-mcp@1.0.1');
    expect(subject.entry).toMatchObject({ registry: 'npm', leaf: 'harbor-mcp', namespace: 'tidewater', title: null });
    if (subject.depth !== 'source') throw new Error(subject.depth);
    expect(subject.packuments[0].releases.map(({ version }) => version)).toEqual(['1.0.0', '1.0.1']);
    expect(subject.sources[0].releases.map(({ version }) => version)).toEqual(['1.0.1']);
    expect(subject.sources[0].notRead).toEqual([{ version: '1.0.0', reason: 'not found in the registry' }]);
  });

  test('is seen to package depth only, where no archive of it could be read', () => {
    expect(packageSubject({ ...asked, releases: [missed] }).depth).toBe('package');
  });

  test('without a version keeps its whole history', () => {
    const subject = packageSubject({ ...asked, version: null });
    expect(subject.entry.id).toBe('npm:@tidewater/harbor-mcp');
    expect('packuments' in subject ? subject.packuments[0].releases : []).toHaveLength(3);
  });
});

const at = (pointer: string, resource = history.place.resource) =>
  cite({ resource, pointer: '' }, pointer, { statement: 'x', observed: null });

describe('evidence about one release', () => {
  const about = isAbout(asked, '1.0.1');

  test.each([
    ['its part of the history', at('/versions/1.0.1/scripts/postinstall')],
    ['its own pointer', at('/versions/1.0.1')],
    ['its time', at('/time/1.0.1')],
    ['a file of its archive', at('/index.js:1:1', ARCHIVE)],
  ])('%s', (_case, evidence) => {
    expect(about(evidence)).toBe(true);
  });

  test.each([
    ['a version that begins alike', at('/versions/1.0.10/scripts')],
    ['another release', at('/versions/1.0.0')],
    ['the package as a whole', at('/dist-tags/latest')],
  ])('is not about it: %s', (_case, evidence) => {
    expect(about(evidence)).toBe(false);
  });
});
