import { type PipelineId, type Tier, TIERS } from '../model/candidate.ts';
import { type Depth, DEPTHS } from '../model/depth.ts';
import type { EntryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';
import { type Corpus, lookedIn } from './corpus.ts';
import { type Share, share } from './interval.ts';
import { isFirst, isRaised } from './scored.ts';

/** What a reader has to read: candidates of one tier for each 20,000 entries. */
export interface DensityRow {
  readonly pipeline: PipelineId;
  readonly tier: Tier;
  readonly candidates: number;
  readonly per20000: number;
  readonly low: number;
  readonly high: number;
}

const ENTRIES = 20_000;

export function densityOf({ pipeline, candidates }: Corpus, entries: number): readonly DensityRow[] {
  return TIERS.map((tier) => {
    const found = share(candidates.filter((each) => each.tier === tier).length, entries);
    return {
      pipeline,
      tier,
      candidates: found.hits,
      per20000: entries === 0 ? 0 : (ENTRIES * found.hits) / entries,
      low: ENTRIES * found.low,
      high: ENTRIES * found.high,
    };
  });
}

/** Where a band begins; it ends where the next one does. */
export const BANDS = [0, 10, 25, 40, 60, 85] as const;

export interface ScoresRow {
  readonly pipeline: PipelineId;
  readonly depth: Depth;
  /** Entries at which something could look. */
  readonly looked: number;
  /** Of these, those in which nothing fired. */
  readonly silent: number;
  /** Candidates by band, as many as BANDS. */
  readonly bands: readonly number[];
  readonly highest: number | null;
}

export function scoresByDepth({ pipeline, looked, candidates }: Corpus): readonly ScoresRow[] {
  return DEPTHS.map((depth) => {
    const scores = candidates.filter((each) => each.depth === depth).map(({ score }) => score);
    return {
      pipeline,
      depth,
      looked: looked[depth],
      silent: looked[depth] - scores.length,
      bands: BANDS.map(
        (from, at) => scores.filter((score) => score >= from && score < (BANDS[at + 1] ?? Infinity)).length,
      ),
      highest: scores.length === 0 ? null : Math.max(...scores),
    };
  });
}

export interface AlarmRow {
  readonly corpus: string;
  readonly pipeline: PipelineId;
  readonly raised: Share;
  readonly first: Share;
  /** Of the raised ones the first, in rank order. */
  readonly examples: readonly { readonly id: EntryId; readonly score: number; readonly fired: readonly SignalId[] }[];
}

const MOST_EXAMPLES = 20;

/** Of entries that nobody has anything against, those that a reader would have been sent to. */
export function alarmsOn(corpus: string, judged: Pick<Corpus, 'pipeline' | 'candidates' | 'looked'>): AlarmRow {
  const of = lookedIn(judged);
  const raised = judged.candidates.filter(isRaised);
  return {
    corpus,
    pipeline: judged.pipeline,
    raised: share(raised.length, of),
    first: share(raised.filter(isFirst).length, of),
    examples: raised
      .slice(0, MOST_EXAMPLES)
      .map(({ id, score, fired }) => ({ id, score, fired: fired.map(({ signal }) => signal) })),
  };
}
