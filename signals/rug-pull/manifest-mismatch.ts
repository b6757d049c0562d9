import { shortened } from '../../src/evidence/history.ts';
import { pointer } from '../../src/evidence/pointer.ts';
import { acrossReleases, citeArchive, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { differences, type Difference } from './manifest-differences.ts';

/** The registry's document is sent beside the archive and never compared with it; what is installed is the archive. */
export const manifestMismatch = defineSignal({
  id: 'rug-pull/manifest-mismatch',
  title: "Archive says something else than the registry's document",
  family: 'X',
  needs: 'source',
  weight: 55,
  cases: { dependencies: { weight: 25, when: 'only the dependencies differ' } },
  rationale:
    'Registries and scanners show the document, installers run the scripts of the archive: a hook or executable that only the archive has is hidden from everybody who looks before installing.',
  falsePositives:
    'Publishing tools that rewrite the manifest after it was read, always in the same way; what the release before did in the same way is not counted. Look whether the difference is a whole script or a spelling.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: [
    'https://blog.vlt.sh/blog/the-massive-hole-in-the-npm-ecosystem',
    'https://docs.npmjs.com/cli/configuring-npm/package-json',
  ],

  detect(subject, _context: RugPullContext) {
    const field = {
      isGiven: isComparable,
      lacking: 'there is no manifest in the archives, or nothing of it in the document, to compare',
    };
    return acrossReleases(subject, { read: 'archives', looksAt: 'first-too', field }, (step) => {
      const habits = new Set(step.earlier.flatMap(differencesOf).map(({ kind, name }) => `${kind} ${name}`));
      const found = differencesOf(step).filter(({ kind, name }) => !habits.has(`${kind} ${name}`));
      // What a package's tools do to every release is no news of its first one.
      return found.filter(({ kind }) => step.before !== null || kind === 'scripts').map((each) => evidence(step, each));
    });
  },
});

function isComparable({ release, published }: Step): boolean {
  const { installScripts, bin, dependencies } = published;
  const [archive] = release.archives;
  const isShown = installScripts !== null || bin !== null || dependencies !== null;
  return isShown && archive.kind === 'npm-tarball' && archive.manifest !== null;
}

function differencesOf({ release, published }: Step): readonly Difference[] {
  const [archive] = release.archives;
  return archive.manifest === null || archive.kind !== 'npm-tarball' ? [] : differences(archive.manifest, published);
}

function evidence(step: Step, { kind, name, inArchive, inDocument }: Difference): Evidence {
  const [archive] = step.release.archives;
  const what = { scripts: 'the script', bin: 'the executable', dependencies: 'the dependency' }[kind];
  const manifest = `/${archive.manifest?.path ?? 'package.json'}`;
  // What only the document has stands nowhere in the archive: then the file is what can be read up.
  return citeArchive(archive, inArchive === null ? manifest : `${manifest}#${pointer(kind, name)}`, {
    statement: `The archive of ${stepLabel(step)} and the registry's document did not agree about ${what} ${shortened(name)}`,
    observed: inArchive,
    expected: inDocument,
    ...(kind === 'dependencies' ? { case: 'dependencies' } : {}),
  });
}
