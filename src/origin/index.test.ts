import { sign } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { authority } from '../../test/origin/authority.ts';
import { base64, pair } from '../../test/origin/keys.ts';
import { provenanceObject } from '../../test/origin/provenance-object.ts';
import {
  HARBOR,
  npmRelease,
  provenanceStatement,
  publishStatement,
  pypiStatement,
  SDIST,
  WHEEL,
} from '../../test/origin/statements.ts';
import { FetchError, type FetchErrorCode } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import { originOf } from './index.ts';
import { registryKeysIn } from './registry-keys.ts';
import type { NpmClaim, PypiClaim } from './release-claim.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const registry = { id: 'SHA256:quay', ...pair() };
const served = { keys: [{ keyid: registry.id, key: base64(registry.spki), expires: null }] };
const root = trustRootIn(instance.trustedRoot, 'of the test');
const answers = new Map<string, unknown>();
const asked: string[] = [];

beforeEach(() => {
  answers.clear();
  asked.length = 0;
});

describe('an npm release', () => {
  const options = { baseUrl: 'https://npm.example/base', root, keys: registryKeysIn(served, 'program') };
  const KEYS = 'https://npm.example/base/-/npm/v1/keys';
  const ATTESTATIONS = 'https://npm.example/base/-/npm/v1/attestations/harbor-mcp@1.2.0';
  const document = {
    attestations: [
      { predicateType: publishStatement().predicateType, bundle: instance.keyed(publishStatement(), registry) },
      { predicateType: provenanceStatement().predicateType, bundle: instance.certified(provenanceStatement()) },
    ],
  };

  test('is attested by its registry and by its build, in one request', async () => {
    answers.set(ATTESTATIONS, document);
    const origin = await originOf(get, npmClaim(), options);
    expect(origin).toMatchObject({
      ecosystem: 'npm',
      signature: { outcome: 'attested', keyId: 'SHA256:quay', vouchedBy: 'program' },
      publish: { outcome: 'attested', vouchedBy: 'program' },
      provenance: { outcome: 'attested', identity: { repository: 'https://github.com/tidewater/harbor-mcp' } },
    });
    expect(asked).toEqual([ATTESTATIONS]);
  });

  test('of another registry is checked with the keys that this registry serves, and says so', async () => {
    answers.set(KEYS, served).set(ATTESTATIONS, document);
    const origin = await originOf(get, npmClaim(), { ...options, keys: [] });
    expect(origin.signature).toMatchObject({ outcome: 'attested', vouchedBy: 'registry' });
    expect(origin.publish).toMatchObject({ outcome: 'attested', vouchedBy: 'registry' });
    expect(asked).toEqual([KEYS, ATTESTATIONS]);
  });

  test('whose keys cannot be fetched stays undetermined, with the reason', async () => {
    answers.set(KEYS, new FetchError('TIMED_OUT', KEYS, 'late'));
    expect((await originOf(get, npmClaim(), { ...options, keys: [] })).signature).toEqual({
      outcome: 'undetermined',
      reason: 'signed with a key that is not embedded; its registry did not answer in time',
    });
  });

  test('without options it is held against the embedded root and keys', async () => {
    answers.set(ATTESTATIONS, document);
    const origin = await originOf(get, npmClaim(), { baseUrl: options.baseUrl });
    expect(origin.signature).toEqual({ outcome: 'undetermined', reason: 'signed with a key that is not known' });
    expect(origin.provenance).toEqual({
      outcome: 'undetermined',
      reason: 'the trusted root of 2026-11-05 does not lead to the certificate that signed it',
    });
  });

  test('is not asked about where its document names attestations of other releases only', async () => {
    const { provenance, publish } = await originOf(get, npmClaim({ attestations: 'absent' }), options);
    expect([provenance.outcome, publish.outcome]).toEqual(['absent', 'absent']);
    expect(asked).toEqual([]);
  });

  test.each<[string, Partial<NpmClaim>, string]>([
    ['a registry whose documents are known to be whole', {}, 'absent'],
    ['a document that names them', { attestations: 'named' }, 'undetermined'],
    ['a mirror that shows no signatures', { signatures: null }, 'undetermined'],
    ['a registry with a key of its own', { signatures: [{ keyId: 'SHA256:pier', signature: '' }] }, 'undetermined'],
  ])('a 404 from %s', async (_which, change, outcome) => {
    const origin = await originOf(get, npmClaim(change), options);
    expect([origin.provenance.outcome, origin.publish.outcome]).toEqual([outcome, outcome]);
  });

  test('of a mirror that shows no signatures is undetermined, not unsigned', async () => {
    expect((await originOf(get, npmClaim({ signatures: null }), options)).signature).toEqual({
      outcome: 'undetermined',
      reason: 'its registry shows no signatures',
    });
  });

  test.each<[FetchErrorCode, string]>([
    ['NOT_CACHED', 'not asked for earlier, and only the cache may answer'],
    ['UNREACHABLE', 'its registry could not be reached'],
    ['TOO_LARGE', 'its registry answers with more than 4 MiB'],
  ])('that could not be fetched (%s) is undetermined', async (code, reason) => {
    answers.set(ATTESTATIONS, new FetchError(code, ATTESTATIONS, 'no'));
    expect((await originOf(get, npmClaim(), options)).provenance).toEqual({ outcome: 'undetermined', reason });
  });

  test('whose registry is down is undetermined', async () => {
    answers.set(ATTESTATIONS, new FetchError('STATUS', ATTESTATIONS, 'no', { status: 503 }));
    expect((await originOf(get, npmClaim(), options)).provenance).toEqual({
      outcome: 'undetermined',
      reason: 'its registry answered with status 503',
    });
  });

  test('whose attestations are not JSON is undetermined', async () => {
    answers.set(ATTESTATIONS, undefined);
    expect((await originOf(get, npmClaim(), options)).provenance).toMatchObject({
      reason: 'its registry answered something that is not JSON',
    });
  });

  test('a bug is not a reason', async () => {
    answers.set(ATTESTATIONS, new TypeError('oops'));
    await expect(originOf(get, npmClaim(), options)).rejects.toThrow('oops');
  });

  test('of a scope is asked for with its slash escaped', async () => {
    await originOf(get, npmClaim(npmRelease('@tidewater/harbor-mcp', '1.2.0')), options);
    expect(asked).toEqual(['https://npm.example/base/-/npm/v1/attestations/@tidewater%2Fharbor-mcp@1.2.0']);
  });

  test.each(['', '..', 'har bor', 'harbor?x=1', 'harbor#x', 'hafen-ü', 'x'.repeat(301), '\ud800'])(
    'whose version is "%s" is not asked for',
    async (version) => {
      expect((await originOf(get, npmClaim({ version }), options)).provenance).toEqual({
        outcome: 'undetermined',
        reason: 'its name cannot be asked for',
      });
      expect(asked).toEqual([]);
    },
  );
});

describe('a PyPI release', () => {
  const options = { baseUrl: 'https://pypi.example', root };
  const release: PypiClaim = { ecosystem: 'pypi', name: 'harbor-mcp', version: '1.2.0', files: [WHEEL, SDIST] };
  const missing = (message: string, file = SDIST) =>
    new FetchError('STATUS', addressOf(file), 'no', { status: 404, excerpt: JSON.stringify({ message }) });
  const without = missing(`No provenance available for ${SDIST.filename}`);

  test('is attested where each of its files is', async () => {
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(WHEEL))]));
    answers.set(addressOf(SDIST), provenanceObject([instance.certified(pypiStatement(SDIST))]));
    const origin = await originOf(get, release, options);
    expect(origin).toMatchObject({ ecosystem: 'pypi', provenance: { outcome: 'attested' } });
    expect(origin.files.map(({ filename, provenance }) => [filename, provenance.outcome])).toEqual([
      [WHEEL.filename, 'attested'],
      [SDIST.filename, 'attested'],
    ]);
    expect(asked.toSorted()).toEqual([addressOf(WHEEL), addressOf(SDIST)].toSorted());
  });

  test('is not attested where one file is not', async () => {
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(WHEEL))]));
    answers.set(addressOf(SDIST), without);
    expect((await originOf(get, release, options)).provenance).toEqual({
      outcome: 'absent',
      reason: 'its registry has provenance of some of its files only',
    });
  });

  test('files of two repositories are not attested together', async () => {
    const elsewhere = { extensions: { 8: 'https://gitlab.com', 12: 'https://gitlab.com/quayside/harbor-mcp' } };
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(WHEEL))]));
    answers.set(addressOf(SDIST), provenanceObject([instance.certified(pypiStatement(SDIST), elsewhere)]));
    expect((await originOf(get, release, options)).provenance.outcome).toBe('undetermined');
  });

  test.each<[string, FetchError, string]>([
    ['that says that it has none', without, 'absent'],
    ['that says something else, as for a file it does not have', missing('Not Found'), 'undetermined'],
    ['that says nothing', new FetchError('STATUS', addressOf(SDIST), 'no', { status: 404 }), 'undetermined'],
  ])('a 404 %s', async (_which, error, outcome) => {
    answers.set(addressOf(SDIST), error);
    expect((await originOf(get, { ...release, files: [SDIST] }, options)).provenance.outcome).toBe(outcome);
  });

  test('any 404 says that there is none where another file of the release has some', async () => {
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(WHEEL))]));
    const { files } = await originOf(get, release, options);
    expect(files.map(({ provenance }) => provenance.outcome)).toEqual(['attested', 'absent']);
  });

  test('one file that contradicts outweighs all', async () => {
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(SDIST))]));
    expect((await originOf(get, release, options)).provenance).toMatchObject({
      outcome: 'mismatch',
      compared: { what: 'subject' },
    });
  });

  test('one file that could not be asked for leaves the release undetermined', async () => {
    answers.set(addressOf(WHEEL), provenanceObject([instance.certified(pypiStatement(WHEEL))]));
    answers.set(addressOf(SDIST), new FetchError('UNREACHABLE', addressOf(SDIST), 'no'));
    expect((await originOf(get, release, options)).provenance).toEqual({
      outcome: 'undetermined',
      reason: 'its registry could not be reached',
    });
  });

  test.each([0, 201])('of %i files is undetermined', async (count) => {
    const files = Array.from({ length: count }, (_, index) => ({ ...SDIST, filename: `harbor_mcp-${index}.whl` }));
    for (const file of files) answers.set(addressOf(file), missing('No provenance available for it', file));
    expect((await originOf(get, { ...release, files }, options)).provenance.outcome).toBe('undetermined');
    expect(asked).toHaveLength(Math.min(count, 200));
  });

  test('a file whose name leads elsewhere is not asked for', async () => {
    const files = [{ ...WHEEL, filename: '..' }];
    expect((await originOf(get, { ...release, files }, options)).provenance.outcome).toBe('undetermined');
    expect(asked).toEqual([]);
  });
});

/** 404 for what has no answer; an Error is thrown, undefined is no JSON. */
const get: Get = (url) => {
  asked.push(url);
  const answer = answers.get(url);
  if (!answers.has(url)) return Promise.reject(new FetchError('STATUS', url, 'not found', { status: 404 }));
  if (answer instanceof Error) return Promise.reject(answer);
  const body = Buffer.from(JSON.stringify(answer) ?? 'harbor');
  const resource = { uri: url, sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
  return Promise.resolve({ status: 200, body, resource });
};

function addressOf({ filename }: typeof WHEEL): string {
  return `https://pypi.example/integrity/harbor-mcp/1.2.0/${filename}/provenance`;
}

function npmClaim(change: Partial<NpmClaim> = {}): NpmClaim {
  const { name, version, integrity, publishedAt } = { ...HARBOR, ...change };
  const signature = base64(sign('sha256', Buffer.from(`${name}@${version}:${integrity}`), registry.privateKey));
  const signatures = change.signatures === undefined ? [{ keyId: registry.id, signature }] : change.signatures;
  const attestations = change.attestations ?? null;
  return { ecosystem: 'npm', name, version, integrity, publishedAt, signatures, attestations };
}
