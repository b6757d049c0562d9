import { shortened } from '../../src/evidence/history.ts';
import { acrossReleases, citeArchive, stepLabel, unreadIn } from '../../src/evidence/source-looked.ts';
import { runs, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, FileFacts } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/** Beside every candidate: what of its archives no signal could look at. */
export const notRead = defineSignal({
  id: 'rug-pull/not-read',
  title: 'Files that run and could not be read',
  role: 'fact',
  family: 'C',
  needs: 'source',
  weight: 0,
  rationale:
    'What was not read is not known to hold nothing: whoever reads the other findings should know how much they leave out.',
  falsePositives: 'Files over the bounds of this program, and languages in forms that its parsers do not take.',
  baseRate: null,
  references: ['https://slsa.dev/spec/v1.0/threats-overview'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'archives', looksAt: 'each' }, (step) => [
      ...step.release.archives.flatMap((archive) => unreadFiles(step, archive)),
      ...cutArchives(step),
    ]);
  },
});

function unreadFiles(step: Step, archive: ArchiveFacts): readonly Evidence[] {
  return archive.files.filter(runs).flatMap((file) => {
    const reason = reasonOf(file);
    if (reason === null) return [];
    return [
      citeArchive(archive, `/${file.path}`, {
        statement: `${shortened(file.path)} of ${stepLabel(step)} ${reason}`,
        observed: { bytes: file.bytes, sha256: file.sha256 },
      }),
    ];
  });
}

function reasonOf({ reading, language }: FileFacts): string | null {
  if (reading.how === 'not-read') return `was not read: ${reading.reason}`;
  if (reading.how === 'fallback') return `was read as text, without its parser: ${reading.reason}`;
  return language === 'native' ? 'is machine code, of which only the first bytes were looked at' : null;
}

function cutArchives(step: Step): readonly Evidence[] {
  if (!unreadIn(step).cutShort) return [];
  const [archive] = step.release.archives;
  const statement = `An archive of ${stepLabel(step)} was not read to its end`;
  return [citeArchive(archive, '/', { statement, observed: archive.irregularities.map(({ kind }) => kind) })];
}
