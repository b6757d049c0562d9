import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { attestedOwnRepository } from './attested-own-repository.ts';

const attested = { provenance: 'attested' } as const;

describeSignal(attestedOwnRepository, {
  context: harbourContext(),
  fires: {
    'an attested release of the publisher’s repository': {
      on: packaged(release('1.0.0', attested)),
      citing: '/versions/1.0.0/repository',
    },
    'the release that is tagged latest': {
      on: published(
        {},
        packument({ distTags: { latest: '1.0.0' }, releases: [release('1.0.0', attested), release('2.0.0-rc.1')] }),
      ),
      citing: '/versions/1.0.0/repository',
    },
  },
  silent: {
    'a release without attestation': packaged(release('1.0.0', { provenance: 'absent' })),
    'somebody else’s repository': packaged(
      release('1.0.0', { ...attested, repository: 'https://github.com/lanternly-labs/mcp' }),
    ),
    'a release that does not name one': packaged(release('1.0.0', { ...attested, repository: null })),
  },
  unseen: {
    'a record without a history': listed(),
    'a mirror that does not serve attestations': packaged(release('1.0.0', { provenance: null })),
    'a package without releases': published({}, packument({ releases: [] })),
  },
});
