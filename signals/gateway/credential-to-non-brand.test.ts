import { describeSignal } from '../../src/testing/describe-signal.ts';
import { input, neighbour, wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, packageNamed, remoteAt } from '../../src/testing/subjects.ts';
import { credentialToNonBrand } from './credential-to-non-brand.ts';

const header = (name: string, value: string | null = null) =>
  input(name, { kind: 'header', at: '/remotes/0/headers/0', value });
const asking = (leaf: string, secret: ReturnType<typeof input>, host = 'mcp.tidewater.example') =>
  neighbour(leaf, { remotes: [remoteAt(`https://${host}/mcp`, { inputs: [secret] })] });
const running = (leaf: string, ...inputs: ReturnType<typeof input>[]) =>
  neighbour(leaf, { remotes: [], packages: [packageNamed('npm', 'lamps', { inputs })] });

describeSignal(credentialToNonBrand, {
  context: wharfsideContext(),
  fires: {
    'a field named after the brand': { on: asking('ferry', header('LANTERNLY_TOKEN')), citing: '/remotes/0/headers/0' },
    'any key of an entry named after the brand': {
      on: asking('lanternly', header('Authorization')),
      citing: '/remotes/0/headers/0',
    },
    'a base URL that leads elsewhere': {
      on: running('ferry', input('LANTERNLY_TOKEN'), input('LANTERNLY_BASE_URL', { default: 'https://relay.test' })),
      citing: '/packages/0/environmentVariables/LANTERNLY_TOKEN',
    },
  },
  silent: {
    'the brand’s own host': asking('lanternly', header('Authorization'), 'mcp.lanternly.example'),
    'the host’s own key': asking('lanternly', header('tidewater-api-key')),
    'a header that carries the host’s own key': asking('lanternly', header('Authorization', 'Bearer {tidewater_key}')),
    'no brand': asking('ferry', header('Authorization')),
    'two brands, so that it could be either’s': asking('lanternly-saltmarsh', header('Authorization')),
    'a program on the user’s machine': running('lanternly', input('LANTERNLY_TOKEN')),
    'the vendor itself': listed({
      name: 'example.lanternly/lanternly',
      remotes: [remoteAt('https://lamps.test', { inputs: [header('LANTERNLY_TOKEN')] })],
    }),
    'no secret': asking('lanternly', header('X-Region')),
  },
  unseen: { 'a name alone': named(), 'no inputs': listed({ packages: null, remotes: null }) },
});
