import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { packageRepoClaim } from './package-repo-claim.ts';

const vendors = { repository: 'git+https://github.com/lanternly-labs/mcp.git' };

describeSignal(packageRepoClaim, {
  context: harbourContext(),
  fires: {
    'a copied package file': { on: packaged(release('1.0.0', vendors)), citing: '/versions/1.0.0/repository' },
    'a copied package file in the newest release': {
      on: packaged(release('1.0.0'), release('1.0.1', vendors)),
      citing: '/versions/1.0.1/repository',
    },
    'a project on PyPI, where the newest release’s links say so': {
      on: published(
        {},
        packument({
          ecosystem: 'pypi',
          purl: 'pkg:pypi/mudlark',
          name: 'mudlark',
          releases: [release('1.0.0', vendors)],
        }),
      ),
      citing: '/info/project_urls',
    },
  },
  silent: {
    'one’s own repository': packaged(release('1.0.0')),
    'a package that does not say': packaged(release('1.0.0', { repository: null })),
    'the vendor’s package': published({}, packument({ name: '@lanternly/mcp', releases: [release('1.0.0', vendors)] })),
    'the vendor’s entry': published(
      { name: 'example.lanternly/mcp' },
      packument({ releases: [release('1.0.0', vendors)] }),
    ),
    'a package without releases': published({}, packument({ releases: [] })),
  },
  unseen: { 'a record without a history': listed() },
});
