import { shortened } from '../../src/evidence/history.ts';
import {
  arrivedEverywhere,
  type Arrival,
  type Held,
  holdings,
  type Trait,
} from '../../src/evidence/source-arrivals.ts';
import { beside } from '../../src/evidence/source-beside.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Fact, FactKind } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isBundledIn } from './bundled-in.ts';
import { destinationOf } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';
import { CREDENTIAL_PLACES, isOwnPlace } from './secrets-beside.ts';

const SENDING: readonly FactKind[] = ['request', 'socket'];

const ACCESS: Trait = {
  kinds: ['file-read', 'path', 'process', 'request', 'socket', 'address', 'environment-dump'],
  identity: (fact) => {
    const what = accessOf(fact);
    return what === null ? null : `${what} ${what === 'the whole environment' ? fact.by : fact.value}`;
  },
};

export const credentialAccessAdded = defineSignal({
  id: 'rug-pull/credential-access-added',
  title: 'Credentials of others come to be read',
  family: 'B',
  needs: 'source',
  weight: 35,
  cases: {
    'whole-environment': {
      weight: 5,
      when: 'the whole environment is taken as a value, and nothing near it asks the network, or it is a bundle that does',
    },
    'in-a-bundle': { weight: 15, when: 'it stands among much else that came with a bundle, as SDKs of clouds do it' },
    'from-the-start': {
      weight: 35,
      when: 'the oldest release reads wallets or profiles of browsers where it asks the network',
    },
  },
  rationale:
    'Keys, wallets and logins that lie on a machine are what stealers come for; a server that is given its own key has no business with them.',
  falsePositives:
    'Cloud SDKs look for credentials in these places when they are used as they should be, and a server for Kubernetes reads its configuration; places named like the package are not counted.',
  baseRate: {
    value: '0 of 170 release pairs, but for the whole environment in one bundle',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1552/001/', 'https://github.com/advisories/GHSA-cxm3-wv7p-598c'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) => {
      const own = ownNames(subject, step);
      return step.before === null
        ? holdings(step, ACCESS)
            .filter((each) => isStealing(own, each))
            .map(fromTheStart)
        : arrivedEverywhere(step, ACCESS).flatMap((places) => evidence(step, own, heaviest(step, places)));
    });
  },
});

function accessOf(fact: Fact): string | null {
  const { kind, category = '' } = fact;
  if (kind === 'environment-dump') return 'the whole environment';
  if (kind === 'process') return category === 'credential-tool' ? 'a tool that prints credentials' : null;
  if (kind === 'file-read' || kind === 'path')
    return CREDENTIAL_PLACES.has(category) ? `a place of ${named(category)}` : null;
  return destinationOf(fact)?.kind === 'cloud-metadata' ? "a cloud's address for credentials" : null;
}

function named(category: string): string {
  return category === 'credentials' ? category : category === 'wallet' ? 'wallets' : 'browser profiles';
}

function isStealing(own: OwnNames, { file, fact }: Arrival): boolean {
  const isPlace = fact.category === 'wallet' || fact.category === 'browser-profile';
  return isPlace && !isOwnPlace(own, fact) && beside(file, fact, SENDING) !== null;
}

function fromTheStart(arrival: Arrival): Evidence {
  return citeFact(arrival, {
    statement: `${stepLabel(arrival.step)}, the oldest release, held ${accessOf(arrival.fact)} (${shortened(arrival.fact.value)}) where it asks the network`,
    case: 'from-the-start',
  });
}

/** An innocent place before the others hides nothing. */
function heaviest(step: Step, places: readonly [Held, ...Held[]]): Held {
  return places.find((each) => caseOf(step, each).case === undefined) ?? places[0];
}

function evidence(step: Step, own: OwnNames, held: Held): readonly Evidence[] {
  const { fact } = held;
  if (fact.kind !== 'environment-dump' && isOwnPlace(own, fact)) return [];
  const shown = fact.value === '' ? fact.by : fact.value;
  return [
    citeFact(held, {
      statement: `${stepLabel(step)} came to use ${accessOf(fact)} (${shortened(shown)}), which no release of its line did before`,
      ...caseOf(step, held),
    }),
  ];
}

function caseOf(step: Step, { file, fact }: Held): { readonly case?: string } {
  const isBundled = isBundledIn(step, file);
  if (fact.kind !== 'environment-dump') return isBundled ? { case: 'in-a-bundle' } : {};
  return isBundled || beside(file, fact, SENDING) === null ? { case: 'whole-environment' } : {};
}
