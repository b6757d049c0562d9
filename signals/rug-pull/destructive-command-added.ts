import { shortened } from '../../src/evidence/history.ts';
import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** Callees that take files away, of Node and Python. */
const DELETES =
  /(?:^|[._])(?:rm|rmsync|rmdir|rmdirsync|unlink|unlinksync|rmtree|remove|removesync|rimraf|del|emptydir|emptydirsync)$/i;
/** Everything that a person has, or a machine: the home folder or a root, whole or with all below. */
const EVERYTHING = /^(?:~|\/|\/home|\/root|\/users|[a-z]:[\\/]?|\/\*)(?:\/?\*{1,2}|\/)?$/i;

const DESTROYS: Trait = {
  kinds: ['process', 'file-write'],
  identity: ({ kind, by, value, category }) => {
    if (kind === 'process') return category === 'destructive' ? value : null;
    return DELETES.test(by.slice(-60)) && EVERYTHING.test(value) ? `delete ${value}` : null;
  },
};

export const destructiveCommandAdded = defineSignal({
  id: 'rug-pull/destructive-command-added',
  title: 'Command that destroys what is not its own appears',
  family: 'B',
  needs: 'source',
  weight: 40,
  rationale:
    'No server has a reason to wipe a home folder or a disk; worms of 2025 did so where they found nothing to steal, and protest releases before them.',
  falsePositives:
    'Lists of commands that a server refuses to run hold them as text; look whether it is started or only compared with.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1485/', 'https://osv.dev/vulnerability/MAL-2025-191195'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivals(step, DESTROYS).map((arrival) =>
        citeFact(arrival, {
          statement: `${stepLabel(step)} came to run ${shortened(arrival.fact.value)} (${shortened(arrival.fact.by)}), which no release of its line did before`,
        }),
      ),
    );
  },
});
