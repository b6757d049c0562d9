import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { forkOfVendor } from './fork-of-vendor.ts';

const saying = (description: string, name = 'io.github.tidewater/lamps') => listed({ name, description });

describeSignal(forkOfVendor, {
  context: harbourContext(),
  fires: {
    'a fork of the brand': { on: saying('A fork of Lanternly for small towns'), citing: '/description' },
    'forked from its repository': {
      on: saying('Forked from lanternly/lanternly-mcp, with colours'),
      citing: '/description',
    },
  },
  silent: {
    'a fork of somebody else’s': saying('A fork of tide-tables'),
    'the vendor’s own fork': saying('A fork of Lanternly', 'example.lanternly/lamps'),
    'the brand long after': saying(`A fork of tide-tables${', with more of everything'.repeat(4)} for Lanternly`),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record that says nothing of it': saying('Lamps of Lanternly'),
    'a record without a description': listed({ description: null }),
    'a knife and fork': saying('A fork, or a spoon, for Lanternly'),
  },
});
