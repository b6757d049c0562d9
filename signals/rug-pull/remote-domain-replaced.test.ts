import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, record, remoteAt } from '../../src/testing/subjects.ts';
import { remoteDomainReplaced } from './remote-domain-replaced.ts';

const on = (...urls: string[]) => ({
  remotes: urls.map((url, index) => remoteAt(url, { at: `/remotes/${index}` })),
});
const was = (day: number, ...urls: string[]) =>
  record({ version: `0.${day}.0`, publishedAt: `2026-03-0${day}T00:00:00Z`, ...on(...urls) });
const overwritten = { ...on('https://mcp.tidewater.example/v1') };

describeSignal(remoteDomainReplaced, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'another domain takes the place of the old one': {
      on: listed({ earlier: [was(1, 'https://mcp.tidewater.example')], ...on('https://mcp.driftwood.example') }),
      citing: ['/remotes/0/url'],
    },
    'one name on a shared host takes the place of another': {
      on: listed({ earlier: [was(1, 'https://tidewater.workers.dev')], ...on('https://driftwood.workers.dev') }),
      citing: '/remotes/0/url',
    },
    'the new one came beside the old, which then went': {
      on: listed({
        earlier: [
          was(1, 'https://a.tidewater.example'),
          was(2, 'https://a.tidewater.example', 'https://driftwood.example'),
        ],
        ...on('https://driftwood.example'),
      }),
      citing: '/remotes/0/url',
    },
  },
  silent: {
    'another host of the same domain': listed({ earlier: [was(1, 'https://a.tidewater.example')], ...overwritten }),
    'other spellings of the same host': listed({
      earlier: [was(1, 'https://MCP.tidewater.example/v1/')],
      ...overwritten,
    }),
    'a remote is added': listed({
      earlier: [was(1, 'https://a.tidewater.example')],
      ...on('https://a.tidewater.example', 'https://eu.driftwood.example'),
    }),
    'a remote is taken away': listed({ earlier: [was(1, 'https://a.tidewater.example')], ...on() }),
    'a move from a shared host to the domain of the namespace': listed({
      name: 'example.tidewater/harbor',
      earlier: [was(1, 'https://tidewater.workers.dev')],
      ...overwritten,
    }),
    'a move to what was its website before': listed({
      earlier: [record({ websiteUrl: 'https://www.tidewater.example', ...on('https://tidewater.workers.dev') })],
      ...overwritten,
    }),
    'a template in place of a host': listed({
      earlier: [was(1, 'https://a.tidewater.example')],
      ...on('https://{host}/mcp'),
    }),
  },
  unseen: {
    'a name alone': named(),
    'a record without a past': listed(overwritten),
    'a registry that lists no remotes': listed({ earlier: [record({ remotes: null })], remotes: null }),
  },
});
