import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { tunnelHost } from './tunnel-host.ts';

const to = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(tunnelHost, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a quick tunnel': { on: to('https://lantern-bakery.trycloudflare.com/mcp'), citing: '/remotes/0/url' },
    'a dynamic name': { on: to('https://a.b.duckdns.org'), citing: '/remotes/0/url' },
  },
  silent: {
    'a domain': to('https://mcp.tidewater.example'),
    'a name that ends alike': to('https://nottrycloudflare.com'),
    'a domain with the service before it': to('https://trycloudflare.com.tidewater.example'),
    'a service that receives anybody’s messages, which is no tunnel': to('https://webhook.site/mcp'),
    'a template': to('https://{host}/mcp'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
