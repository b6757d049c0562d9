import { cite } from '../../src/evidence/cite.ts';
import { acrossRecords, recordLabel, type Looked, type Pair } from '../../src/evidence/history.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { dangerousForms } from '../hygiene/dangerous-forms.ts';

export const argsCommandChanged = defineSignal({
  id: 'rug-pull/args-command-changed',
  title: 'Launch arguments came to run or fetch something',
  family: 'X',
  needs: 'metadata',
  weight: 25,
  rationale:
    'Clients put the declared arguments on a command line, so an argument that evaluates or fetches code is code.',
  falsePositives:
    'Servers whose purpose is to run a shell. Other changes of arguments (3.1 % of version pairs) are not counted, and neither is `-e NAME` for a container, which passes an environment variable.',
  baseRate: {
    value: '0 of 1,062 servers',
    population: 'official registry, 1,591 pairs of version rows',
    date: '2025-12-12',
  },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, newForms);
  },
});

function newForms({ before, after }: Pair<ServerRecord>): Looked {
  if (before.packages === null || after.packages === null) return { unseen: 'the registry does not list arguments' };
  if (before.packages.length === 0) return [];
  const forms = dangerousForms(after.packages);
  if (forms.length === 0) return [];
  const known = new Set(dangerousForms(before.packages).map(({ written }) => written));
  return forms
    .filter(({ written }) => !known.has(written))
    .map(({ written, why, at }) =>
      cite(after.place, at, {
        statement: `${recordLabel(after)} declares a launch argument that ${why}, which ${recordLabel(before)} did not`,
        observed: written,
      }),
    );
}
