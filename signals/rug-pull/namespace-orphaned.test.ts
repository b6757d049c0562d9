import { describe, expect, it } from 'vitest';
import type { Baseline } from '../../src/model/entry.ts';
import { factsIn } from '../../src/evidence/code-host.ts';
import type { CodeHostSeen } from '../../src/model/repository.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { account, askedAbout, codeHost, hosted, notAsked, notThere } from '../../src/testing/repositories.ts';
import { listed, type Listing, named, record, repositoryAt } from '../../src/testing/subjects.ts';
import { namespaceOrphaned } from './namespace-orphaned.ts';

const NAME = 'io.github.tidewater/harbor-mcp';
const URL = 'https://github.com/tidewater/harbor-mcp';
const KEY = 'github.com/tidewater/harbor-mcp';
const LOGIN = 'github.com/tidewater';
const at = (id: string | null) => ({ repository: { ...repositoryAt(URL), id } });

const server = (host: CodeHostSeen, fields: Listing = {}) =>
  askedAbout(
    listed({ name: NAME, namespace: 'io.github.tidewater', registry: 'official', ...at(null), ...fields }),
    host,
  );
const own = hosted('Tidewater/harbor-mcp');
const moved = hosted('high-tide/harbor-mcp', { key: KEY });

describeSignal(namespaceOrphaned, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'the login is gone, and its repository with it': {
      on: server(codeHost([notThere(KEY)], [notThere(LOGIN)])),
      citing: '/name',
    },
    'the login is gone, and the record names no repository': {
      on: server(codeHost([], [notThere(LOGIN)]), { repository: 'none' }),
      citing: '/name',
    },
    'the account was renamed: its repository answers under the new name': {
      on: server(codeHost([moved], [notThere(LOGIN)])),
      citing: '/full_name',
      weight: 15,
    },
    'the repository was made anew': { on: server(codeHost([own]), at('7')), citing: '/id', weight: 20 },
  },
  silent: {
    'the login owns the repository': server(codeHost([own])),
    'with the number that the registry recorded': server(codeHost([own]), at('1')),
    'the login is there, and the repository is an organisation’s': server(codeHost([moved], [account('tidewater')])),
    'the login is there, and only the repository is gone': server(codeHost([notThere(KEY)], [account('tidewater')])),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a namespace that is proved by a domain': server(codeHost(), { namespace: 'com.tidewater' }),
    'a registry that proves no namespace': server(codeHost([], [notThere(LOGIN)]), { registry: 'glama' }),
    'a snapshot whose capture asked no code host': listed({ namespace: 'io.github.tidewater', registry: 'official' }),
    'an account that nobody asked for': server(codeHost([notThere(KEY)])),
    'a limit that is used up': server(codeHost([], [notAsked(LOGIN, 'the limit is used up')])),
  },
});

describe('against an earlier snapshot', () => {
  const before = (host: CodeHostSeen | null): Baseline => ({
    get: () => record(at(null)),
    ...(host === null ? {} : { codeHost: factsIn(host) }),
  });
  const now = server(
    codeHost([hosted('tidewater/harbor-mcp', { owner: { login: 'tidewater', id: '99', type: 'User' } })]),
  );
  const examined = (host: CodeHostSeen | null) =>
    namespaceOrphaned.examine(now, { asOf: '2026-06-29', baseline: before(host) });

  it.each([
    ['by its account', codeHost([], [account('tidewater', { id: '2' })])],
    ['by the owner of its repository', codeHost([own])],
  ])('sees that another account has the login now, %s', (_case, host) => {
    expect(examined(host)).toMatchObject({
      outcome: 'fired',
      weight: 45,
      evidence: [{ observed: '99', expected: '2' }],
    });
  });

  it.each([
    ['the same account', codeHost([], [account('tidewater', { id: '99' })])],
    ['an account of which nothing was known', codeHost([], [notThere(LOGIN)])],
    ['a capture that asked no code host', null],
  ])('is silent for %s', (_case, host) => {
    expect(examined(host).outcome).toBe('silent');
  });

  it('does not compare entries that were not there', () => {
    const baseline: Baseline = { get: () => undefined, codeHost: factsIn(codeHost([own])) };
    expect(namespaceOrphaned.examine(now, { asOf: '2026-06-29', baseline }).outcome).toBe('silent');
  });
});
