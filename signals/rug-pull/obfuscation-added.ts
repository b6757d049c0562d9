import { shortened } from '../../src/evidence/history.ts';
import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** By technique: the counts change with every build. */
const OBFUSCATED: Trait = { kinds: ['obfuscation'], identity: ({ by }) => by };

export const obfuscationAdded = defineSignal({
  id: 'rug-pull/obfuscation-added',
  title: 'Code made unreadable on purpose appears',
  family: 'B',
  needs: 'source',
  weight: 25,
  rationale:
    'A package whose code could be read and now cannot has changed what its users are able to approve; obfuscators of this kind wrap nearly every payload that was published by a stolen account.',
  falsePositives:
    'Bundling a library that is itself obfuscated (licence checks, bot detection), and vendors who begin to protect their code. Minified and bundled code is not counted.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1027/', 'https://osv.dev/vulnerability/MAL-2025-191195'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivals(step, OBFUSCATED).map((arrival) =>
        citeFact(arrival, {
          statement: `${stepLabel(step)} came with obfuscated code in ${shortened(arrival.file.path)} (${shortened(arrival.fact.by)}), which no release of its line had before`,
        }),
      ),
    );
  },
});
