import type { Json } from '../model/place.ts';
import type { Check, CheckId } from './checks.ts';

export function holds(id: CheckId, said: string, facts: Json): Check {
  return { id, outcome: 'holds', contradicts: false, said, facts };
}

export function doesNotHold(id: CheckId, said: string, facts: Json): Check {
  return { id, outcome: 'does-not-hold', contradicts: false, said, facts };
}

export function contradicts(id: CheckId, said: string, facts: Json): Check {
  return { id, outcome: 'does-not-hold', contradicts: true, said, facts };
}

export function unseen(id: CheckId, said: string, facts: Json = null): Check {
  return { id, outcome: 'unseen', contradicts: false, said, facts };
}
