import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { named } from '../../src/testing/subjects.ts';
import { vendorNamespace } from './vendor-namespace.ts';

describeSignal(vendorNamespace, {
  context: harbourContext(),
  fires: {
    'a vendor’s integration with another brand': { on: named({ name: 'example.lanternly/crane' }), citing: '/name' },
    'the vendor’s login': { on: named({ name: 'io.github.lanternly-labs/mcp' }), citing: '/name' },
  },
  silent: {
    'an ordinary publisher': named(),
    'a name that only resembles the vendor’s': named({ name: 'example.lanternly-mcp/server' }),
  },
  unseen: {
    'a registry that proves no namespace': named({ registry: 'glama', name: 'lanternly-labs/mcp' }),
  },
});
