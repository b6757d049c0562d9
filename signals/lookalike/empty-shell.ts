import { cite } from '../../src/evidence/cite.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { namedAfter } from '../../src/pipelines/named-after.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MOST_FILES = 2;
const MOST_BYTES = 2_048;

/** A package that borrows a name and holds next to nothing: two files or 2 KB, and no repository anywhere. */
export const emptyShell = defineSignal({
  id: 'lookalike/empty-shell',
  title: 'Borrows a name and holds next to nothing',
  family: 'C',
  needs: 'package',
  weight: 15,
  rationale: 'A name is taken first and filled later, or its install script is all that there is.',
  falsePositives: 'Placeholders, and packages that only start something hosted elsewhere.',
  baseRate: null,
  references: ['https://github.com/ossf/malicious-packages (MAL-2026-5476 to MAL-2026-5485)'],

  detect(subject, context: LookalikeContext) {
    const after = namedAfter(subject, context);
    const { repository } = subject.record;
    if (after === null || (repository !== null && repository !== 'none')) return [];
    const latest = subject.packuments
      .flatMap((packument) => newest(packument))
      .filter(({ release }) => release.repository === null);
    const sized = latest.filter(({ release }) => release.fileCount !== null || release.totalBytes !== null);
    const found = sized
      .filter(({ release }) => isSmall(release))
      .map(({ packument, release }) =>
        cite(packument.place, release.at, {
          statement: `${packument.name} ${release.version} is named after ${after}, named no repository and held ${held(release)}`,
          observed: { files: release.fileCount, bytes: release.totalBytes },
        }),
      );
    if (
      found.length > 0 ||
      (sized.length === latest.length && subject.packuments.every(({ releases }) => releases.length > 0))
    )
      return found;
    return unseen('how much its packages hold is not known');
  },
});

function newest(packument: Packument): readonly { packument: Packument; release: Release }[] {
  const release = packument.releases.at(-1);
  return release === undefined ? [] : [{ packument, release }];
}

function isSmall({ fileCount, totalBytes }: Release): boolean {
  return (fileCount !== null && fileCount <= MOST_FILES) || (totalBytes !== null && totalBytes <= MOST_BYTES);
}

function held({ fileCount, totalBytes }: Release): string {
  const files = fileCount === null ? [] : [`${fileCount} files`];
  const bytes = totalBytes === null ? [] : [`${totalBytes} bytes`];
  return [...files, ...bytes].join(', ');
}
