import { arrivals, type Arrival, type Trait } from '../../src/evidence/source-arrivals.ts';
import { acrossReleases, citeFact, stepLabel } from '../../src/evidence/source-looked.ts';
import { shortened } from '../../src/evidence/history.ts';
import { isInstalled, runs } from '../../src/evidence/source-steps.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { destinationOf, isOwnHost, type Destination } from './known-hosts.ts';
import { ownNames, type OwnNames } from './own-names.ts';

/** An address is known wherever it received before, by whatever key; settings that a program loads are as good as its code. */
const RECIPIENTS: Trait = {
  kinds: ['recipient'],
  counts: isInstalled,
  identity: ({ value }) => value.trim().toLowerCase(),
};

/**
 * A constant address among the recipients of a message, which no release of the line had.
 *
 * Constants alone: an address that a user or the environment gives is no fact. Addresses reserved for examples lead nowhere.
 */
export const recipientLiteralAdded = defineSignal({
  id: 'rug-pull/recipient-literal-added',
  title: 'Hard-coded recipient appears in what is sent',
  family: 'B',
  needs: 'source',
  weight: 70,
  cases: {
    'in-data': { weight: 40, when: 'it stands in data, which may be what is sent or an example of it' },
    'own-domain': { weight: 30, when: "the address lies under a domain of the package's own" },
  },
  rationale:
    'What a server sends goes to whom the user names; an address written into the code receives a copy of everything, and nothing else about the release needs to change: one added line of this kind is the best known incident of this field.',
  falsePositives:
    'Feedback or crash reports that go to the maintainers, and presets of a test account. Read who owns the address and whether the user is told of it.',
  baseRate: {
    value: '0 of 170 release pairs',
    population: '170 pairs of archives of 25 popular MCP packages on npm',
    date: '2026-11-21',
  },
  references: [
    'https://osv.dev/vulnerability/MAL-2025-47604',
    'https://postmarkapp.com/blog/information-regarding-malicious-postmark-mcp-package',
  ],

  detect(subject, _context: RugPullContext) {
    return acrossReleases(subject, { read: 'files', looksAt: 'compared' }, (step) =>
      arrivals(step, RECIPIENTS).flatMap((arrival) => evidence(ownNames(subject, step), arrival)),
    );
  },
});

function evidence(own: OwnNames, arrival: Arrival): readonly Evidence[] {
  const { step, file, fact } = arrival;
  const destination = leadsTo(fact.value);
  if (destination === 'nowhere') return [];
  const isOwn = destination !== null && destination.kind === 'other' && isOwnHost(own, destination);
  return [
    citeFact(arrival, {
      statement: `${stepLabel(step)} came to send to the constant address ${shortened(fact.value)} (${shortened(fact.by)}), which no earlier release did`,
      ...(isOwn ? { case: 'own-domain' } : runs(file) ? {} : { case: 'in-data' }),
    }),
  ];
}

/** The host behind a mail address or webhook; null for numbers and chats, which have none. */
function leadsTo(value: string): Destination | null | 'nowhere' {
  const at = value.includes('://') ? -1 : value.lastIndexOf('@');
  const written = value.slice(at + 1).replace(/[>?].*$/s, '');
  if (!written.includes('.')) return null;
  return destinationOf({ kind: 'address', value: written }) ?? 'nowhere';
}
