import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { securityHolding } from './security-holding.ts';

describeSignal(securityHolding, {
  context: { asOf: '2026-06-29', intel: null },
  fires: {
    'the placeholder is the latest version': {
      on: packaged(release('0.0.1-security')),
      citing: '/dist-tags/latest',
    },
    'a second placeholder': { on: packaged(release('0.0.1-security.1')), citing: '/dist-tags/latest' },
    'the description of a holding package': {
      on: published({}, packument({ description: 'security holding package' })),
      citing: '/description',
    },
  },
  silent: {
    'an honest prerelease with the word': packaged(release('0.0.1-security-fix')),
    'a package about security holdings': published(
      {},
      packument({ description: 'A security holding package for quays' }),
    ),
    'a package of which nothing is left has no tags': published({}, packument({ distTags: null, releases: [] })),
    'PyPI has no such placeholder': published(
      {},
      packument({ ecosystem: 'pypi', releases: [release('0.0.1-security')] }),
    ),
  },
  unseen: {
    'a registry entry alone': listed(),
    'a history whose tags are not known': published({}, packument({ distTags: null })),
  },
});
