import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Linear and bounded: at most 600 characters are read, and no part repeats. */
const MAX_CHARACTERS = 600;
const SAYS_SO =
  /\b(?:un-?official|non-?official|not (?:an )?official|community[- ](?:built|driven|edition|led|maintained|made|mcp|project|server|supported)|not (?:officially )?(?:affiliated|associated|endorsed)|third[- ]party)\b/i;

/** Says of itself that the brand has nothing to do with it. */
export const saysUnofficial = defineSignal({
  id: 'lookalike/says-unofficial',
  title: 'Says that it is not the vendor’s',
  role: 'clears',
  family: 'C',
  needs: 'metadata',
  weight: 8,
  rationale: 'An imitation gains nothing by saying that it is one; a community connector often says so.',
  falsePositives: 'Words cost nothing, which is why this clears little.',
  baseRate: { value: '0.3 %', population: 'official registry, 9,554 entries', date: '2026-05-23' },
  references: ['official registry, index of 2026-06-12: 53 of 11,978 descriptions say so'],

  detect({ entry, record }, _context: LookalikeContext) {
    const { description, title, place, at } = record;
    const said = SAYS_SO.exec(description?.slice(0, MAX_CHARACTERS) ?? '')?.[0];
    if (said !== undefined && at.description !== undefined) {
      return [cite(place, at.description, { statement: `The description said "${said}"`, observed: description })];
    }
    const [inTitle] = SAYS_SO.exec((title ?? '').slice(0, MAX_CHARACTERS)) ?? [];
    if (inTitle !== undefined && at.title !== undefined) {
      return [cite(place, at.title, { statement: `The title said "${inTitle}"`, observed: title })];
    }
    const [inName] = SAYS_SO.exec(entry.leaf.slice(0, MAX_CHARACTERS)) ?? [];
    if (inName !== undefined)
      return [cite(entry.place, '', { statement: `The name said "${inName}"`, observed: entry.leaf })];
    return description === null ? unseen('the registry does not show a description') : [];
  },
});
