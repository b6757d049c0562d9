import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { ociNotDigest } from './oci-not-digest.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const of = (ecosystem: string, identifier: string, version: string | null = null) =>
  listed({ packages: [packageNamed(ecosystem, identifier, { version })] });

describeSignal(ociNotDigest, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a tag': { on: of('oci', 'quay.example/tidewater/harbor:1.0.0'), citing: '/packages/0/identifier' },
    nothing: { on: of('oci', 'tidewater/harbor'), citing: '/packages/0/identifier' },
  },
  silent: {
    'a digest': of('oci', `quay.example/tidewater/harbor@${DIGEST}`),
    'a digest as version': of('oci', 'tidewater/harbor', DIGEST),
    'a package of another ecosystem': of('npm', 'harbor'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no packages': listed({ packages: null }) },
});
