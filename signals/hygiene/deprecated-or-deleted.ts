import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const WITHDRAWN = new Set(['deprecated', 'deleted']);

export const deprecatedOrDeleted = defineSignal({
  id: 'hygiene/deprecated-or-deleted',
  title: 'Withdrawn by its publisher or the registry',
  role: 'fact',
  family: 'V',
  needs: 'metadata',
  weight: 0,
  rationale: 'Nobody intends to repair what is wrong with it.',
  falsePositives: 'Servers that were renamed; the message often says where to.',
  baseRate: { value: '454 of 37,996 servers are deprecated', population: 'official registry', date: '2026-10-01' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/api/official-registry-api.md',
  ],

  detect({ record }) {
    if (record.status === null) return unseen('the registry has no status');
    if (!WITHDRAWN.has(record.status)) return [];
    return [
      cite(record.place, record.at.status ?? '', {
        statement: `The entry was ${record.status}`,
        observed: record.statusMessage === null ? record.status : `${record.status}: ${record.statusMessage}`,
      }),
    ];
  },
});
