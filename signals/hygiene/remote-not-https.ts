import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const PLAIN = /^\s{0,5}(?:http|ws):\/\//i;

export const remoteNotHttps = defineSignal({
  id: 'hygiene/remote-not-https',
  title: 'Remote without transport encryption',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'Credentials and answers can be read and changed on the way.',
  falsePositives: "Addresses within the user's own machine or network.",
  baseRate: { value: '0 of 571 remotes', population: '964 servers of the official registry', date: '2026-01' },
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization'],

  detect({ record }) {
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return record.remotes
      .filter(({ url }) => PLAIN.test(url))
      .map(({ at, url }) =>
        cite(record.place, `${at}/url`, { statement: 'A remote was named without https', observed: url }),
      );
  },
});
