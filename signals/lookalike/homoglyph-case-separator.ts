import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { LookalikeContext, SeenName, View } from '../../src/pipelines/lookalike.ts';
import { defineSignal } from '../../src/signal.ts';

/**
 * A protected name in other characters, with other separators, or in other letter case.
 *
 * Characters are compared by UTS #39 skeletons. Who publishes it need not be known: no vendor writes its own name so.
 */
export const homoglyphCaseSeparator = defineSignal({
  id: 'lookalike/homoglyph-case-separator',
  title: 'Reads like a protected name and is written otherwise',
  family: 'N',
  needs: 'name',
  weight: 45,
  cases: {
    separator: { weight: 20, when: 'only separators differ' },
    case: { weight: 10, when: 'only letter case differs' },
  },
  rationale: 'A reader, and a model that copies what it reads, cannot tell the two names apart.',
  falsePositives:
    'Names divided where the brand’s is not (`big-query`), and repositories that write packages in capitals.',
  baseRate: {
    value: '0 of 9,554; 10 of 13,455',
    population: 'names of the official registry; of mcp.so (2025-08)',
    date: '2026-05-23',
  },
  references: ['https://www.unicode.org/reports/tr39/'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    return [
      ...view.names.flatMap((seen) => byLook(seen, view)),
      ...view.names.flatMap((seen) => byDivision(seen, view)),
      ...view.names.flatMap((seen) => bySpelling(seen, view, context)),
    ];
  },
});

const NONE: readonly Evidence[] = [];

function byLook(seen: SeenName, view: View): readonly Evidence[] {
  const { lookingLike } = seen.reading;
  if (lookingLike.length === 0) return NONE;
  return view.notOwned(lookingLike).map(({ alias, written, brand }) =>
    cite(seen.place, seen.at, {
      statement: `The ${seen.kind} had "${written}", which looks like "${alias}" of ${brand.name} and is not the same characters`,
      observed: seen.text,
      expected: alias,
    }),
  );
}

function byDivision(seen: SeenName, view: View): readonly Evidence[] {
  const { divided } = seen.reading;
  if (seen.kind === 'title' || divided.length === 0) return NONE;
  return view.notOwned(divided).map(({ alias, written, brand }) =>
    cite(seen.place, seen.at, {
      statement: `The ${seen.kind} had "${written}", which without separators is "${alias}" of ${brand.name}`,
      observed: seen.text,
      expected: alias,
      case: 'separator',
    }),
  );
}

function bySpelling(seen: SeenName, view: View, { names }: LookalikeContext): readonly Evidence[] {
  if (seen.kind === 'title') return NONE;
  const protectedName = names.respelled(seen.text).find(({ brand }) => !view.owners.includes(brand));
  if (protectedName === undefined) return NONE;
  const differs = seen.text.toLowerCase() === protectedName.name.toLowerCase() ? 'case' : 'separator';
  return [
    cite(seen.place, seen.at, {
      statement: `The ${seen.kind} differed only by ${differs} from ${protectedName.brand.name}'s ${protectedName.of}`,
      observed: seen.text,
      expected: protectedName.name,
      case: differs,
    }),
  ];
}
