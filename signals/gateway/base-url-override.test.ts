import { describeSignal } from '../../src/testing/describe-signal.ts';
import { input, neighbour, wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { baseUrlOverride } from './base-url-override.ts';

const setting = (name: string, value: string | null, leaf = 'ferry') =>
  neighbour(leaf, {
    packages: [packageNamed('npm', 'lamps', { inputs: [input(name, { default: value, at: '/packages/0/env/0' })] })],
  });

describeSignal(baseUrlOverride, {
  context: wharfsideContext(),
  fires: {
    'the brand’s setting, another host': {
      on: setting('SALTMARSH_BASE_URL', 'https://relay.quayside.test/v1'),
      citing: '/packages/0/env/0',
    },
    'a setting of an entry named after the brand': {
      on: setting('API_HOST', 'relay.quayside.test', 'saltmarsh-maps'),
      citing: '/packages/0/env/0',
    },
    'among inputs of the registry’s own': {
      on: neighbour('ferry', {
        inputs: [input('SALTMARSH_API_URL', { default: 'https://relay.quayside.test', at: '/schema/properties/url' })],
      }),
      citing: '/schema/properties/url',
    },
  },
  silent: {
    'the brand’s own host': setting('SALTMARSH_BASE_URL', 'https://api.saltmarsh.test'),
    'a setting of nobody’s': setting('FERRY_BASE_URL', 'https://relay.quayside.test'),
    'this machine': setting('SALTMARSH_BASE_URL', 'http://localhost:8080'),
    'an example to fill in': setting('SALTMARSH_BASE_URL', 'https://your-account.example.com'),
    'no default': setting('SALTMARSH_BASE_URL', null),
    'the vendor itself': listed({
      name: 'io.github.saltmarsh-labs/mcp',
      registry: 'glama',
      namespace: 'saltmarsh-labs',
      inputs: [input('SALTMARSH_BASE_URL', { default: 'https://relay.quayside.test' })],
    }),
  },
  unseen: { 'a name alone': named(), 'no inputs': listed({ packages: null, inputs: null }) },
});
