import { shortened } from '../../src/evidence/history.ts';
import { arrivedEverywhere, type Held, recent, type Trait } from '../../src/evidence/source-arrivals.ts';
import { beside } from '../../src/evidence/source-beside.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { Fact } from '../../src/model/source.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isBundledIn } from './bundled-in.ts';
import { destinationOf, HOSTS, isOrdinary, isOwnHost } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';

/**
 * What others send through or start with: whoever replaces it reads along, or changes what is sent. Not the requests that a server
 * receives, which frameworks extend, nor stdout, which servers of this protocol keep free.
 */
const CARRIES =
  /^(?:globalThis|window|self|global)\.(?:fetch|XMLHttpRequest|WebSocket|EventSource|ethereum|solana)(?:\.|$)|^(?:XMLHttpRequest|WebSocket|FormData|HTMLFormElement)\.prototype\.|^(?:ethereum|solana)\.|^navigator\.(?:sendBeacon|clipboard)|^https?\.(?:request|get|ClientRequest|OutgoingMessage|Agent|globalAgent)(?:\.|$)|^(?:tls|net)\.(?:connect|createConnection|Socket|TLSSocket)(?:\.|$)|^(?:http2|dns|dgram|undici|axios|child_process)\.|^(?:requests|urllib|urllib3|httpx|aiohttp|socket|subprocess|smtplib)\./;
const FETCH = 'globalThis.fetch';
const PATCHED: Trait = { kinds: ['patched-global'], identity: ({ value }) => value };

export const patchedGlobalAdded = defineSignal({
  id: 'rug-pull/patched-global-added',
  title: 'Global that others send through is replaced',
  family: 'B',
  needs: 'source',
  weight: 40,
  cases: {
    'in-a-bundle': {
      weight: 5,
      when: 'it stands among much else that came with a bundle, as tracing libraries do it',
    },
    fetch: {
      weight: 15,
      when: 'only fetch is replaced, where no new host is named, as programs do that add a proxy or a header to all they send',
    },
    'other-global': { weight: 15, when: 'what is replaced carries nothing from or to anybody' },
  },
  rationale:
    'A module that replaces fetch, a socket or a wallet for the whole process sees what every other part sends, and can change an address on its way; eighteen of the most used packages were turned in this way in September 2025.',
  falsePositives:
    'Polyfills for old engines, proxies set for a whole process, tracing and error reporting. Look whether the original is called with what it was given.',
  baseRate: {
    value: '4 of 170 release pairs replace fetch; nothing else that carries, but in bundles',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: ['https://attack.mitre.org/techniques/T1056/004/', 'https://github.com/advisories/GHSA-8mgj-vmr8-frr6'],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivedEverywhere(step, PATCHED).map((places) => {
        const own = ownNames(subject, step);
        const held = heaviest(step, own, places);
        const found = caseOf(step, own, held);
        return citeFact(held, {
          statement: `${stepLabel(step)} came to replace ${shortened(held.fact.value)} in ${shortened(held.file.path)}, which no release of its line did before`,
          ...(found === null ? {} : { case: found }),
        });
      }),
    );
  },
});

type Case = 'in-a-bundle' | 'fetch' | 'other-global' | null;

/** An innocent place before the others hides nothing. */
function heaviest(step: Step, own: OwnNames, places: readonly [Held, ...Held[]]): Held {
  const found = places.map((held) => ({ held, as: caseOf(step, own, held) }));
  const best = found.find(({ as }) => as === null) ?? found.find(({ as }) => as !== 'in-a-bundle');
  return best?.held ?? places[0];
}

function caseOf(step: Step, own: OwnNames, { file, fact }: Held): Case {
  if (isBundledIn(step, file)) return 'in-a-bundle';
  if (!CARRIES.test(fact.value.slice(0, 200))) return 'other-global';
  if (fact.value !== FETCH || beside(file, fact, ['patched-global'], isTelling) !== null) return null;
  return beside(file, fact, HOSTS.kinds, (other) => isNewHost(step, own, other)) === null ? 'fetch' : null;
}

/** Beside fetch, so that both of what a page sends with are replaced, or a wallet. */
function isTelling({ value }: Fact): boolean {
  return value !== FETCH && CARRIES.test(value.slice(0, 200));
}

function isNewHost(step: Step, own: OwnNames, fact: Fact): boolean {
  const destination = destinationOf(fact);
  if (destination === null || isOrdinary(destination) || isOwnHost(own, destination)) return false;
  return recent(step, HOSTS).has(destination.domain);
}
