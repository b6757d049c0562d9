import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed, remoteAt } from '../../src/testing/subjects.ts';
import { vendorListed } from './vendor-listed.ts';

const name = 'io.github.tidewater/lanternly-mirror';
const vendors = remoteAt('https://mcp.lanternly.example/mcp');

describeSignal(vendorListed, {
  context: harbourContext(),
  fires: {
    'the vendor’s remote': { on: listed({ name, remotes: [vendors] }), citing: '/remotes/0' },
    'the vendor’s package and remote': {
      on: listed({ name, packages: [packageNamed('npm', '@lanternly/mcp')], remotes: [vendors] }),
      citing: ['/packages/0', '/remotes/0'],
    },
  },
  silent: {
    'a remote of one’s own beside it': listed({ name, remotes: [vendors, remoteAt('https://tidewater.example')] }),
    'a package of one’s own beside it': listed({
      name,
      packages: [packageNamed('npm', 'lanternly')],
      remotes: [vendors],
    }),
    'another host of the vendor’s domain': listed({ name, remotes: [remoteAt('https://www.lanternly.example')] }),
    'nothing to lead to': listed({ name }),
    'a brand that is not named': listed({ remotes: [vendors] }),
  },
  unseen: {
    'a registry that lists only names': named({ name }),
    'a registry that shows neither packages nor addresses': listed({ name, packages: null, remotes: null }),
    'a registry that shows no packages, and no address': listed({ name, packages: null }),
    'a registry that shows no packages': listed({ name, packages: null, remotes: [vendors] }),
    'a registry that shows no addresses': listed({
      name,
      packages: [packageNamed('npm', '@lanternly/mcp')],
      remotes: null,
    }),
  },
});
