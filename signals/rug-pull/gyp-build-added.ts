import { shortened } from '../../src/evidence/history.ts';
import { arrivals, type Arrival, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeArchive, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { filesOf, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, ReleaseFacts } from '../../src/model/source.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const BUILD_FILE = 'binding.gyp';
const NATIVE_SOURCE = /\.(?:c|cc|cpp|cxx|h|hh|hpp|mm|m|rs|zig|s|asm)$/i;
/** Asks a module for its folder of headers, as every native module does. */
const HEADERS =
  /^node(?:\.exe)? (?:-p|-e|-pe) ["'\\]{0,3}(?:require\(["'\\]{1,3}(?:node-addon-api|nan|napi-[\w-]{1,40})["'\\]{1,3}\)[\w.]{0,40}|process\.[\w.]{1,40})["'\\]{0,3}$/;

const COMMANDS: Trait = {
  kinds: ['auto-run'],
  counts: () => true,
  identity: ({ by, value }) => (by.startsWith('.gyp') && !HEADERS.test(value.trim()) ? value.trim() : null),
};

/** npm runs node-gyp where the archive has a binding.gyp at its root and neither an install nor a preinstall script. */
export const gypBuildAdded = defineSignal({
  id: 'rug-pull/gyp-build-added',
  title: 'Native build appears without an install script',
  family: 'X',
  needs: 'source',
  weight: 45,
  cases: {
    'with-sources': { weight: 20, when: 'the archive holds source code of the kind that such a build compiles' },
    'runs-command': { weight: 60, when: 'the build file runs a command of its own while it is read' },
  },
  rationale:
    'The build runs when the package is installed although no script says so, and the file may run any command while it is read: a hook that those who look for hooks do not see.',
  falsePositives:
    'Packages that gain a native module. There are sources beside the file then, and it only asks for headers.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://docs.npmjs.com/cli/using-npm/scripts', 'https://gyp.gsrc.io/docs/InputFormatReference.md'],

  detect(subject, _context: RugPullContext) {
    const field = {
      isGiven: ({ release }: Step) => release.archives[0].kind === 'npm-tarball',
      lacking: 'the package is none of npm',
    };
    const looked = acrossReleases(subject, { read: 'members', looksAt: 'compared', field }, (step) => [
      ...arrivals(step, COMMANDS)
        .filter(({ archive }) => buildsByItself(archive) || hasInstallScript(archive))
        .map(command),
      ...addedBuild(step),
    ]);
    const found = 'unseen' in looked || looked.length > 0;
    return found || !hasUnreadBuild(subject) ? looked : unseen('a build file in an archive could not be read');
  },
});

/** What it runs is told by what stands in it, and a file can be made too large to be read. */
function hasUnreadBuild({ sources }: SubjectAt['source']): boolean {
  return sources.some(({ releases }) =>
    releases.some((release) =>
      filesOf(release).some(({ path, reading }) => reading.how === 'not-read' && /\.gypi?$/i.test(path)),
    ),
  );
}

function addedBuild(step: Step): readonly Evidence[] {
  const [archive] = step.release.archives;
  if (!buildsByItself(archive) || step.earlier.some(({ release }) => hasBuildFile(release))) return [];
  const hasSources = archive.files.some(({ path }) => NATIVE_SOURCE.test(path));
  return [
    citeArchive(archive, `/${BUILD_FILE}`, {
      statement: `${stepLabel(step)} came with a ${BUILD_FILE} and no install script, so that npm builds it by itself; no release of its line had one before`,
      observed: BUILD_FILE,
      ...(hasSources ? { case: 'with-sources' } : {}),
    }),
  ];
}

function command(arrival: Arrival): Evidence {
  return citeFact(arrival, {
    statement: `${stepLabel(arrival.step)} came with a build file that runs ${shortened(arrival.fact.value)} while it is read`,
    case: 'runs-command',
  });
}

function hasBuildFile(release: ReleaseFacts): boolean {
  return filesOf(release).some(({ path }) => path === BUILD_FILE);
}

function buildsByItself({ manifest, files }: ArchiveFacts): boolean {
  const isBuilt = manifest?.gypfile !== false && files.some(({ path }) => path === BUILD_FILE);
  return isBuilt && !hasInstallScript({ manifest });
}

function hasInstallScript({ manifest }: Pick<ArchiveFacts, 'manifest'>): boolean {
  const scripts = manifest?.installScripts ?? {};
  return Object.hasOwn(scripts, 'install') || Object.hasOwn(scripts, 'preinstall');
}
