import { describe, expect, it } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { entry, listed, named, record, repositoryAt } from '../../src/testing/subjects.ts';
import { repoOwnerChanged } from './repo-owner-changed.ts';

const at = (url: string, id: string | null = null) => ({ repository: { ...repositoryAt(url), id } });
const was = (url: string, id: string | null = null) => [
  record({ version: '0.9.0', publishedAt: '2026-03-01T00:00:00Z', ...at(url, id) }),
];
const mine = 'https://github.com/tidewater/harbor';
const theirs = 'https://github.com/driftwood/harbor';

describeSignal(repoOwnerChanged, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'another account': { on: listed({ earlier: was(mine), ...at(theirs) }), citing: ['/repository'] },
    'another account with a copy, which has its own number': {
      on: listed({ earlier: was(mine, '17'), ...at(theirs, '18') }),
      citing: '/repository',
    },
  },
  silent: {
    'another repository of the same account': listed({
      earlier: was(mine),
      ...at('https://github.com/tidewater/tides'),
    }),
    'another spelling': listed({ earlier: was(mine), ...at('git+https://github.com/Tidewater/harbor.git/') }),
    'a transfer keeps the number': listed({ earlier: was(mine, '17'), ...at(theirs, '17') }),
    'a vendor takes its server over from its community': listed({
      name: 'com.quayside/mcp',
      earlier: was('https://github.com/quayside-community/mcp'),
      ...at('https://github.com/quayside/mcp'),
    }),
    'a move to the domain of the namespace': listed({
      name: 'example.quayside/mcp',
      earlier: was(mine),
      ...at('https://git.quayside.example/mcp/mcp'),
    }),
    'the repository is taken away': listed({ earlier: was(mine), repository: 'none' }),
  },
  unseen: {
    'a name alone': named(),
    'a registry that does not say': listed({ earlier: [record({ repository: null })], repository: null }),
  },
});

describe('against an earlier snapshot', () => {
  it('sees that a registry overwrote the owner of a version', () => {
    const baseline = new Map([[entry().id, record(at(mine))]]);
    const finding = repoOwnerChanged.examine(listed(at(theirs)), { asOf: '2026-06-29', baseline });
    expect(finding).toMatchObject({ outcome: 'fired', evidence: [{ observed: theirs, expected: mine }] });
  });
});
