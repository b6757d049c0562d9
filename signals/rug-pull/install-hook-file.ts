import { shortened } from '../../src/evidence/history.ts';
import { pointer } from '../../src/evidence/pointer.ts';
import { arrivalsOrFirst, type Arrival } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeArchive, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { filesOf, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ArchiveFacts, FileFacts, ReleaseFacts } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { commandKind } from './install-commands.ts';
import { ASKED_WHEN_INSTALLED, reachOf, REACHING } from './install-reach.ts';
import { destinationOf, isOwnHost } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';

const HOOKS: ReadonlySet<string> = new Set(['preinstall', 'install', 'postinstall']);
/** Scripts that set something up are short. */
const LARGE_BYTES = 100_000;

/**
 * Install hooks as the archive itself has them, with the files that they run: also those that a mirror leaves out of its documents.
 *
 * A hook that was always there is silent until its file comes to do what installations do not.
 */
export const installHookFile = defineSignal({
  id: 'rug-pull/install-hook-file',
  title: 'What an installation runs comes to do more',
  family: 'X',
  needs: 'source',
  weight: 45,
  cases: {
    'runs-code': {
      weight: 60,
      when: 'the new hook runs a file of this release, an interpreter or a download, or its file is larger than 100 KB',
    },
    build: { weight: 15, when: 'the new hook only compiles native code or applies patches' },
    'reaching-file': {
      weight: 70,
      when: "what the hook runs takes the environment, reaches for credentials, hides what it does, or asks a bare address or anybody's service",
    },
    'from-the-start': { weight: 50, when: 'the hook of the oldest release does such a thing' },
    'asks-elsewhere': { weight: 30, when: 'the file of a hook that was there comes to ask a host of somebody else' },
    'asks-from-the-start': { weight: 25, when: 'the hook of the oldest release asks a host of somebody else' },
  },
  rationale:
    'A hook runs before anybody has looked at the package; what its file does tells a build step from a theft.',
  falsePositives:
    'Installers of browsers and binaries, and telemetry of installations. Read the file: an honest one fetches from its own project and takes nothing along.',
  baseRate: {
    value: '0.28 % of release pairs gain a hook',
    population: '727 neighbouring releases of 43 popular MCP packages on npm',
    date: '2026-11-20',
  },
  references: ['https://docs.npmjs.com/cli/using-npm/scripts', 'https://osv.dev/vulnerability/MAL-2025-47838'],

  detect(subject, _context: RugPullContext) {
    const field = {
      isGiven: ({ release }: Step) =>
        release.archives.some(({ kind, manifest }) => kind === 'npm-tarball' && manifest !== null),
      lacking: 'the archives have no manifest with install scripts',
    };
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too', field }, (step) => [
      ...(step.before === null ? [] : addedHooks(step)),
      ...arrivalsOrFirst(step, REACHING).map(reaching),
      ...arrivalsOrFirst(step, ASKED_WHEN_INSTALLED).flatMap((each) => asking(ownNames(subject, step), each)),
    ]);
  },
});

function addedHooks(step: Step): readonly Evidence[] {
  const past = step.earlier.flatMap(({ release }) => hooksOf(release));
  return hooksOf(step.release).flatMap(({ archive, hook, command }) => {
    const before = past.filter((each) => each.hook === hook);
    if (before.some((each) => each.command === command)) return [];
    const kind = commandKind(command);
    const wasRunning = before.some(
      (each) => commandKind(each.command) !== 'idle' && commandKind(each.command) !== 'build',
    );
    if (kind === 'idle' || wasRunning) return [];
    const file = newFileOf(step);
    const note = file === undefined ? '' : `, with ${shortened(file.path)} of ${file.bytes} bytes`;
    return [
      citeArchive(archive, `/${archive.manifest?.path ?? 'package.json'}#${pointer('scripts', hook)}`, {
        statement: `The archive of ${stepLabel(step)} came with a ${hook} script that no release of its line had before${note}`,
        observed: command,
        expected: before.at(-1)?.command ?? null,
        ...(kind === 'build' ? { case: 'build' } : {}),
        ...(kind === 'runs' || kind === 'fetches' || file !== undefined ? { case: 'runs-code' } : {}),
      }),
    ];
  });
}

function reaching(arrival: Arrival): Evidence {
  const { step, file, fact } = arrival;
  const what = reachOf(fact, file) ?? '';
  return citeFact(arrival, {
    statement:
      step.before === null
        ? `When ${stepLabel(step)}, the oldest release, was installed, ${shortened(file.path)} ran: it ${what}`
        : `When ${stepLabel(step)} was installed, ${shortened(file.path)} ran: it ${what}, which no release of its line did before`,
    case: step.before === null ? 'from-the-start' : 'reaching-file',
  });
}

/** A host of the package's own, or one that it fetches from, is what installations ask. */
function asking(own: OwnNames, arrival: Arrival): readonly Evidence[] {
  const { step, file, fact } = arrival;
  const destination = destinationOf(fact);
  if (destination === null || isOwnHost(own, destination)) return [];
  const oldest = step.before === null ? ', the oldest release,' : '';
  return [
    citeFact(arrival, {
      statement: `When ${stepLabel(step)}${oldest} was installed, ${shortened(file.path)} asked ${shortened(destination.host)}, which is neither the package's own nor a usual source`,
      case: step.before === null ? 'asks-from-the-start' : 'asks-elsewhere',
    }),
  ];
}

interface Hook {
  readonly archive: ArchiveFacts;
  readonly hook: string;
  /** Without spaces that say nothing. */
  readonly command: string;
}

function hooksOf({ archives }: ReleaseFacts): readonly Hook[] {
  return archives.flatMap((archive) =>
    Object.entries(archive.manifest?.installScripts ?? {})
      .filter(([hook]) => HOOKS.has(hook))
      .map(([hook, command]) => ({ archive, hook, command: command.trim().split(/\s+/).join(' ') })),
  );
}

/** What a hook runs that is new in this release, or too large for a script. */
function newFileOf({ release, before }: Step): FileFacts | undefined {
  const known = new Set((before === null ? [] : filesOf(before)).map(({ sha256 }) => sha256));
  const run = filesOf(release).filter(({ entry }) => entry === 'install');
  return run.find(({ bytes }) => bytes > LARGE_BYTES) ?? run.find(({ sha256 }) => !known.has(sha256));
}
