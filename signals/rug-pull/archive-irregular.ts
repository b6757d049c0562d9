import { shortened } from '../../src/evidence/history.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, Irregularity } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

type Kind = Irregularity['kind'];

/** What no packing tool writes: it leads out of the folder, or is no file. */
const LEADS_OUT: ReadonlySet<Kind> = new Set(['climbing-path', 'absolute-path', 'link', 'device']);
/** Two readers of the same bytes do not see the same files. */
const READ_TWO_WAYS: ReadonlySet<Kind> = new Set([
  'duplicate-path',
  'control-character-in-path',
  'trailing-data',
  'wrong-size',
]);

/** What is only long, large or damaged is told by rug-pull/not-read. */
export const archiveIrregular = defineSignal({
  id: 'rug-pull/archive-irregular',
  title: 'Archive made as no packing tool makes it',
  family: 'C',
  needs: 'source',
  weight: 25,
  cases: {
    'read-two-ways': {
      weight: 10,
      when: 'names come twice or hold control characters, or sizes do not agree, so that readers see different files',
    },
  },
  rationale:
    'Entries that climb out of their folder, links and devices are attempts on whoever unpacks the archive, and packing tools of both ecosystems write none.',
  falsePositives: 'Archives packed by hand, and links that a build left behind. Look where they lead.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://github.com/advisories/GHSA-r628-mhmh-qjhw', 'https://attack.mitre.org/techniques/T1195/002/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'members', looksAt: 'each' }, (step) =>
      step.release.archives.flatMap((archive) => oddities(step, archive)),
    );
  },
});

/** One of each kind that the release before did not have. */
function oddities(step: Step, archive: ArchiveFacts): readonly Evidence[] {
  const habits = new Set(step.before?.archives.flatMap(({ irregularities }) => irregularities.map(({ kind }) => kind)));
  const firsts = new Map<Kind, Irregularity>();
  for (const each of archive.irregularities) if (!firsts.has(each.kind)) firsts.set(each.kind, each);
  return [...firsts.values()]
    .filter(({ kind }) => (LEADS_OUT.has(kind) || READ_TWO_WAYS.has(kind)) && !habits.has(kind))
    .map(({ kind, path, detail }) =>
      citeArchive(archive, `/${shortened(path)}`, {
        statement: `The archive of ${stepLabel(step)} was irregular (${kind}): ${detail}`,
        observed: path,
        ...(LEADS_OUT.has(kind) ? {} : { case: 'read-two-ways' }),
      }),
    );
}
