import { cite } from '../../src/evidence/cite.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { dangerousForms } from './dangerous-forms.ts';

export const dangerousArg = defineSignal({
  id: 'hygiene/dangerous-arg',
  title: 'Launch argument that runs or opens something',
  role: 'fact',
  family: 'X',
  needs: 'metadata',
  weight: 0,
  rationale: 'Clients put the declared arguments on a command line, where these do more than configure the server.',
  falsePositives: 'Servers that manage containers or run a shell by design.',
  baseRate: { value: '0 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect({ record }) {
    if (record.packages === null) return unseen('the registry does not list arguments');
    return dangerousForms(record.packages).map(({ at, written, why }) =>
      cite(record.place, at, { statement: `The record declared a launch argument that ${why}`, observed: written }),
    );
  },
});
