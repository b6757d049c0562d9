import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, type Looked } from '../../src/evidence/history.ts';
import { pointer } from '../../src/evidence/pointer.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { COMMAND_KINDS, commandKind, heavier, type CommandKind } from './install-commands.ts';

/** npm runs these when a package is installed; `prepare` runs in working copies and for git dependencies only. */
const HOOKS: ReadonlySet<string> = new Set(['preinstall', 'install', 'postinstall']);

/**
 * An npm install hook that no release before it had, or one that came to do more than it did.
 *
 * Compares with everything published earlier, so a hook that was always there is silent, one that comes and goes is told once,
 * and one that came late is found however old it is.
 */
export const installScriptAdded = defineSignal({
  id: 'rug-pull/install-script-added',
  title: 'Install script appears in a later release',
  family: 'X',
  needs: 'package',
  weight: 45,
  cases: {
    'runs-code': {
      weight: 60,
      when: 'the command runs a file or an interpreter, brings something from elsewhere, or decodes it',
    },
    changed: { weight: 25, when: 'a hook that already ran code came to run another command of the same kind' },
    build: { weight: 15, when: 'the command only compiles native code or applies patches' },
  },
  rationale:
    'Install hooks run before any tool is called and with the rights of the user, so one that is added after people came to rely on a package changes what their approval meant.',
  falsePositives:
    'Packages that gain a native module, install telemetry, or a download of a browser or binary. Read the command and the file it runs, and compare with the release notes. Hook managers (husky, lefthook) are not counted, nor is `prepare`, which does not run for installed packages.',
  baseRate: {
    value: '0.28 % of release pairs gain a hook',
    population: '727 neighbouring releases of 43 popular MCP packages on npm',
    date: '2026-10',
  },
  references: ['https://docs.npmjs.com/cli/using-npm/scripts', 'https://osv.dev/vulnerability/MAL-2025-191195'],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, addedHooks);
  },
});

/** What a hook did so far. */
interface Past {
  readonly commands: Set<string>;
  kind: CommandKind;
  latest: string;
}

function addedHooks(packument: Packument): Looked {
  const listed = packument.releases.filter(({ installScripts }) => installScripts !== null);
  const [first] = listed;
  if (first === undefined || (listed.length === 1 && packument.releases.length > 1)) {
    return {
      unseen: `the history of the ${packument.ecosystem} package does not show the install scripts of earlier releases`,
    };
  }
  const found = listed.some(hasHook) ? hooksAddedTo(first, packument, listed.slice(1)) : [];
  return found.length > 0 || packument.releases.at(-1)?.installScripts !== null
    ? found
    : {
        unseen: `the history of the ${packument.ecosystem} package does not show the install scripts of its newest release`,
      };
}

function hooksAddedTo(first: Release, packument: Packument, later: readonly Release[]): readonly Evidence[] {
  const past = new Map<string, Past>();
  for (const [hook, command] of hooksOf(first)) remember(past, hook, command);
  return later.flatMap((release) =>
    hooksOf(release).flatMap(([hook, command]) => {
      const before = past.get(hook);
      if (before?.latest === command || before?.commands.has(spaced(command))) return [];
      const evidence = compared({ packument, release, hook, command, before });
      remember(past, hook, command);
      return evidence;
    }),
  );
}

interface Appearance {
  readonly packument: Packument;
  readonly release: Release;
  readonly hook: string;
  readonly command: string;
  readonly before: Past | undefined;
}

function compared({ packument, release, hook, command, before }: Appearance): readonly Evidence[] {
  const kind = commandKind(command);
  const rises = before === undefined || COMMAND_KINDS.indexOf(kind) > COMMAND_KINDS.indexOf(before.kind);
  const runs = kind === 'runs' || kind === 'fetches';
  if (kind === 'idle' || !(rises || runs)) return [];
  const label = releaseLabel(packument, release);
  return [
    cite(packument.place, release.at + pointer('scripts', hook), {
      statement:
        before === undefined
          ? `${label} added a ${hook} script that no earlier release had`
          : `${label} changed its ${hook} script to a command that no earlier release had`,
      observed: command,
      expected: before?.latest ?? null,
      ...caseOf(kind, rises),
    }),
  ];
}

function caseOf(kind: CommandKind, rises: boolean): { case?: string } {
  if (!rises) return { case: 'changed' };
  if (kind === 'build') return { case: 'build' };
  return kind === 'unlisted' ? {} : { case: 'runs-code' };
}

function remember(past: Map<string, Past>, hook: string, command: string): void {
  const kind = commandKind(command);
  const before = past.get(hook);
  if (before === undefined) past.set(hook, { commands: new Set([spaced(command)]), kind, latest: command });
  else {
    before.commands.add(spaced(command));
    before.kind = heavier(before.kind, kind);
    before.latest = command;
  }
}

function hasHook({ installScripts }: Release): boolean {
  return installScripts !== null && Object.keys(installScripts).some((hook) => HOOKS.has(hook));
}

function hooksOf({ installScripts }: Release): readonly [hook: string, command: string][] {
  return Object.entries(installScripts ?? {}).filter(([hook]) => HOOKS.has(hook));
}

function spaced(command: string): string {
  return command.trim().split(/\s+/).join(' ');
}
