import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MAX_CHARACTERS = 2_000;
/** Linear: every repetition is bounded, and none is inside another. "No API key needed" is another thing and does not match. */
const SAYS_SO = [
  /\b(?:keys?|tokens?|credentials|secrets) (?:are |is )?(?:securely |safely )?(?:stored|encrypted|managed|vaulted)\b(?: (?:for you|by us|server[- ]side|at rest))?/i,
  /\b(?:keys?|tokens?|credentials|secrets) (?:are |is )?(?:held|kept|handled) (?:for you|by us|server[- ]side|in the cloud)\b/i,
  /\bmanaged (?:auth|oauth|authentication|authorization|credentials|keys|tokens)\b/i,
  /\b(?:you |users )?(?:do not|don['’]t|never|no need to|without having to) (?:need to |have to )?(?:manage|handle|store) (?:your |any |api |own |the ){0,3}(?:keys?|tokens?|credentials|secrets)\b/i,
  /\bwe (?:store|manage|encrypt|handle|keep) (?:your |all |the |api ){0,3}(?:keys?|tokens?|credentials|secrets)\b/i,
];

/** Its text says that keys stay with whoever runs it. */
export const serverSideKeys = defineSignal({
  id: 'gateway/server-side-keys',
  title: 'Says that it keeps the keys',
  role: 'fact',
  family: 'C',
  needs: 'metadata',
  weight: 0,
  rationale: 'Keys that are kept for a user are kept somewhere, and no record shows where or who reads them.',
  falsePositives: 'Programs that say so of the user’s own machine.',
  baseRate: { value: '1 of 9,554 servers', population: 'official registry', date: '2026-05-23' },
  references: ['signals/data/gateways.json'],

  detect({ record }, _context: GatewayContext) {
    const { description, place, at } = record;
    if (description === null || at.description === undefined) return unseen('the registry has no description of it');
    const start = description.slice(0, MAX_CHARACTERS);
    const said = SAYS_SO.map((form) => form.exec(start)?.[0]).find((found) => found !== undefined);
    if (said === undefined) return [];
    return [cite(place, at.description, { statement: `The description said "${said}"`, observed: description })];
  },
});
