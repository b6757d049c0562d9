import { shortened } from '../../src/evidence/history.ts';
import { arrived, arrivedOrFirst, occurrences, recent } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import {
  isAnybodys,
  isAsked,
  isBesideRunning,
  runsWhatItFetches,
  weightyHost,
  type AskedHost,
  type Weighty,
} from './asked-hosts.ts';
import { ASKED_HOSTS, destinationOf, HOSTS, isOrdinary, isOwnHost } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';

const CASES = {
  'anybodys-service': {
    weight: 40,
    when: 'what is asked is a paste, a file drop, a webhook, a tunnel, a dynamic name or a catcher of DNS queries',
  },
  'hidden-spelling': { weight: 40, when: 'its name is written in character codes, base64 or backwards' },
  'runs-what-it-fetches': {
    weight: 35,
    when: 'one function asks it, writes a file and starts a process or executes text',
  },
  'beside-secrets': {
    weight: 30,
    when: 'it stands where secrets, the whole environment or places of credentials are read, and one of the two is new',
  },
  'quiet-file': { weight: 25, when: 'a file asks it that was there before and asked nobody' },
  'from-the-start': {
    weight: 30,
    when: 'the oldest release asks such a service where it starts a process, or runs what it fetches from a stranger',
  },
} as const;

/**
 * A host that no earlier release of the line named.
 *
 * Set aside: the package's own domains, hosts that are ordinary in code (signals/data/ordinary-hosts.json), addresses of examples and
 * of this network. Bare addresses are told by rug-pull/ip-or-socket-destination.
 */
export const newHost = defineSignal({
  id: 'rug-pull/new-host',
  title: 'Host that the package never named',
  family: 'B',
  needs: 'source',
  weight: 5,
  cases: CASES,
  rationale:
    'What is stolen has to go somewhere: a destination that the package never had, next to what is worth stealing, is how most of the documented cases could have been seen.',
  falsePositives:
    'New features ask new services, and a bundle brings the hosts of what it bundles; alone it weighs next to nothing. Beside secrets, look whether the key belongs to the host; a notification feature sends to webhooks. In a bundle that brings much else at once, secrets beside a host are not told.',
  baseRate: {
    value:
      '10 of 170 release pairs (6 %), all of them plain; 19 % before own, ordinary and example hosts are set aside',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://osv.dev/vulnerability/MAL-2026-10693', 'https://attack.mitre.org/techniques/T1567/'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) => {
      const own = ownNames(subject, step);
      return step.before === null ? fromTheStart(step, own) : newHosts(step, own);
    });
  },
});

function newHosts(step: Step, own: OwnNames): readonly Evidence[] {
  const now = arrived(step, HOSTS);
  const askedNow = arrived(step, ASKED_HOSTS);
  return [...occurrences(step, HOSTS, recent(step, HOSTS))].flatMap(([identity, held]) => {
    const isNews = now.has(identity) || askedNow.has(identity);
    const places = held.flatMap((each) => placesOf({ step, own, held: each, isNews }));
    const told = places.flatMap((place) => {
      const weighty = weightyHost(place);
      return weighty === null ? [] : [evidence(place, weighty)];
    });
    const [heaviest] = told.toSorted((a, b) => weightOf(b) - weightOf(a));
    if (heaviest !== undefined) return [heaviest];
    const first = places.find(({ destination }) => !isOrdinary(destination));
    return now.has(identity) && first !== undefined ? [evidence(first)] : [];
  });
}

/** Nothing for the package's own hosts, and for what other signals tell. */
function placesOf(at: Omit<AskedHost, 'destination'>): readonly AskedHost[] {
  const destination = destinationOf(at.held.fact);
  if (destination === null || isOwnHost(at.own, destination)) return [];
  return destination.kind === 'public-ip' || destination.kind === 'cloud-metadata' ? [] : [{ ...at, destination }];
}

function weightOf({ case: named }: Evidence): number {
  return Object.entries(CASES).find(([name]) => name === named)?.[1].weight ?? 0;
}

function fromTheStart(step: Step, own: OwnNames): readonly Evidence[] {
  return [...occurrences(step, HOSTS, arrivedOrFirst(step, HOSTS)).values()].flatMap((held) => {
    const places = held.flatMap((each) => placesOf({ step, own, held: each, isNews: true }));
    const found = places.find((place) => isStage(place));
    if (found === undefined) return [];
    return [
      citeFact(found.held, {
        statement: `${stepLabel(step)}, the oldest release, asked ${shortened(found.destination.host)} where it runs something`,
        case: 'from-the-start',
      }),
    ];
  });
}

function isStage({ held, destination }: AskedHost): boolean {
  if (isAnybodys(destination) && isAsked(held) && isBesideRunning(held)) return true;
  return !isOrdinary(destination) && runsWhatItFetches(held);
}

function evidence({ step, held, destination }: AskedHost, told?: Weighty): Evidence {
  return citeFact(held, {
    statement: `${stepLabel(step)} came to ${isAsked(held) && told !== undefined ? 'ask' : 'name'} the host ${shortened(destination.host)}${told?.note ?? ''}, which no release of its line did before`,
    ...(told === undefined ? {} : { case: told.case }),
  });
}
