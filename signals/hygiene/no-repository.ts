import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

export const noRepository = defineSignal({
  id: 'hygiene/no-repository',
  title: 'No repository named',
  role: 'fact',
  family: 'P',
  needs: 'metadata',
  weight: 0,
  rationale: 'There is no source to compare what is installed with.',
  falsePositives: 'Closed products, and hosted servers that have nothing to install. About a quarter of all entries.',
  baseRate: { value: '24.5 % of servers', population: '37,996 servers of the official registry', date: '2026-10-01' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect({ record }) {
    if (record.repository === null) return unseen('the registry does not say whether there is a repository');
    if (record.repository !== 'none') return [];
    return [
      cite(record.place, record.at.repository ?? '', { statement: 'The record named no repository', observed: null }),
    ];
  },
});
