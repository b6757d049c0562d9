import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { unpinnedVersion } from './unpinned-version.ts';

const of = (ecosystem: string, version: string | null) =>
  listed({ packages: [packageNamed(ecosystem, 'harbor', { version })] });

describeSignal(unpinnedVersion, {
  context: { asOf: '2026-06-29' },
  fires: {
    'the latest': { on: of('npm', 'latest'), citing: '/packages/0/version' },
    'a range': { on: of('npm', '^1.2.0'), citing: '/packages/0/version' },
    'all patches': { on: of('npm', '1.2.x'), citing: '/packages/0/version' },
    'no version': { on: of('pypi', null), citing: '/packages/0' },
  },
  silent: {
    'a version': of('npm', '1.2.0'),
    'a version with letters': of('pypi', '1.2.0.post2'),
    'an image, whose tag is in its identifier': of('oci', null),
    'a bundle, whose version is in its address': of('mcpb', null),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no packages': listed({ packages: null }) },
});
