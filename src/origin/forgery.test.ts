import { expect, test } from 'vitest';
import { authority } from '../../test/origin/authority.ts';
import { provenanceObject } from '../../test/origin/provenance-object.ts';
import { HARBOR, provenanceStatement, pypiStatement, WHEEL } from '../../test/origin/statements.ts';
import { npmAttestations } from './npm-attestations.ts';
import { pypiAttestations } from './pypi-attestations.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const root = trustRootIn(instance.trustedRoot, 'of the test');
const built = { predicateType: provenanceStatement().predicateType, bundle: instance.certified(provenanceStatement()) };
const publisher = { kind: 'GitHub', repository: 'tidewater/harbor-mcp' };

/** Labels that nothing is taken from, and what the proof of a log with one entry says in two ways. */
const UNSIGNED =
  /\/(predicateType|version|publisher|publisher\/(kind|repository)|(inclusionProof\/)?logIndex|inclusionProof\/(rootHash|treeSize|hashes)|keyid|timestampVerificationData|rfc3161Timestamps|timestamps)$/;

test.each([
  [
    'npm',
    { attestations: [built] },
    (document: unknown) => npmAttestations(document, HARBOR, { root, keys: [] }).provenance,
  ],
  [
    'PyPI',
    provenanceObject([instance.certified(pypiStatement())], publisher),
    (document: unknown) => pypiAttestations(document, WHEEL, root),
  ],
] as const)(
  'no value of a document of %s can be replaced and leave it attested, but for labels',
  (_of, document, look) => {
    expect(look(document).outcome).toBe('attested');
    const left = new Set<string>();
    for (const { path, changed } of changes(document)) {
      const { outcome } = look(changed);
      if (outcome === 'attested' && !UNSIGNED.test(path)) left.add(path);
    }
    expect([...left]).toEqual([]);
  },
);

/** Every value in turn, replaced by each of some others and, where it is text, with one character of it changed. */
function* changes(value: unknown, path = ''): Generator<{ readonly path: string; readonly changed: unknown }> {
  for (const other of [null, 7, 'AAAA', []]) yield { path, changed: other };
  if (typeof value === 'string') {
    const middle = Math.floor(value.length / 2);
    const character = value[middle] === 'A' ? 'B' : 'A';
    yield { path, changed: value.slice(0, middle) + character + value.slice(middle + 1) };
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    for (const change of changes(member, `${path}/${key}`)) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      Reflect.set(copy, key, change.changed);
      yield { path: change.path, changed: copy };
    }
  }
}
