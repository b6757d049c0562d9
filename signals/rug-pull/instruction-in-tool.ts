import { shortened } from '../../src/evidence/history.ts';
import { arrivalsOrFirst, type Arrival, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { isInstalled } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const INSTRUCTIONS: Trait = { kinds: ['instruction'], counts: isInstalled };

/** Text that speaks to the model behind the user's back: hides, overrides, hands over, or cannot be seen; added later or there from the start. */
export const instructionInTool = defineSignal({
  id: 'rug-pull/instruction-in-tool',
  title: 'Text instructs the model against its user',
  family: 'C',
  needs: 'source',
  weight: 40,
  cases: {
    'hidden-elsewhere': {
      weight: 15,
      when: 'characters that are not drawn stand in a file that declares no tools',
    },
    'from-the-start': { weight: 35, when: "a tool's text in the oldest release does so" },
  },
  rationale:
    'Models follow the descriptions of tools, and users do not see them: "do not tell the user" and characters that are not drawn have no honest purpose there.',
  falsePositives:
    'Servers that test models for such texts, and joiners that a script or emoji needs. Read the whole description with invisible characters shown.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: [
    'https://invariantlabs.ai/blog/mcp-security-notification-tool-poisoning-attacks',
    'https://osv.dev/vulnerability/MAL-2026-2328',
  ],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) =>
      arrivalsOrFirst(step, INSTRUCTIONS).flatMap(evidence),
    );
  },
});

function evidence(arrival: Arrival): readonly Evidence[] {
  const { step, file, fact } = arrival;
  const isOfTool = fact.by === 'model-directed' || file.tools.length > 0;
  const what = fact.by === 'model-directed' ? 'text that instructs the model' : 'hidden characters';
  if (step.before === null) {
    if (!isOfTool) return [];
    const statement = `${stepLabel(step)}, the oldest release, had ${what} in ${shortened(file.path)}`;
    return [citeFact(arrival, { statement, case: 'from-the-start' })];
  }
  return [
    citeFact(arrival, {
      statement: `${stepLabel(step)} came with ${what} in ${shortened(file.path)}, which no release of its line had before`,
      ...(isOfTool ? {} : { case: 'hidden-elsewhere' }),
    }),
  ];
}
