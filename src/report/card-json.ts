import type { Card } from '../card/card.ts';
import { inertJson } from '../text/inert.ts';

/** The card for programs: schemas/card.schema.json. What cannot be seen is escaped, and the values are as received. */
export function renderCardJson(card: Card): string {
  return inertJson(card, 1);
}
