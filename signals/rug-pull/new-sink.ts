import { shortened } from '../../src/evidence/history.ts';
import { arrivedEverywhere, type Held, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { FactKind } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isBundledIn } from './bundled-in.ts';
import { destinationOf, isOwnHost } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';
import { secretBeside, secretLabel } from './secrets-beside.ts';

const CAPABILITIES: Readonly<Partial<Record<FactKind, string>>> = {
  request: 'ask the network',
  socket: 'ask the network',
  process: 'start processes',
  execution: 'execute text as code',
  'file-write': 'write files',
};
const KINDS: readonly FactKind[] = ['request', 'socket', 'process', 'execution', 'file-write'];

/** How bundles ask for the global object; it executes nothing of anybody's. */
const GLOBAL_OBJECT = /^return this;?$/;
/** By package, so that a function that moves between files is nothing new. */
const OF_PACKAGE: Trait = {
  kinds: KINDS,
  identity: ({ kind, value }) =>
    kind === 'execution' && GLOBAL_OBJECT.test(value) ? null : (CAPABILITIES[kind] ?? null),
};
/** By file: what sends or starts something where nothing did. */
const OF_FILE: Trait = {
  kinds: ['request', 'socket', 'process'],
  identity: ({ kind }, { path }) => `${CAPABILITIES[kind] ?? kind} ${path}`,
};
/** Commands by what they bring or drive; the same command is the same wherever it is started. */
const COMMANDS: Trait = {
  kinds: ['process'],
  identity: ({ category = '', value }) =>
    category === 'download' || category === 'agent-cli' ? `${category} ${value}` : null,
};

const URL_IN_COMMAND = /https?:\/\/[^\s"'`;|&)]{1,500}/;
const MAX_COMMAND_CHARACTERS = 4_000;

export const newSink = defineSignal({
  id: 'rug-pull/new-sink',
  title: 'New means of sending, starting or writing',
  family: 'B',
  needs: 'source',
  weight: 10,
  cases: {
    'in-a-bundle': { weight: 5, when: 'it stands among much else that came with a bundle' },
    'beside-secrets': {
      weight: 30,
      when: 'a file begins to send or start something where it reads what nothing explains: tokens of other vendors, the whole environment, places of credentials',
    },
    download: {
      weight: 30,
      when: 'a command that it starts fetches something from a constant address that is not its own',
    },
    'agent-cli': { weight: 20, when: "a command that it starts is an agent's own" },
  },
  rationale:
    'What a package was approved for follows from what it could do: one that only answered and now starts processes can do anything its user can.',
  falsePositives:
    'Features: a third of all packages start processes from the beginning, and one in fifty comes to do so. Compare with the release notes; alone it weighs little.',
  baseRate: {
    value: '6 of 170 release pairs (3.5 %), 3 of them in bundles; 1.8 % come to start processes',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://github.com/DataDog/guarddog', 'https://attack.mitre.org/techniques/T1059/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) => [
      ...arrivedEverywhere(step, COMMANDS).flatMap((each) =>
        command(step, ownNames(subject, step), unbundled(step, each)),
      ),
      ...arrivedEverywhere(step, OF_FILE).flatMap((each) => besideSecrets(step, ownNames(subject, step), each)),
      ...arrivedEverywhere(step, OF_PACKAGE).map((each) => capability(step, unbundled(step, each))),
    ]);
  },
});

/** Where it weighs most. */
function unbundled(step: Step, places: readonly [Held, ...Held[]]): Held {
  return places.find(({ file }) => !isBundledIn(step, file)) ?? places[0];
}

function command(step: Step, own: OwnNames, held: Held): readonly Evidence[] {
  const { file, fact } = held;
  const isDownload = fact.category === 'download';
  const written = URL_IN_COMMAND.exec(fact.value.slice(0, MAX_COMMAND_CHARACTERS))?.[0] ?? '';
  const source = destinationOf({ kind: 'address', value: written });
  // What is fetched from an address that is not constant, or its own, says no more than that a process is started.
  if (isDownload && (source === null || isOwnHost(own, source))) return [];
  return [
    citeFact(held, {
      statement: `${stepLabel(step)} came to start a command that ${isDownload ? 'fetches something' : 'drives an agent'}, ${shortened(fact.value)}, which no release of its line did before`,
      case: isBundledIn(step, file) ? 'in-a-bundle' : isDownload ? 'download' : 'agent-cli',
    }),
  ];
}

function besideSecrets(step: Step, own: OwnNames, places: readonly Held[]): readonly Evidence[] {
  for (const held of places) {
    const { file, fact } = held;
    if (isBundledIn(step, file) || destinationOf(fact) !== null) continue;
    const secret = secretBeside({ step, own, held, destination: null, isNews: true, isAsked: true });
    if (secret === null) continue;
    return [
      citeFact(held, {
        statement: `${stepLabel(step)} came to ${CAPABILITIES[fact.kind]} in ${shortened(file.path)}, where it reads ${secretLabel(secret)}; that file did not before`,
        observed: fact.snippet,
        case: 'beside-secrets',
      }),
    ];
  }
  return [];
}

function capability(step: Step, held: Held): Evidence {
  const { file, fact } = held;
  return citeFact(held, {
    statement: `${stepLabel(step)} came to ${CAPABILITIES[fact.kind]} (${shortened(fact.by)}), which no release of its line did before`,
    ...(isBundledIn(step, file) ? { case: 'in-a-bundle' } : {}),
  });
}
