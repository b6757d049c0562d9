import { describe, expect, test } from 'vitest';
import { authority, EXTENSIONS, WORKFLOW } from '../../test/origin/authority.ts';
import { provenanceObject } from '../../test/origin/provenance-object.ts';
import { provenanceStatement, pypiStatement, SDIST, WHEEL } from '../../test/origin/statements.ts';
import { pypiAttestations } from './pypi-attestations.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const root = trustRootIn(instance.trustedRoot, 'of the test');
const publisher = { kind: 'GitHub', repository: 'tidewater/harbor-mcp', workflow: 'release.yml', environment: null };
const signed = instance.certified(pypiStatement());

describe('the provenance of a file', () => {
  test('that a workflow published', () => {
    expect(looked(provenanceObject([signed], publisher))).toMatchObject({
      outcome: 'attested',
      identity: { repository: 'https://github.com/tidewater/harbor-mcp', repositoryId: '771001', workflow: WORKFLOW },
      predicateType: 'https://docs.pypi.org/attestations/publish/v1',
      signedAt: '2026-05-04T09:00:00.000Z',
    });
  });

  test('that a workflow built', () => {
    const [subject] = pypiStatement().subject;
    const slsa = instance.certified({ ...provenanceStatement(), subject: [subject] });
    expect(looked(provenanceObject([slsa], publisher))).toMatchObject({
      outcome: 'attested',
      predicateType: 'https://slsa.dev/provenance/v1',
    });
  });

  test('whose name is spelled in another way, since the digest pins the bytes', () => {
    const filename = 'Harbor.MCP-1.2.0-py3-none-any.whl';
    const document = provenanceObject([instance.certified(pypiStatement({ ...WHEEL, filename }))], publisher);
    expect(looked(document).outcome).toBe('attested');
  });

  test.each([
    ['GitHub, in other capitals', { ...publisher, repository: 'Tidewater/Harbor-MCP' }],
    ['of a kind that is not known', { kind: 'Quayside', pier: 7 }],
    ['that is not shown', {}],
  ])('by a publisher %s', (_which, shown) => {
    expect(looked(provenanceObject([signed], shown)).outcome).toBe('attested');
  });

  test('by a service account', () => {
    const subject = 'build@lantern.example';
    const signing = { subject, extensions: { 8: 'https://accounts.example' } };
    const bundle = instance.certified(pypiStatement(), signing);
    expect(looked(provenanceObject([bundle], { kind: 'Google', email: subject })).outcome).toBe('attested');
    expect(looked(provenanceObject([bundle], { kind: 'Google', email: 'ferry@lantern.example' }))).toEqual({
      outcome: 'mismatch',
      compared: { what: 'publisher', expected: 'ferry@lantern.example', observed: subject },
    });
  });

  test('from GitLab, where groups have groups', () => {
    const repository = 'https://gitlab.com/tidewater/boats/harbor-mcp';
    const workflow = `${repository}//.gitlab-ci.yml`;
    const extensions = { ...EXTENSIONS, 8: 'https://gitlab.com', 12: repository, 18: `${workflow}@refs/heads/main` };
    const bundle = instance.certified(pypiStatement(), { extensions, subject: `${workflow}@refs/heads/main` });
    const shown = { kind: 'GitLab', repository: 'tidewater/boats/harbor-mcp' };
    expect(looked(provenanceObject([bundle], shown))).toMatchObject({ outcome: 'attested', identity: { workflow } });
  });
});

describe('provenance that contradicts', () => {
  test.each([
    ['of another file', SDIST, 'subject'],
    ['of other bytes', { ...WHEEL, sha256: SDIST.sha256 }, 'SHA-256'],
  ])('%s', (_which, file, what) => {
    expect(pypiAttestations(provenanceObject([signed], publisher), file, root)).toMatchObject({
      outcome: 'mismatch',
      compared: { what },
    });
  });

  test('another publisher than the index shows', () => {
    const shown = { ...publisher, repository: 'tidewater/ferry-times' };
    expect(looked(provenanceObject([signed], shown))).toEqual({
      outcome: 'mismatch',
      compared: {
        what: 'publisher',
        expected: 'https://github.com/tidewater/ferry-times',
        observed: 'https://github.com/tidewater/harbor-mcp',
      },
    });
  });

  test('a person, where the index shows a repository', () => {
    const signing = { subject: 'keeper@lantern.example', extensions: { 8: 'https://accounts.example' } };
    expect(looked(provenanceObject([instance.certified(pypiStatement(), signing)], publisher))).toMatchObject({
      outcome: 'mismatch',
      compared: { what: 'publisher', observed: 'keeper@lantern.example' },
    });
  });

  test('a statement that was changed after it was signed', () => {
    const document = provenanceObject([
      { ...signed, dsseEnvelope: instance.certified(pypiStatement(SDIST)).dsseEnvelope },
    ]);
    expect(looked(document)).toMatchObject({ outcome: 'mismatch', compared: { what: 'signature of the statement' } });
  });
});

describe('provenance that is not determined', () => {
  test.each([null, {}, { attestation_bundles: 7 }, { attestation_bundles: [] }, { attestation_bundles: [{}, null] }])(
    '%j',
    (document) => {
      expect(looked(document)).toEqual({
        outcome: 'undetermined',
        reason: 'its provenance holds no attestations that can be read',
      });
    },
  );

  test('an attestation without anything in it', () => {
    expect(looked({ attestation_bundles: [{ attestations: [{}, null, 'x'] }] })).toEqual({
      outcome: 'undetermined',
      reason: 'its bundle cannot be read',
    });
  });

  test('timestamps that are none', () => {
    const bundle = instance.certified(pypiStatement());
    bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps.push({ signedTimestamp: 'AAAA' });
    expect(looked(provenanceObject([bundle], publisher)).outcome).toBe('undetermined');
  });

  test('a file whose digest the index does not give', () => {
    expect(pypiAttestations(provenanceObject([signed], publisher), { ...WHEEL, sha256: null }, root)).toEqual({
      outcome: 'undetermined',
      reason: 'its registry gives no SHA-256 to compare with',
    });
  });

  test('a statement of another kind', () => {
    const bundle = instance.certified({ ...pypiStatement(), predicateType: 'https://quayside.example/tide/v1' });
    expect(looked(provenanceObject([bundle], publisher))).toEqual({
      outcome: 'undetermined',
      reason: 'its attestation is of an unknown kind',
    });
  });

  test('signed under another authority', () => {
    const bundle = authority().certified(pypiStatement());
    expect(looked(provenanceObject([bundle], publisher)).outcome).toBe('undetermined');
  });
});

function looked(document: unknown) {
  return pypiAttestations(document, WHEEL, root);
}
