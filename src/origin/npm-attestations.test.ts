import { describe, expect, test } from 'vitest';
import { authority, COMMIT, WORKFLOW } from '../../test/origin/authority.ts';
import { base64, pair } from '../../test/origin/keys.ts';
import { HARBOR, npmRelease, provenanceStatement, publishStatement } from '../../test/origin/statements.ts';
import { npmAttestations, type NpmSubject } from './npm-attestations.ts';
import { registryKeysIn } from './registry-keys.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const registry = { id: 'SHA256:quay', ...pair() };
const trust = {
  root: trustRootIn(instance.trustedRoot, 'of the test'),
  keys: registryKeysIn({ keys: [{ keyid: registry.id, key: base64(registry.spki), expires: null }] }, 'registry'),
};
const published = {
  predicateType: publishStatement().predicateType,
  bundle: instance.keyed(publishStatement(), registry),
};
const built = { predicateType: provenanceStatement().predicateType, bundle: instance.certified(provenanceStatement()) };

describe('the attestations of a release', () => {
  test('that was built by a workflow and published', () => {
    const { publish, provenance } = looked([published, built]);
    expect(publish).toEqual({
      outcome: 'attested',
      keyId: 'SHA256:quay',
      vouchedBy: 'registry',
      signedAt: '2026-05-04T09:00:00.000Z',
    });
    expect(provenance).toMatchObject({
      outcome: 'attested',
      identity: { repository: 'https://github.com/tidewater/harbor-mcp', workflow: WORKFLOW, commit: COMMIT },
      buildType: 'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
      signedAt: '2026-05-04T09:00:00.000Z',
    });
  });

  test('of a scope, with its @ spelled out or not, and in a registry that is named', () => {
    const scoped = npmRelease('@tidewater/harbor-mcp', '1.2.0');
    for (const purl of [
      scoped.purl,
      'pkg:npm/@tidewater/harbor-mcp@1.2.0',
      `${scoped.purl}?repository_url=https://npm.example`,
    ]) {
      const bundle = instance.certified(provenanceStatement({ ...scoped, purl }));
      expect(looked([{ ...built, bundle }], scoped).provenance.outcome).toBe('attested');
    }
  });

  test('with several digests in its integrity', () => {
    const integrity = `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${HARBOR.integrity}?note`;
    expect(looked([built], { ...HARBOR, integrity }).provenance.outcome).toBe('attested');
  });
});

describe('attestations about something else', () => {
  test.each([
    ['another version', npmRelease('harbor-mcp', '1.2.1'), 'subject'],
    ['another name', npmRelease('harbor-mpc', '1.2.0'), 'subject'],
    ['other bytes', { ...npmRelease('harbor-mcp', '1.2.1'), version: '1.2.0' }, 'SHA-512'],
  ])('%s', (_which, release, what) => {
    const { publish, provenance } = looked([published, built], release);
    expect(publish).toMatchObject({ outcome: 'mismatch', compared: { what } });
    expect(provenance).toMatchObject({ outcome: 'mismatch', compared: { what } });
  });

  test('what was compared is shown', () => {
    expect(looked([built], npmRelease('harbor-mcp', '1.2.1')).provenance).toEqual({
      outcome: 'mismatch',
      compared: { what: 'subject', expected: 'pkg:npm/harbor-mcp@1.2.1', observed: 'pkg:npm/harbor-mcp@1.2.0' },
    });
  });

  test.each([null, 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', 'sha512-', 'sha512-bGFudGVybg=='])(
    'cannot be told where the integrity is %j',
    (integrity) => {
      expect(looked([built], { ...HARBOR, integrity }).provenance).toEqual({
        outcome: 'undetermined',
        reason: 'its registry gives no SHA-512 to compare with',
      });
    },
  );

  test('a build that names another source than its certificate', () => {
    const elsewhere = provenanceStatement(HARBOR, { repository: 'https://github.com/quayside/harbor-mcp' });
    expect(looked([{ ...built, bundle: instance.certified(elsewhere) }]).provenance).toEqual({
      outcome: 'mismatch',
      compared: {
        what: 'source repository',
        expected: 'https://github.com/tidewater/harbor-mcp',
        observed: 'https://github.com/quayside/harbor-mcp',
      },
    });
  });
});

describe('attestations that do not show what they should', () => {
  test('a publication that somebody with a certificate signed is not the registry saying so', () => {
    const bundle = instance.certified(publishStatement());
    expect(looked([{ ...published, bundle }]).publish).toEqual({
      outcome: 'undetermined',
      reason: 'signed by somebody else than its registry',
    });
  });

  test('a provenance that a key signed names nobody', () => {
    const bundle = instance.keyed(provenanceStatement(), registry);
    expect(looked([{ ...built, bundle }]).provenance.outcome).toBe('undetermined');
  });

  test('one kind that holds shows that the other is absent', () => {
    expect(looked([published]).provenance).toEqual({
      outcome: 'absent',
      reason: 'its attestations hold no provenance',
    });
    expect(looked([built]).publish.outcome).toBe('absent');
  });

  test.each([
    ['nothing', []],
    ['what cannot be opened', [{ predicateType: publishStatement().predicateType, bundle: {} }]],
    ['another kind', [{ predicateType: 'https://quayside.example/tide/v1', bundle: {} }]],
    ['no attestations', [null, 7, 'x']],
  ])('a document of %s shows nothing to be absent', (_which, attestations) => {
    expect(looked(attestations).provenance.outcome).toBe('undetermined');
  });

  test.each([null, [[]], { attestations: {} }])('%j is no document of attestations', (document) => {
    expect(npmAttestations(document, HARBOR, trust)).toEqual({
      publish: { outcome: 'undetermined', reason: 'its attestations cannot be read' },
      provenance: { outcome: 'undetermined', reason: 'its attestations cannot be read' },
    });
  });

  test('what was signed says which kind it is, not the label beside it', () => {
    const { publish, provenance } = looked([{ ...built, predicateType: published.predicateType }]);
    expect(provenance.outcome).toBe('attested');
    expect(publish.outcome).toBe('absent');
  });

  test('junk beside one that holds takes nothing from it, and a contradiction does', () => {
    expect(looked([{ ...built, bundle: {} }, built]).provenance.outcome).toBe('attested');
    const other = instance.certified(provenanceStatement(npmRelease('ferry-times', '1.0.0')));
    expect(looked([built, { ...built, bundle: other }]).provenance.outcome).toBe('mismatch');
  });
});

function looked(attestations: readonly unknown[], release: NpmSubject = HARBOR) {
  return npmAttestations({ attestations }, release, trust);
}
