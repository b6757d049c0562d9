import { cite } from '../../src/evidence/cite.ts';
import { factsIn, repositoryKey } from '../../src/evidence/code-host.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { CodeHostFacts, RepositoryFacts, SeenRepository } from '../../src/model/repository.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal, unseen, type Unseen } from '../../src/signal.ts';
import { provingAccount } from '../../src/text/proving-account.ts';

/**
 * The login that a namespace was proved by is gone, or is another account's by now.
 *
 * A login that its owner gave up can be taken by anybody, and with it the right to publish under the namespace. Only the code host
 * knows, and it is asked about few entries.
 */
export const namespaceOrphaned = defineSignal({
  id: 'rug-pull/namespace-orphaned',
  title: 'The login behind its namespace is gone, or another account’s',
  family: 'P',
  needs: 'metadata',
  weight: 45,
  cases: {
    renamed: { weight: 15, when: 'its repository answers under the new name of the account' },
    recreated: { weight: 20, when: 'the login is there, and its repository is another one than the registry recorded' },
  },
  rationale: 'Who takes a login that was given up can publish new versions of the server that was approved under it.',
  falsePositives:
    'Accounts that were renamed and keep publishing elsewhere, and owners who made their repository anew. Look whether the new owner is the old one.',
  baseRate: null,
  references: [
    'https://github.com/modelcontextprotocol/registry/issues/1601',
    'https://docs.github.com/en/account-and-profile/concepts/username-changes',
  ],

  detect(subject, { baseline }: RugPullContext) {
    const account = provingAccount(subject.entry);
    // Unseen rather than silent: an entry of which only this could be said was not looked at.
    if (account === null) return unseen('its namespace is not proved by a login');
    if (subject.codeHost === undefined) return unseen('no code host was asked about it');
    const codeHost = factsIn(subject.codeHost);
    const login = account.slice(account.indexOf('/') + 1);
    const now = { host: codeHost, account, login, repository: repositoryIn(codeHost, subject.record) };
    const before = baseline?.get(subject.entry.id);
    const host = baseline?.codeHost;
    const idBefore =
      before === undefined || host === undefined
        ? null
        : accountId({ host, account, login, repository: repositoryIn(host, before) });
    return otherAccount(subject, now, idBefore) ?? goneOrThere(subject, now);
  },
});

interface Looked {
  readonly host: CodeHostFacts;
  /** Key of the account that proved the namespace. */
  readonly account: string;
  /** Of the account, in lower case. */
  readonly login: string;
  /** Of the record; null where it names none, or nobody asked. */
  readonly repository: SeenRepository | null;
}

function otherAccount({ entry }: SubjectAt['metadata'], now: Looked, idBefore: string | null): [Evidence] | null {
  const id = accountId(now);
  if (id === null || idBefore === null || id === idBefore) return null;
  return [
    cite(entry.place, '', {
      statement: `The login ${now.login} behind its namespace was another account's than in the earlier snapshot: its number differed`,
      observed: id,
      expected: idBefore,
    }),
  ];
}

function goneOrThere({ entry, record }: SubjectAt['metadata'], now: Looked): readonly Evidence[] | Unseen {
  const { host, login, repository } = now;
  const facts = repository?.outcome === 'read' ? repository.facts : null;
  if (facts?.owner?.login.toLowerCase() === login) return recreated(record, facts);
  const account = host.account(now.account);
  if (account === null) return unseen('its account was not asked for');
  if (account.outcome === 'not-read') return unseen(account.reason);
  if (account.outcome === 'read') return [];
  if (facts !== null && facts.owner !== null) {
    return [
      cite(facts.place, '/full_name', {
        statement: `The login ${login} behind its namespace was not there any more, and its repository answered as ${facts.fullName}`,
        observed: facts.fullName,
        expected: login,
        case: 'renamed',
      }),
    ];
  }
  return [
    cite(entry.place, '', {
      statement: `The login ${login} behind its namespace was not there when its code host was asked`,
      observed: entry.namespace,
      expected: login,
    }),
  ];
}

function recreated({ repository }: ServerRecord, facts: RepositoryFacts): readonly Evidence[] {
  if (repository === null || repository === 'none' || repository.id === null || repository.id === facts.id) return [];
  return [
    cite(facts.place, '/id', {
      statement: `Its repository ${facts.fullName} had another number than the one that its registry recorded`,
      observed: facts.id,
      expected: repository.id,
      case: 'recreated',
    }),
  ];
}

/** The number of the account that has the login; null where nothing says it. */
function accountId({ host, account, login, repository }: Looked): string | null {
  const seen = host.account(account);
  if (seen?.outcome === 'read') return seen.facts.id;
  const owner = repository?.outcome === 'read' ? repository.facts.owner : null;
  return owner?.login.toLowerCase() === login ? owner.id : null;
}

function repositoryIn(host: CodeHostFacts, record: ServerRecord): SeenRepository | null {
  const key = repositoryKey(record);
  return key === null ? null : host.repository(key);
}
