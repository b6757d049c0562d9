import { shortened } from '../../src/evidence/history.ts';
import {
  arrivedEverywhere,
  arrivals,
  holdings,
  type Arrival,
  type Held,
  type Trait,
} from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { isInstalled, type Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Fact } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isBundledIn } from './bundled-in.ts';

/** What reads these places runs what is written there, without being asked. */
const RUN_BY_OTHERS = new Set([
  'agent-config',
  'editor-settings',
  'shell-startup',
  'git-hooks',
  'ci-workflows',
  'system-persistence',
]);
/** Told by signals of their own. */
const TOLD_ELSEWHERE = /^\.(?:pth|gyp) /;
/** A server that a package offers to the agent that opens its folder: usually itself. */
const SERVER_LIST = / (?:mcpServers|servers)$/;

const AUTO_RUN: Trait = {
  kinds: ['auto-run', 'file-write', 'process'],
  counts: isInstalled,
  identity: (fact) => (isSetting(fact) ? `${fact.kind} ${fact.category ?? ''} ${fact.value}` : null),
};

const AGENT_PATHS: Trait = {
  kinds: ['path'],
  identity: ({ category, value }) => (category === 'agent-config' ? value : null),
};
const MIN_AGENTS = 3;

/** Settings in the archive by which editors, agents or machines run something by themselves, and code that writes such settings. */
export const autoRunSettingAdded = defineSignal({
  id: 'rug-pull/auto-run-setting-added',
  title: 'Something comes to run by itself',
  family: 'B',
  needs: 'source',
  weight: 40,
  cases: {
    'on-command': {
      weight: 25,
      when: "an agent's settings are written in a function, or several agents' named where files are written, as commands that set up clients do it",
    },
    'offered-server': { weight: 10, when: "an agent's list of servers in the archive names another one" },
    'from-the-start': {
      weight: 35,
      when: 'the oldest release writes such settings when it is installed or loaded',
    },
  },
  rationale:
    'Whoever writes into the settings of an agent, an editor or a shell runs again when the package is long gone, with what the user allows that program: worms of 2026 stayed on machines in this way.',
  falsePositives:
    'Setup commands that register the server with clients, which users start by hand, and plugins whose purpose is a hook. Read what is written and when.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1546/', 'https://osv.dev/vulnerability/MAL-2026-13370'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) =>
      step.before === null
        ? holdings(step, AUTO_RUN).filter(isAtOnce).map(fromTheStart)
        : [
            ...arrivedEverywhere(step, AUTO_RUN).map((places) => evidence(step, heaviest(places))),
            ...severalAgents(step),
          ],
    );
  },
});

/** Names of several agents' settings, in a file that writes something: put together while it runs, so that no call shows the whole path. */
function severalAgents(step: Step): readonly Evidence[] {
  const byFile = Map.groupBy(arrivals(step, AGENT_PATHS), ({ file }) => file);
  return [...byFile.values()].flatMap((named) => {
    const [first] = named;
    if (first === undefined || named.length < MIN_AGENTS || isBundledIn(step, first.file)) return [];
    if (first.file.facts.every(({ kind }) => kind !== 'file-write')) return [];
    return [
      citeFact(first, {
        statement: `${stepLabel(step)} came to write files where it names ${named.length} places of agents' settings, which no release of its line did before`,
        observed: named.map(({ fact }) => fact.value),
        case: 'on-command',
      }),
    ];
  });
}

function isSetting({ kind, by, category = '' }: Fact): boolean {
  if (kind === 'auto-run') return !TOLD_ELSEWHERE.test(by);
  return kind === 'process' ? category === 'persistence' : RUN_BY_OTHERS.has(category);
}

/** When it is installed, or by the top level of a file that is loaded. */
function isAtOnce({ file, fact }: Held): boolean {
  return fact.kind !== 'auto-run' && (file.entry === 'install' || fact.scope === 0);
}

function fromTheStart(arrival: Arrival): Evidence {
  return citeFact(arrival, {
    statement: `${stepLabel(arrival.step)}, the oldest release, wrote ${whatOf(arrival.fact)} ${arrival.file.entry === 'install' ? 'when it was installed' : 'when it was loaded'}`,
    case: 'from-the-start',
  });
}

/** An innocent place before the others hides nothing. */
function heaviest(places: readonly [Held, ...Held[]]): Held {
  return places.find((each) => caseOf(each).case === undefined) ?? places[0];
}

function evidence(step: Step, held: Held): Evidence {
  const { fact } = held;
  const did = fact.kind === 'auto-run' ? `came with ${shortened(fact.by)}, which runs` : 'came to write';
  return citeFact(held, {
    statement: `${stepLabel(step)} ${did} ${whatOf(fact)}, which no release of its line did before`,
    ...caseOf(held),
  });
}

function caseOf(held: Held): { readonly case?: string } {
  const { kind, by, category } = held.fact;
  if (kind === 'auto-run') return SERVER_LIST.test(by) ? { case: 'offered-server' } : {};
  return category === 'agent-config' && !isAtOnce(held) ? { case: 'on-command' } : {};
}

function whatOf({ value, category = 'settings' }: Fact): string {
  return value === '' ? category : shortened(value);
}
