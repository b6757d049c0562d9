import { expect, it } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, packageNamed, remoteAt } from '../../src/testing/subjects.ts';
import { credentialsInUrl } from './credentials-in-url.ts';

const to = (url: string) => listed({ remotes: [remoteAt(url)] });

describeSignal(credentialsInUrl, {
  context: { asOf: '2026-06-29' },
  fires: {
    'a password before the host': { on: to('https://ada:s3cret@tidewater.example/mcp'), citing: '/remotes/0/url' },
    'a token before the host': { on: to('https://s3cret@tidewater.example/mcp'), citing: '/remotes/0/url' },
    'a key in the query': { on: to('https://tidewater.example/mcp?a=1&api_key=12345678'), citing: '/remotes/0/url' },
    'one in the transport of a package': {
      on: listed({
        packages: [packageNamed('npm', 'harbor', { transport: { type: 'sse', url: 'http://a:b@localhost' } })],
      }),
      citing: '/packages/0/transport/url',
    },
  },
  silent: {
    'a key the user fills in': to('https://{user}:{pass}@tidewater.example/?api_key={TIDE_API_KEY}'),
    'a short value': to('https://tidewater.example/?key=1234567'),
    'an ordinary parameter': to('https://tidewater.example/?tools=tides/harbour'),
    'an @ in the path': to('https://tidewater.example/@quay/side'),
  },
  unseen: { 'a name alone': named(), 'a registry that lists neither': listed({ packages: null, remotes: null }) },
});

it('does not repeat the credential', () => {
  const finding = credentialsInUrl.examine(to('https://ada:s3cret@t.example/?token=hunter2hunter2'), {});
  expect(JSON.stringify(finding)).not.toMatch(/s3cret|hunter2/);
  expect(finding).toMatchObject({ evidence: [{ observed: '***@' }, { observed: 'token=***' }] });
});
