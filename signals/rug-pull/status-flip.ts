import { cite } from '../../src/evidence/cite.ts';
import { baselinePair, recordLabel } from '../../src/evidence/history.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * Only against an earlier snapshot: the status of older version rows is the status they have now, so between rows nothing can be
 * seen to flip.
 */
export const statusFlip = defineSignal({
  id: 'rug-pull/status-flip',
  title: 'Status changed since the earlier snapshot',
  family: 'V',
  needs: 'metadata',
  weight: 10,
  rationale:
    'A withdrawn entry may have been withdrawn for a reason, and one that comes back may come back with somebody else.',
  falsePositives: 'Authors who retire or revive their servers, which is what the field is for.',
  baseRate: {
    value: '0.04 to 0.24 % of servers between two snapshots',
    population: '10,964 servers over six days, 36,371 over eleven, official registry',
    date: '2026-06-12 and 2026-10-08',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/api/official-registry-api.md',
  ],

  detect(subject, context: RugPullContext) {
    const pair = baselinePair(subject, context);
    if (pair === null) return unseen('no earlier snapshot to compare the status with');
    const { before, after } = pair;
    if (before.status === null || after.status === null) return unseen('the registry has no status');
    if (before.status === after.status) return [];
    return [
      cite(after.place, after.at.status ?? '', {
        statement: `${recordLabel(after)} had the status "${after.status.slice(0, 40)}" where the earlier snapshot had "${before.status.slice(0, 40)}"`,
        observed: after.status,
        expected: before.status,
      }),
    ];
  },
});
