import { shortened } from '../../src/evidence/history.ts';
import { arrivedOrFirst, occurrences, type Held, type Trait } from '../../src/evidence/source-arrivals.ts';
import { beside } from '../../src/evidence/source-beside.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Fact } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isAsked } from './asked-hosts.ts';
import { destinationOf, isOwnHost, type Destination } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';

/** Resolvers that everybody may ask, which code names as examples and to learn its own address. */
const PUBLIC_RESOLVERS = new Set(
  `1.1.1.1 1.0.0.1 8.8.8.8 8.8.4.4 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 114.114.114.114 223.5.5.5 223.6.6.6
  [2606:4700:4700::1111] [2606:4700:4700::1001] [2001:4860:4860::8888] [2001:4860:4860::8844]`.split(/\s+/),
);

/** Connections and bare addresses, by host and not by port, also where a shell connects by itself. */
const DIRECT: Trait = {
  kinds: ['request', 'socket', 'address', 'process'],
  identity: (fact) => {
    const destination = destinationOf(fact);
    return destination !== null && isDirect(fact, destination) ? destination.host : null;
  },
};

/** Loopback, private and documentation ranges lead nowhere; see src/text/host-kinds.ts. */
export const ipOrSocketDestination = defineSignal({
  id: 'rug-pull/ip-or-socket-destination',
  title: 'Bare address or raw connection as a destination',
  family: 'B',
  needs: 'source',
  weight: 40,
  cases: {
    named: {
      weight: 15,
      when: 'the address stands in the code and nothing near it asks the network or starts a process',
    },
    'from-the-start': {
      weight: 35,
      when: 'the oldest release opens a raw connection to a constant destination where it starts a process',
    },
  },
  rationale:
    'Services have names; an address without one, or a raw connection, is where reverse shells and stage servers are found, and needs neither a certificate nor an owner.',
  falsePositives:
    'Appliances and databases that are reached by address, and numbers with three dots that are versions. Public resolvers are not counted. Look what is sent there.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://osv.dev/vulnerability/MAL-2025-47838', 'https://osv.dev/vulnerability/MAL-2025-191788'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'first-too' }, (step) => {
      const own = ownNames(subject, step);
      const found = occurrences(step, DIRECT, arrivedOrFirst(step, DIRECT));
      return [...found.values()].flatMap((held) =>
        told(
          step,
          held.filter((each) => !isOwn(own, each)),
        ),
      );
    });
  },
});

function isDirect({ kind }: Fact, { kind: hostKind, host }: Destination): boolean {
  if (hostKind === 'public-ip') return !PUBLIC_RESOLVERS.has(host);
  return hostKind !== 'cloud-metadata' && (kind === 'socket' || kind === 'process');
}

function isOwn(own: OwnNames, { fact }: Held): boolean {
  const destination = destinationOf(fact);
  return destination === null || isOwnHost(own, destination);
}

/** One of the places where a destination stands: where it is asked, if it is. */
function told(step: Step, held: readonly Held[]): readonly Evidence[] {
  if (step.before === null) {
    const shell = held.find(isShell);
    return shell === undefined ? [] : [evidence(step, shell, 'from-the-start')];
  }
  const asked = held.find(isAsked);
  const [first] = held;
  if (asked !== undefined) return [evidence(step, asked)];
  return first === undefined ? [] : [evidence(step, first, 'named')];
}

function isShell({ file, fact }: Held): boolean {
  return fact.kind === 'process' || (fact.kind === 'socket' && beside(file, fact, ['process']) !== null);
}

function evidence(step: Step, held: Held, named?: 'from-the-start' | 'named'): Evidence {
  const destination = destinationOf(held.fact);
  const what = destination?.kind === 'public-ip' ? 'the bare address' : 'a raw connection to';
  const where = `${what} ${shortened(destination?.host ?? '')}`;
  return citeFact(held, {
    statement:
      named === 'from-the-start'
        ? `${stepLabel(step)}, the oldest release, held ${where} where it starts a process`
        : `${stepLabel(step)} came to hold ${where}, which no release of its line held before`,
    ...(named === undefined ? {} : { case: named }),
  });
}
