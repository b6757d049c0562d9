import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { domainLookalike } from './domain-lookalike.ts';

function answering(...urls: readonly string[]) {
  return listed({ remotes: urls.map((url, index) => remoteAt(url, { at: `/remotes/${index}` })) });
}

describeSignal(domainLookalike, {
  context: harbourContext(),
  fires: {
    'a registered name with the brand in it': {
      on: answering('https://api.lanternly-mcp.example/mcp'),
      citing: '/remotes/0',
    },
    'the brand under another suffix': { on: answering('https://lanternly.test'), citing: '/remotes/0' },
    'the second remote': {
      on: answering('https://tidewater.example', 'https://lanternly-login.example'),
      citing: '/remotes/1',
    },
    'the website in a record that does not know remotes': {
      on: listed({ remotes: null, websiteUrl: 'https://lanternly-app.example' }),
      citing: '/websiteUrl',
    },
    'the website': { on: listed({ websiteUrl: 'https://lanternly-app.example' }), citing: '/websiteUrl' },
    'letters of another script': { on: answering('https://xn--lnternly-16g.example'), citing: '/remotes/0' },
    'a tenant left open': { on: answering('https://{tenant}.lanternly-mcp.example/mcp'), citing: '/remotes/0' },
  },
  silent: {
    'the brand’s domain': answering('https://mcp.lanternly.example/mcp'),
    'a subdomain of one’s own that says what it is for': answering('https://lanternly.tidewater.example'),
    'a name on a shared host': answering('https://lanternly-mcp.workers.dev'),
    'an ordinary domain': answering('https://tidewater.example/lanternly'),
    'a host that cannot be told': answering('https://{host}/lanternly'),
    'the vendor itself': listed({
      name: 'example.lanternly/mcp',
      remotes: [remoteAt('https://lanternly-edge.example')],
    }),
    'no remotes': listed(),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record that does not know remotes': listed({ remotes: null }),
    'a website of one’s own in a record that does not know remotes': listed({
      remotes: null,
      websiteUrl: 'https://tidewater.example',
    }),
  },
});
