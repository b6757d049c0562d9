import { shortened } from '../../src/evidence/history.ts';
import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { runs } from '../../src/evidence/source-steps.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** Hidden characters have a signal of their own, and stand in honest flags and scripts as well. */
const DIRECTED: Trait = {
  kinds: ['instruction'],
  identity: ({ by, value }, file) => (runs(file) && by === 'model-directed' ? value : null),
};

/** A text that a model reads, in what a tool is described with or in what it answers, came to order the model about. */
export const instructionAdded = defineSignal({
  id: 'rug-pull/instruction-added',
  title: 'A text for the model speaks to it against its user',
  family: 'C',
  needs: 'source',
  weight: 25,
  rationale:
    'Models read the answers of tools as they read their descriptions; a text that tells them to ignore, to hide or to hand something over works from either, and nobody approved it.',
  falsePositives:
    'Servers that test or filter such texts, and careful descriptions that forbid a model something in words like these. Read the whole text.',
  baseRate: null,
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/server/tools'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivals(step, DIRECTED).map((arrival) =>
        citeFact(arrival, {
          statement: `${stepLabel(step)} came with a text in ${shortened(arrival.file.path)} that speaks to the model against its user, which no release of its line had before`,
        }),
      ),
    );
  },
});
