import { describeSignal } from '../../src/testing/describe-signal.ts';
import { wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { platformSubdomain } from './platform-subdomain.ts';

const at = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(platformSubdomain, {
  context: wharfsideContext(),
  fires: {
    'a platform of the public suffix list': { on: at('https://mcp.tidewater.workers.dev'), citing: '/remotes/0/url' },
    'a platform of our list': { on: at('https://tidewater.slipway.example'), citing: '/remotes/0/url' },
    'a platform for MCP servers': { on: at('https://tidewater.run.tools/mcp'), citing: '/remotes/0/url' },
  },
  silent: {
    'a domain of one’s own': at('https://mcp.tidewater.example'),
    'a name that ends alike': at('https://notslipway.example'),
    'a template': at('https://{host}/mcp'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
