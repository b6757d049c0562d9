import type { PipelineId } from '../model/candidate.ts';
import type { SignalId } from '../model/finding.ts';
import type { SignalDeclaration } from '../signal.ts';
import type { Corpus } from './corpus.ts';
import { type Answered, overCampaigns } from './recall.ts';
import { isIntel, isRaised, type Scored, without } from './scored.ts';

/** What goes when one signal is taken out, all others staying as they are. */
export interface AblationRow {
  readonly pipeline: PipelineId;
  readonly signal: SignalId;
  readonly role: SignalDeclaration['role'];
  /** Positives that are raised with it and not without; below 0 where a clearing signal held some back. */
  readonly positivesLost: number;
  /** The same as a share of recall over campaigns, 0 to 1. */
  readonly recallLost: number;
  /** Ordinary entries that are raised with it and not without: what its finds cost readers. */
  readonly ordinaryLost: number;
}

/** Every signal whose absence changes anything, those that add most recall first. Lists of known records are left out throughout. */
export function ablationOf(
  { pipeline, signals, candidates }: Corpus,
  positives: readonly Answered[],
): readonly AblationRow[] {
  const recall = (isOut: (signal: SignalId) => boolean) => {
    const left = positives.map((each) => ({ ...each, found: leftOf(each.found, isOut) }));
    return {
      raised: left.filter(({ found }) => isRaised(found)).length,
      macro: overCampaigns(left, isRaised) ?? 0,
    };
  };
  const all = recall(isIntel);
  return signals
    .filter(({ id, role }) => role !== 'fact' && !isIntel(id))
    .map(({ id, role }) => {
      const isOut = (signal: SignalId) => signal === id || isIntel(signal);
      const left = recall(isOut);
      const touched = candidates.filter((each) => has(each, id));
      return {
        pipeline,
        signal: id,
        role,
        positivesLost: all.raised - left.raised,
        recallLost: all.macro - left.macro,
        ordinaryLost: raisedOf(touched, isIntel) - raisedOf(touched, isOut),
      };
    })
    .filter(({ positivesLost, ordinaryLost }) => positivesLost !== 0 || ordinaryLost !== 0)
    .toSorted(
      (a, b) => b.recallLost - a.recallLost || b.ordinaryLost - a.ordinaryLost || (a.signal < b.signal ? -1 : 1),
    );
}

function raisedOf(candidates: readonly Scored[], isOut: (signal: SignalId) => boolean): number {
  return candidates.filter((each) => isRaised(leftOf(each, isOut))).length;
}

function has({ fired, cleared }: Scored, id: SignalId): boolean {
  return fired.some(({ signal }) => signal === id) || cleared.some(({ signal }) => signal === id);
}

function leftOf(found: Scored | null, isOut: (signal: SignalId) => boolean): Scored | null {
  return found === null ? null : without(found, isOut);
}
