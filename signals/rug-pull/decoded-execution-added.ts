import { shortened } from '../../src/evidence/history.ts';
import { arrivalsOrFirst, type Arrival, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { FactKind } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { hiddenSpelling } from './hidden-spelling.ts';

const ACTS: Partial<Record<FactKind, string>> = { process: 'start a command', import: 'load a module' };
/** Constant code, commands and names of modules that were written in base64 or the like are decoded all the same, only earlier. */
const DECODED: Trait = {
  kinds: ['decoded-execution', 'execution', 'process', 'import'],
  identity: (fact) => {
    if (fact.kind !== 'decoded-execution' && hiddenSpelling(fact) === null) return null;
    return `${ACTS[fact.kind] ?? 'execute text'} ${fact.by} ${fact.value}`;
  },
};

export const decodedExecutionAdded = defineSignal({
  id: 'rug-pull/decoded-execution-added',
  title: 'Text is decoded and then executed',
  family: 'B',
  needs: 'source',
  weight: 40,
  cases: {
    'from-the-start': { weight: 35, when: 'the oldest release does it, so that there is nothing to compare it with' },
  },
  rationale:
    'Code that is first decoded cannot be read by whoever looks at the release; a published program has no reason to hide from its users what it runs.',
  falsePositives:
    'Loaders of packed WebAssembly glue, templates that are compiled from a compressed form, licence checks. Decode the text and read it.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1027/', 'https://osv.dev/vulnerability/MAL-2025-191195'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) =>
      arrivalsOrFirst(step, DECODED).map(evidence),
    );
  },
});

function evidence(arrival: Arrival): Evidence {
  const { step, fact } = arrival;
  const spelling = hiddenSpelling(fact);
  const how = spelling === null ? shortened(fact.by) : `${shortened(fact.by)}, written as ${shortened(spelling)}`;
  const what = ACTS[fact.kind] ?? 'execute text';
  return step.before === null
    ? citeFact(arrival, {
        statement: `${stepLabel(step)}, the oldest release, came with code to ${what} that it decodes (${how})`,
        case: 'from-the-start',
      })
    : citeFact(arrival, {
        statement: `${stepLabel(step)} came to ${what} that it decodes (${how}), which no release of its line did before`,
      });
}
