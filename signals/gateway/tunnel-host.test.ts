import { describeSignal } from '../../src/testing/describe-signal.ts';
import { wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { tunnelHost } from './tunnel-host.ts';

const at = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(tunnelHost, {
  context: wharfsideContext(),
  fires: {
    'a tunnel': { on: at('https://lantern-bakery.trycloudflare.com/mcp'), citing: '/remotes/0/url' },
    'a dynamic name': { on: at('https://harbour.duckdns.org'), citing: '/remotes/0/url' },
    'a bare address': { on: at('http://8.8.4.4/mcp'), citing: '/remotes/0/url' },
  },
  silent: {
    'a domain': at('https://mcp.tidewater.example'),
    'a name that ends alike': at('https://nottrycloudflare.com'),
    'this machine': at('http://127.0.0.1:3000'),
    'a name on a platform': at('https://tidewater.workers.dev'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
