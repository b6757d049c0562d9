import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, packument, published, release } from '../../src/testing/subjects.ts';
import { vendorPackageMaintainer } from './vendor-package-maintainer.ts';

const name = 'io.github.tidewater/lanternly-mcp';
const employee = { name: 'wick', email: 'wick@dev.Lanternly.example' };
const stranger = { name: 'gull', email: 'gull@tidewater.example' };

describeSignal(vendorPackageMaintainer, {
  context: harbourContext(),
  fires: {
    'an address at the brand’s domain': {
      on: published({ name }, packument({ maintainers: [stranger, employee] })),
      citing: '/maintainers/1/email',
    },
    'an address known from the newest release alone': {
      on: published(
        { name },
        packument({ maintainers: null, releases: [release('2.0.0', { maintainers: [employee] })] }),
      ),
      citing: '/versions/2.0.0/maintainers/0/email',
    },
  },
  silent: {
    'addresses elsewhere': published({ name }, packument({ maintainers: [stranger] })),
    'a domain that only resembles the brand’s': published(
      { name },
      packument({ maintainers: [{ name: 'wick', email: 'wick@not-lanternly.example' }] }),
    ),
    nobody: published({ name }, packument({ maintainers: [] })),
    'no address': published({ name }, packument({ maintainers: [{ name: 'wick', email: null }] })),
    'another package without the vendor’s people': published(
      { name },
      packument({ maintainers: [employee] }),
      packument({ name: 'harbor-tools', maintainers: [stranger] }),
    ),
    'a brand that is not named': published({}, packument({ maintainers: [employee] })),
  },
  unseen: {
    'a record without a history': listed({ name }),
    'a mirror that strips maintainers': published(
      { name },
      packument({ maintainers: null, releases: [release('1.0.0', { maintainers: null })] }),
    ),
    'PyPI, where anybody types any address': published(
      { name },
      packument({ ecosystem: 'pypi', maintainers: [employee] }),
    ),
  },
});
