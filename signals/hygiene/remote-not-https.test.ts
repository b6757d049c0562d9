import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { remoteNotHttps } from './remote-not-https.ts';

const to = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(remoteNotHttps, {
  context: { asOf: '2026-06-29' },
  fires: {
    'plain http': { on: to('http://tidewater.example/mcp'), citing: '/remotes/0/url' },
    'a plain socket': { on: to('WS://tidewater.example'), citing: '/remotes/0/url' },
  },
  silent: {
    https: to('https://tidewater.example/mcp'),
    'a template without a scheme': to('{base}/mcp'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
