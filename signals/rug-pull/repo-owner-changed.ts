import { cite } from '../../src/evidence/cite.ts';
import { acrossRecords, recordLabel, shortened, type Looked, type Pair } from '../../src/evidence/history.ts';
import type { Repository, ServerRecord } from '../../src/model/entry.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { bearsName, isNamespaceDomain, ownerDomain, repositoryOwner } from './ownership.ts';

export const repoOwnerChanged = defineSignal({
  id: 'rug-pull/repo-owner-changed',
  title: 'Repository moved to another owner',
  family: 'P',
  needs: 'metadata',
  weight: 35,
  rationale:
    'The repository is what people look at before they trust a server; under another owner it is other people who can change it.',
  falsePositives:
    "Transfers into an organisation. A move to an owner that bears the namespace's own name, and one that keeps the host's numeric repository id, is not counted; other spellings of the same address never are.",
  baseRate: {
    value: '0.03 to 0.1 % of servers between two snapshots',
    population: '1,390 version pairs; 36,371 servers over eleven days, official registry',
    date: '2026-01 to 2026-10-08',
  },
  references: ['https://docs.github.com/en/repositories/creating-and-managing-repositories/transferring-a-repository'],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, (pair) => moveIn(pair, subject.entry.namespace));
  },
});

function moveIn(pair: Pair<ServerRecord>, namespace: string | null): Looked {
  if (pair.before.repository === null || pair.after.repository === null) {
    return { unseen: 'the registry does not say whether there is a repository' };
  }
  const move = ownerMove(pair);
  if (move === null || move.keepsId || bearsName(namespace, move.to)) return [];
  const domain = ownerDomain(move.after.url);
  if (domain !== null && isNamespaceDomain(namespace, domain)) return [];
  return [
    cite(pair.after.place, pair.after.at.repository ?? '', {
      statement: `${recordLabel(pair.after)} names a repository of ${shortened(move.to)} where ${recordLabel(pair.before)} named one of ${shortened(move.from)}`,
      observed: move.after.url,
      expected: move.before.url,
    }),
  ];
}

interface OwnerMove {
  readonly before: Repository;
  readonly after: Repository;
  readonly from: string;
  readonly to: string;
  /** Both records give the host's numeric id and it is the same one. */
  readonly keepsId: boolean;
}

/** The repository's owner before and after, where both are known and differ. */
function ownerMove({ before, after }: Pair<ServerRecord>): OwnerMove | null {
  const was = before.repository;
  const is = after.repository;
  if (was === null || was === 'none' || is === null || is === 'none' || was.url === is.url) return null;
  const [from, to] = [repositoryOwner(was.url), repositoryOwner(is.url)];
  if (from === null || to === null || from === to) return null;
  return { before: was, after: is, from, to, keepsId: was.id !== null && was.id === is.id };
}
