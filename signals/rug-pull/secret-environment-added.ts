import { shortened } from '../../src/evidence/history.ts';
import { arrivedEverywhere } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isBundledIn } from './bundled-in.ts';
import { isForeignSecret, SECRET_NAMES } from './foreign-secrets.ts';
import { ownNames } from './own-names.ts';

export const secretEnvironmentAdded = defineSignal({
  id: 'rug-pull/secret-environment-added',
  title: "Another vendor's secret is read from the environment",
  family: 'C',
  needs: 'source',
  weight: 12,
  rationale:
    'A server is given the secrets it needs; one that begins to read the token of a service it has nothing to do with takes what lies in the environment by chance.',
  falsePositives:
    'New integrations whose module and host are named otherwise than their variables. Names that a host, an import, a dependency or an earlier variable explains are not counted, nor is what a bundle brings along.',
  baseRate: {
    value: '0 of 170 release pairs; 21 % read a new variable of any name',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1552/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivedEverywhere(step, SECRET_NAMES).flatMap((places) => {
        const held = places.find(({ file }) => !isBundledIn(step, file));
        if (held === undefined || !isForeignSecret(step, ownNames(subject, step), held.fact.value)) return [];
        return [
          citeFact(held, {
            statement: `${stepLabel(step)} came to read ${shortened(held.fact.value)} from the environment, which no release of its line did before`,
          }),
        ];
      }),
    );
  },
});
