import { cite } from '../../src/evidence/cite.ts';
import { acrossRecords, recordLabel, type Looked, type Pair } from '../../src/evidence/history.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

export const repoRemoved = defineSignal({
  id: 'rug-pull/repo-removed',
  title: 'Repository no longer named',
  family: 'P',
  needs: 'metadata',
  weight: 12,
  rationale:
    'Without a repository the next versions cannot be compared with any source, so the change hides the changes after it.',
  falsePositives:
    'Repositories made private, and removals in bulk: one publisher tidying up many entries, or the registry emptying the field of hundreds (199 in December 2025).',
  baseRate: {
    value: '0.6 % of version pairs; 1.35 % of servers in eleven days of a bulk removal',
    population: '1,390 version pairs; 36,371 servers, official registry',
    date: '2026-01 and 2026-10-08',
  },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, removalIn);
  },
});

function removalIn({ before, after }: Pair<ServerRecord>): Looked {
  if (before.repository === null || after.repository === null) {
    return { unseen: 'the registry does not say whether there is a repository' };
  }
  if (before.repository === 'none' || after.repository !== 'none') return [];
  return [
    cite(after.place, after.at.repository ?? '', {
      statement: `${recordLabel(after)} names no repository where ${recordLabel(before)} named one`,
      observed: null,
      expected: before.repository.url,
    }),
  ];
}
