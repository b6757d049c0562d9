import { describe, expect, test } from 'vitest';
import { factsIn } from '../evidence/code-host.ts';
import { absent, mismatch, undetermined } from '../origin/answer.ts';
import type { Identity } from '../origin/identity.ts';
import type { NpmOrigin } from '../origin/npm-origin.ts';
import { runs } from '../testing/facts.ts';
import { codeHost, hosted } from '../testing/repositories.ts';
import { declaring, packed, read } from '../testing/sources.ts';
import { release } from '../testing/subjects.ts';
import { type Check, type CheckedRelease, CHECK_IDS, type CheckId, checksOf } from './checks.ts';

const IDENTITY: Identity = {
  issuer: 'https://token.example',
  subject: 'https://github.com/tidewater/harbor-mcp/.github/workflows/release.yml@refs/tags/v1.2.0',
  repository: 'https://github.com/tidewater/harbor-mcp',
  repositoryId: '1',
  ownerId: '2',
  workflow: 'https://github.com/tidewater/harbor-mcp/.github/workflows/release.yml',
  ref: 'refs/tags/v1.2.0',
  commit: '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293',
  runner: 'github-hosted',
};
const KEY = { keyId: 'SHA256:quay', vouchedBy: 'program' } as const;
const ORIGIN: NpmOrigin = {
  ecosystem: 'npm',
  signature: { outcome: 'attested', ...KEY },
  publish: { outcome: 'attested', ...KEY, signedAt: '2026-05-04T09:00:00Z' },
  provenance: { outcome: 'attested', identity: IDENTITY, buildType: null, signedAt: null },
};
const READ = declaring(read('1.2.0', runs('index.js')), { mcpName: 'io.github.tidewater/harbor-mcp' }).facts;
const ALL: CheckedRelease = {
  ecosystem: 'npm',
  packageName: 'harbor-mcp',
  versions: ['1.2.0'],
  release: release('1.2.0', { repository: 'git+https://github.com/tidewater/harbor-mcp.git' }),
  origin: ORIGIN,
  facts: READ,
  notRead: '',
  listedAs: ['io.github.tidewater/harbor-mcp'],
  repository: 'https://github.com/Tidewater/harbor-mcp',
  codeHost: factsIn(codeHost()),
  differences: [],
};

test('a release of which all is known passes every check, in their order', () => {
  const checks = checksOf(ALL);
  expect(checks.map(({ id }) => id)).toEqual(CHECK_IDS);
  expect(checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
});

test('a release of which nothing could be read is unseen in every check, and contradicts nothing', () => {
  const checks = checksOf({
    ...ALL,
    origin: null,
    facts: null,
    notRead: 'timed out',
    release: release('1.2.0'),
    differences: null,
  });
  expect(checks.map(({ outcome }) => outcome)).toEqual(CHECK_IDS.map(() => 'unseen'));
  expect(checks.filter(({ contradicts }) => contradicts)).toEqual([]);
});

describe('what is missing does not hold and contradicts nothing', () => {
  test.each<[CheckId, Partial<CheckedRelease>]>([
    ['registry-signature', { origin: { ...ORIGIN, signature: absent('signed other releases') } }],
    ['provenance-attestation', { origin: { ...ORIGIN, provenance: absent('has none') } }],
    ['ownership-marker', { facts: read('1.2.0', runs('index.js')).facts }],
    ['attested-repository', { repository: 'https://github.com/quayside/harbor-mcp' }],
    ['repository-tag', { release: release('2.0.0', { repository: 'https://github.com/tidewater/harbor-mcp' }) }],
  ])('%s', (id, fields) => {
    expect(check(id, fields)).toMatchObject({ outcome: 'does-not-hold', contradicts: false });
  });
});

describe('what cannot both be true contradicts', () => {
  const other = mismatch({ what: 'registry signature', expected: 'a', observed: 'b' });
  test.each<[CheckId, Partial<CheckedRelease>]>([
    ['registry-signature', { origin: { ...ORIGIN, signature: other } }],
    ['publish-attestation', { origin: { ...ORIGIN, publish: other } }],
    ['provenance-attestation', { origin: { ...ORIGIN, provenance: other } }],
    ['ownership-marker', { listedAs: ['io.github.quayside/harbor-mcp'] }],
    [
      'archive-digest',
      {
        facts: packed(read('1.2.0', runs('index.js')), {
          digest: { outcome: 'differs', algorithm: 'sha512', expected: 'a', observed: 'b' },
        }).facts,
      },
    ],
    ['archive-manifest', { differences: [{ kind: 'scripts', name: 'postinstall' }] }],
  ])('%s', (id, fields) => {
    expect(check(id, fields)).toMatchObject({ outcome: 'does-not-hold', contradicts: true });
  });
});

describe('what could not be looked at says why', () => {
  test.each<[CheckId, Partial<CheckedRelease>, string]>([
    [
      'registry-signature',
      { origin: { ...ORIGIN, signature: undetermined('its registry shows no signatures') } },
      'shows no signatures',
    ],
    ['registry-signature', { ecosystem: 'pypi' }, 'PyPI signs no releases'],
    ['archive-digest', { facts: null, notRead: 'not found' }, 'not found'],
    [
      'archive-digest',
      { facts: packed(read('1.2.0', runs('a.js')), { digest: { outcome: 'not given' } }).facts },
      'no digest',
    ],
    ['ownership-marker', { listedAs: [] }, 'no entry of a registry'],
    [
      'repository-tag',
      {
        origin: {
          ...ORIGIN,
          provenance: {
            outcome: 'attested',
            identity: { ...IDENTITY, ref: 'refs/heads/main' },
            buildType: null,
            signedAt: null,
          },
        },
      },
      'no tag',
    ],
  ])('%s', (id, fields, said) => {
    expect(check(id, fields)).toMatchObject({
      outcome: 'unseen',
      contradicts: false,
      said: expect.stringContaining(said),
    });
  });
});

test.each([
  ['v1.2.0', 'holds'],
  ['1.2.0', 'holds'],
  ['harbor-mcp@1.2.0', 'holds'],
  ['release/1.2.0', 'holds'],
  ['v11.2.0', 'does-not-hold'],
  ['v1.2.0-rc.1', 'does-not-hold'],
])('the tag %s of release 1.2.0: %s', (tag, outcome) => {
  const identity = { ...IDENTITY, ref: `refs/tags/${tag}` };
  const origin = { ...ORIGIN, provenance: { outcome: 'attested', identity, buildType: null, signedAt: null } } as const;
  expect(check('repository-tag', { origin }).outcome).toBe(outcome);
});

test.each([
  ['keeps its number when it is renamed', '1', 'holds'],
  ['is another one where the number is', '7', 'does-not-hold'],
])('a repository %s', (_case, id, outcome) => {
  const host = factsIn(codeHost([hosted('tidewater/harbor-mcp', { key: 'github.com/old-tide/harbor', id })]));
  const fields = { repository: 'https://github.com/old-tide/harbor', codeHost: host };
  expect(check('attested-repository', fields)).toMatchObject({ outcome, contradicts: false });
});

test('a marker that differs in capitals is the same server', () => {
  expect(check('ownership-marker', { listedAs: ['io.github.Tidewater/harbor-mcp'] })).toMatchObject({
    outcome: 'holds',
  });
});

function check(id: CheckId, fields: Partial<CheckedRelease>): Check {
  const found = checksOf({ ...ALL, ...fields }).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no check "${id}"`);
  return found;
}
