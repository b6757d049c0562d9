import { shortened } from '../../src/evidence/history.ts';
import { arrivalsOrFirst, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { isInstalled, runs } from '../../src/evidence/source-steps.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** Blanks hide code where a program stands; what invisible characters spell is read from data as well. */
const HIDDEN: Trait = {
  kinds: ['hidden-code'],
  counts: isInstalled,
  identity: ({ by, value }, file) => (runs(file) || by === 'invisible-characters' ? `${by} ${value}` : null),
};

export const hiddenCodeAdded = defineSignal({
  id: 'rug-pull/hidden-code-added',
  title: 'Code stands where nobody sees it',
  family: 'B',
  needs: 'source',
  weight: 40,
  cases: {
    'from-the-start': { weight: 40, when: 'the oldest release has it, so that there is nothing to compare it with' },
  },
  rationale:
    'Hundreds of blanks push code out of the window of an editor or a review, and invisible characters carry it in what looks like an empty string; no tool writes either.',
  falsePositives:
    'Tables aligned with blanks, and generated text with joiners of emoji or scripts that need them. Look at the line to its end, with invisible characters shown.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://trojansource.codes/', 'https://attack.mitre.org/techniques/T1027/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) =>
      arrivalsOrFirst(step, HIDDEN).map((arrival) => {
        const where = `in ${shortened(arrival.file.path)} (${shortened(arrival.fact.by)})`;
        return step.before === null
          ? citeFact(arrival, {
              statement: `${stepLabel(step)}, the oldest release, had code hidden ${where}`,
              case: 'from-the-start',
            })
          : citeFact(arrival, {
              statement: `${stepLabel(step)} came with code hidden ${where}, which no release of its line had before`,
            });
      }),
    );
  },
});
