import { z } from 'zod';
import { TIERS } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import { share } from './interval.ts';
import { SignalIdText } from './labels.ts';
import { isFirst, isRaised } from './scored.ts';
import type { AlarmRow } from './spread.ts';

const isEntryId = (text: string): text is EntryId => /^[a-z-]{1,40}:./s.test(text);

/**
 * `release-pairs.json`: answers about real releases that were asked for at their registry once, since an evaluation opens nothing.
 * `read`: of the pairs those whose release history could be read, which the others are no part of.
 */
export const ReleasePairs = z.object({
  date: z.iso.date(),
  tool: z.string().min(1).max(100),
  read: z.int().min(0),
  pairs: z
    .array(
      z.object({
        /** `npm:NAME@VERSION`. */
        id: z.string().max(4_096).refine(isEntryId, { error: 'is not an entry’s id' }),
        before: z.string().max(300),
        /** null: nothing fired. */
        tier: z.enum(TIERS).nullable(),
        score: z.number().min(0).max(100),
        fired: z.array(SignalIdText).max(200),
      }),
    )
    .max(100_000),
});

const MOST_EXAMPLES = 20;

/** The answers as false alarms; with their date and tool, since they are not of this run. */
export function alarmsOnReleases({ date, tool, read, pairs }: z.infer<typeof ReleasePairs>): AlarmRow {
  const raised = pairs.filter(isRaised).toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const of = Math.max(read, raised.length);
  return {
    corpus: `real releases known to be honest, as ${tool} answered on ${date}`,
    pipeline: 'rug-pull',
    raised: share(raised.length, of),
    first: share(raised.filter(isFirst).length, of),
    examples: raised.slice(0, MOST_EXAMPLES).map(({ id, score, fired }) => ({ id, score, fired })),
  };
}
