import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { remoteIpOrPrivateHost } from './remote-ip-or-private-host.ts';

const to = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(remoteIpOrPrivateHost, {
  context: { asOf: '2026-06-29' },
  fires: {
    'an address': { on: to('https://192.0.2.7/mcp'), citing: '/remotes/0/url' },
    'an address in one number': { on: to('http://3221225991/'), citing: '/remotes/0/url' },
    'an address of the new kind': { on: to('https://[2001:db8::1]/mcp'), citing: '/remotes/0/url' },
    'this machine': { on: to('http://localhost:3000/mcp'), citing: '/remotes/0/url' },
    'a name within a network': { on: to('https://harbor.internal/mcp'), citing: '/remotes/0/url' },
  },
  silent: {
    'a domain': to('https://mcp.tidewater.example'),
    'a domain with such a label': to('https://internal.tidewater.example'),
    'a template': to('https://{host}/mcp'),
    'no URL': to('tides'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
