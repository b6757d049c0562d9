import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { named } from '../../src/testing/subjects.ts';
import { vendorHasOfficial } from './vendor-has-official.ts';

describeSignal(vendorHasOfficial, {
  context: harbourContext(),
  fires: {
    'a brand that has a server of its own': {
      on: named({ name: 'io.github.tidewater/lanternly-mcp' }),
      citing: '/name',
    },
  },
  silent: {
    'a brand that has none': named({ name: 'io.github.tidewater/harbor-crane-mcp' }),
    'the vendor itself': named({ name: 'example.lanternly/lanternly-mcp' }),
    'no brand': named(),
  },
  unseen: { 'a registry that does not say who publishes': named({ registry: 'mcp-so', name: 'lanternly-mcp' }) },
});
