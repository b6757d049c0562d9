import { shortened } from '../../src/evidence/history.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import { filesOf, runs, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, FileFacts } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const FILE_TIMES = 20;
/** A file that re-exported and now does something is twenty times as long, and still short. */
const MORE_FILE_BYTES = 20_000;
const LONG_LINE_CHARACTERS = 200_000;
const PACKAGE_TIMES = 5;
const MORE_PACKAGE_BYTES = 1_000_000;

export const fileGrowth = defineSignal({
  id: 'rug-pull/file-growth',
  title: 'File or archive many times as large',
  family: 'V',
  needs: 'source',
  weight: 15,
  rationale:
    'Payloads are appended to small files or come as one line of several hundred kilobytes: index.js of one turned package grew from 314 to 76,754 bytes.',
  falsePositives:
    'A bundler turns many files into one; then others disappear. Says something only beside another signal.',
  baseRate: {
    value: '4 of 170 release pairs (2.4 %)',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://osv.dev/vulnerability/MAL-2025-191195', 'https://github.com/advisories/GHSA-8mgj-vmr8-frr6'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      step.release.archives.flatMap((archive) => [
        ...grownFiles(step, archive),
        ...longLine(step, archive),
        ...grownArchive(step, archive),
      ]),
    );
  },
});

function grownFiles(step: Step, archive: ArchiveFacts): readonly Evidence[] {
  const was = new Map<string, number>();
  // An archive may hold a path twice; which of them counts depends on who unpacks it.
  for (const { path, bytes } of pastFiles(step)) was.set(path, Math.max(bytes, was.get(path) ?? 0));
  return archive.files.filter(isProgram).flatMap((file) => {
    const before = was.get(file.path);
    if (before === undefined || before === 0) return [];
    if (file.bytes < before * FILE_TIMES || file.bytes - before < MORE_FILE_BYTES) return [];
    return [
      citeArchive(archive, `/${file.path}`, {
        statement: `${shortened(file.path)} of ${stepLabel(step)} held ${file.bytes} bytes where it held ${before} before`,
        observed: file.bytes,
        expected: before,
      }),
    ];
  });
}

/** The first line of this length; later ones are what the package looks like. */
function longLine(step: Step, archive: ArchiveFacts): readonly Evidence[] {
  if (step.earlier.some(({ release }) => filesOf(release).some(isOneLine))) return [];
  const file = archive.files.find(isOneLine);
  if (file === undefined) return [];
  return [
    citeArchive(archive, `/${file.path}`, {
      statement: `${stepLabel(step)} came with a line of ${file.measures?.longestLine ?? 0} characters in ${shortened(file.path)}, as no release of its line had before`,
      observed: file.measures?.longestLine ?? null,
    }),
  ];
}

function grownArchive(step: Step, archive: ArchiveFacts): readonly Evidence[] {
  const before = step.before?.archives.find(({ kind }) => kind === archive.kind);
  if (before === undefined) return [];
  const [was, is] = [before.unpackedBytes, archive.unpackedBytes];
  if (is < was * PACKAGE_TIMES || is - was < MORE_PACKAGE_BYTES) return [];
  return [
    citeArchive(archive, '/', {
      statement: `The archive of ${stepLabel(step)} held ${is} bytes where ${shortened(step.before?.version ?? '')} held ${was}`,
      observed: is,
      expected: was,
    }),
  ];
}

function pastFiles({ before }: Step): readonly FileFacts[] {
  return before === null ? [] : filesOf(before);
}

function isOneLine(file: FileFacts): boolean {
  return isProgram(file) && (file.measures?.longestLine ?? 0) > LONG_LINE_CHARACTERS;
}

function isProgram(file: FileFacts): boolean {
  return runs(file) && file.measures !== null;
}
