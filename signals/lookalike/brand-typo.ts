import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal } from '../../src/signal.ts';
import { numberOf } from '../../src/text/number-of.ts';

/** A word one slip away from a brand: at most one edit for six letters, or two neighbouring letters swapped. */
export const brandTypo = defineSignal({
  id: 'lookalike/brand-typo',
  title: 'Has a word one slip away from a brand',
  family: 'N',
  needs: 'name',
  weight: 20,
  rationale: 'A mistyped name leads here instead of nowhere, for as long as somebody holds it.',
  falsePositives:
    'Ordinary words and products of their own. What was met so far is excluded as data, in dictionary.json.',
  baseRate: { value: '0.04 %', population: 'official registry, 9,554 entries', date: '2026-05-23' },
  references: ['https://github.com/rustfoundation/typomania'],

  detect(subject, { view }: LookalikeContext) {
    const { names, notOwned } = view(subject);
    return names.flatMap((seen) =>
      notOwned(seen.reading.typos).map(({ alias, written, brand, edits }) =>
        cite(seen.place, seen.at, {
          statement: `The ${seen.kind} had "${written}", ${numberOf(edits, 'edit')} away from "${alias}" of ${brand.name}`,
          observed: seen.text,
          expected: alias,
        }),
      ),
    );
  },
});
