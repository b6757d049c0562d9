import { describeSignal } from '../../src/testing/describe-signal.ts';
import { type Listing, listed, packageNamed, packument, published, release } from '../../src/testing/subjects.ts';
import { ownershipUnproven } from './ownership-unproven.ts';

const NAME = 'io.github.tidewater/harbor-mcp';
const marked = (mcpName: string | null, listing: Listing = {}) =>
  published(listing, packument({ releases: [release('1.0.0', { mcpName })] }));
const versions = packument({
  releases: [release('1.0.0', { mcpName: NAME }), release('2.0.0', { mcpName: null })],
});

describeSignal(ownershipUnproven, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a package that names no server': { on: marked(null), citing: '/versions/1.0.0' },
    'a package that names another': { on: marked('io.github.quayside/harbor'), citing: '/versions/1.0.0/mcpName' },
    'the newest release where the record names none': { on: published({}, versions), citing: '/versions/2.0.0' },
  },
  silent: {
    'a package that names it': marked(NAME),
    'in other letter case': marked(NAME.toUpperCase()),
    'the release that the record names': published(
      { packages: [packageNamed('npm', 'harbor-mcp', { version: '1.0.0' })] },
      versions,
    ),
    'an entry of the day before the registry asked': marked(null, { publishedAt: '2025-09-07T23:59:59Z' }),
    'a package without releases': published({}, packument({ releases: [] })),
  },
  unseen: {
    'a record without a history': listed(),
    'a registry that gives no names': marked(null, { registry: 'smithery' }),
    'a package on PyPI, which says it in its README': published({}, packument({ ecosystem: 'pypi' })),
  },
});
