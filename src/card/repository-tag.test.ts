import { describe, expect, test } from 'vitest';
import { factsIn } from '../evidence/code-host.ts';
import type { SeenTags } from '../model/repository.ts';
import type { Identity } from '../origin/identity.ts';
import { codeHost, hosted, notAsked, notThere, tagged } from '../testing/repositories.ts';
import { release } from '../testing/subjects.ts';
import { repositoryTag } from './repository-tag.ts';

const COMMIT = '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293';
const ELSEWHERE = 'aaaaaaaaaaaa4c3d8e6f0a1b2c3d4e5f60718293';
const ATTESTED: Identity = {
  issuer: 'https://token.example',
  subject: 'https://github.com/tidewater/harbor-mcp/.github/workflows/release.yml@refs/tags/v1.2.0',
  repository: 'https://github.com/tidewater/harbor-mcp',
  repositoryId: '1',
  ownerId: '2',
  workflow: null,
  ref: 'refs/tags/v1.2.0',
  commit: COMMIT,
  runner: null,
};
const FROM_MAIN = { ...ATTESTED, ref: 'refs/heads/main' };

function checked(tags: SeenTags, identity: Identity | null, id = '1') {
  return repositoryTag(
    {
      packageName: 'harbor-mcp',
      release: release('1.2.0', { repository: 'git+https://github.com/Tidewater/harbor-mcp.git' }),
      versions: ['1.0.0', '1.1.0', '1.2.0'],
      repository: null,
      codeHost: factsIn(codeHost([hosted('tidewater/harbor-mcp', { id, tags })])),
    },
    identity,
  );
}

describe('a release that says which tag it was built from', () => {
  test.each([
    ['the tag is at that commit', tagged({ 'v1.2.0': COMMIT }), 'holds', 'at that commit, 5f2d9c0b7a1e'],
    ['the tag is gone', tagged({ 'v1.1.0': COMMIT }), 'does-not-hold', 'does not have now'],
    ['the tag is among others that were not asked for', tagged({}, false), 'holds', 'not among the 0 tags'],
    ['the host does not say at which commit', tagged({ 'v1.2.0': null }), 'holds', 'not known'],
    [
      'tags could not be asked for',
      { outcome: 'not-read', reason: 'limit used up' } as const,
      'holds',
      'limit used up',
    ],
  ])('%s', (_case, tags, outcome, said) => {
    expect(checked(tags, ATTESTED)).toMatchObject({ outcome, contradicts: false, said: expect.stringContaining(said) });
  });

  test('contradicts where that tag of the same repository is at another commit now', () => {
    expect(checked(tagged({ 'v1.2.0': ELSEWHERE }), ATTESTED)).toMatchObject({
      outcome: 'does-not-hold',
      contradicts: true,
      facts: { commit: COMMIT, tagCommit: ELSEWHERE },
    });
  });

  test.each([
    ['where another repository has that name by now', ATTESTED, '7'],
    ['where the attestation has no number of it', { ...ATTESTED, repositoryId: null }, '1'],
  ])('contradicts nothing %s', (_case, identity, id) => {
    expect(checked(tagged({ 'v1.2.0': ELSEWHERE }), identity, id)).toMatchObject({
      outcome: 'does-not-hold',
      contradicts: false,
      said: expect.stringContaining('another repository'),
    });
  });

  test('never contradicts with a tag that is moved on purpose', () => {
    const rolling = { ...ATTESTED, ref: 'refs/tags/v1' };
    expect(checked(tagged({ v1: ELSEWHERE }), rolling)).toMatchObject({ outcome: 'does-not-hold', contradicts: false });
  });
});

describe('a release that was built from a branch', () => {
  test.each([
    ['and tagged there', tagged({ 'v1.2.0': COMMIT }), 'holds', 'built from refs/heads/main at 5f2d9c0b7a1e'],
    [
      'and tagged at a commit of its own',
      tagged({ 'v1.2.0': ELSEWHERE }),
      'does-not-hold',
      'commit after they publish',
    ],
    ['and never tagged', tagged({}), 'unseen', 'has no tags'],
  ])('%s', (_case, tags, outcome, said) => {
    expect(checked(tags, FROM_MAIN)).toMatchObject({
      outcome,
      contradicts: false,
      said: expect.stringContaining(said),
    });
  });
});

describe('a release that nobody attested', () => {
  test.each([
    ['has its tag', tagged({ 'v1.2.0': COMMIT }), 'holds', 'nothing shows that the package was built from it'],
    ['has the tag of its package', tagged({ 'harbor-mcp@1.2.0': COMMIT }), 'holds', 'harbor-mcp@1.2.0'],
    [
      'has none where others have',
      tagged({ 'v1.0.0': COMMIT, 'v1.1.0': COMMIT }),
      'does-not-hold',
      '2 of 2 other releases',
    ],
    ['has none like the others', tagged({ nightly: COMMIT }), 'unseen', 'named after a release of this package'],
    ['has only that of another package', tagged({ 'ferry-times@1.2.0': COMMIT }), 'unseen', 'named after a release'],
    ['may have one further back', tagged({ 'v1.1.0': COMMIT }, false), 'unseen', 'among the 1 that were looked at'],
    ['stands in a repository without tags', tagged({}), 'unseen', 'has no tags'],
  ])('%s', (_case, tags, outcome, said) => {
    expect(checked(tags, null)).toMatchObject({ outcome, contradicts: false, said: expect.stringContaining(said) });
  });
});

describe('what could not be looked at says why', () => {
  const at = (url: string | null, host = codeHost()) =>
    repositoryTag(
      {
        packageName: 'harbor-mcp',
        release: release('1.2.0', { repository: url }),
        versions: ['1.2.0'],
        repository: null,
        codeHost: factsIn(host),
      },
      null,
    );
  const key = 'github.com/tidewater/harbor-mcp';
  const url = `https://${key}`;

  test.each([
    ['no repository', at(null), 'neither its package nor its record'],
    ['a host that is not asked', at('https://codehost.example/tidewater/harbor-mcp'), 'code host is not asked'],
    ['a repository that is gone', at(url, codeHost([notThere(key)])), 'shows nothing there'],
    ['a limit that is used up', at(url, codeHost([notAsked(key, 'the limit is used up')])), 'limit is used up'],
  ])('%s', (_case, check, said) => {
    expect(check).toMatchObject({ outcome: 'unseen', contradicts: false, said: expect.stringContaining(said) });
  });
});
