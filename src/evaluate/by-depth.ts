import type { PipelineId } from '../model/candidate.ts';
import { type Depth, DEPTHS } from '../model/depth.ts';
import type { SignalId } from '../model/finding.ts';
import type { Subject } from '../model/subject.ts';
import { score } from '../scoring/score.ts';
import { TIER_THRESHOLDS } from '../scoring/tiers.ts';
import { heaviest } from '../signal.ts';
import { type Share, share } from './interval.ts';
import { type Judge, judged } from './judge.ts';
import { isKnownOnly, overCampaigns } from './recall.ts';
import { isFirst, isIntel, isRaised, type Scored, without } from './scored.ts';

/** A labelled positive and the entry it is about; undefined where the snapshot has no such entry. */
export interface LabelledCase {
  readonly id: string;
  readonly campaign: string;
  readonly expects: readonly SignalId[];
  readonly subject: Subject | undefined;
}

/** What signals alone raise of the labelled positives when nothing deeper is known of them. */
export interface DepthRow {
  readonly pipeline: PipelineId;
  readonly depth: Depth;
  /** Cases that the snapshot shows at least so deep. */
  readonly seen: number;
  readonly raised: Share;
  readonly first: Share;
  /** The mean of the shares of campaigns (macro), 0 to 1; null without any. */
  readonly raisedOverCampaigns: number | null;
  /** The most that could be raised of the cases whose label names signals; null where none does. */
  readonly attainable: Share | null;
}

interface AtDepth {
  readonly campaign: string;
  readonly found: Scored | null;
  /** null where the label names no signal: nothing then says what could fire. */
  readonly isAttainable: boolean | null;
}

/**
 * One row a depth, the shallowest first; [] without cases. Only the labelled entry is made shallow: what is known of the others,
 * which it is compared with, stays.
 *
 * Attainable: raised, or raised if of the signals that the label names all that could look there fired with their largest weight.
 */
export function recallByDepth(judge: Judge, all: readonly LabelledCase[]): readonly DepthRow[] {
  const cases = all.filter((each) => !isKnownOnly(each));
  if (cases.length === 0) return [];
  const named = cases.filter(({ expects }) => expects.length > 0).length;
  return DEPTHS.map((depth) => {
    const found = cases.map((each) => atDepth(judge, each, depth));
    const [raised, first] = [found.filter((each) => isRaised(each.found)), found.filter((each) => isFirst(each.found))];
    const attainable = found.filter(({ isAttainable }) => isAttainable === true);
    return {
      pipeline: judge.pipeline,
      depth,
      seen: cases.filter(({ subject }) => subject !== undefined && isAsDeep(subject.depth, depth)).length,
      raised: share(raised.length, cases.length),
      first: share(first.length, cases.length),
      raisedOverCampaigns: overCampaigns(found, isRaised),
      attainable: named === 0 ? null : share(attainable.length, named),
    };
  });
}

/** The entry as one sees it who looks no deeper; the same entry where it was never seen so deep. */
export function noDeeperThan(subject: Subject, depth: Depth): Subject {
  if (isAsDeep(depth, subject.depth)) return subject;
  const { entry, notRead } = subject;
  if (depth === 'name' || !('record' in subject)) return { depth: 'name', entry, notRead };
  const { record, earlier } = subject;
  if (depth === 'metadata' || !('packuments' in subject)) {
    return { depth: 'metadata', entry, notRead, record, earlier };
  }
  return { depth: 'package', entry, notRead, record, earlier, packuments: subject.packuments };
}

function atDepth(judge: Judge, { campaign, expects, subject }: LabelledCase, depth: Depth): AtDepth {
  const isNamed = expects.length > 0;
  if (subject === undefined) return { campaign, found: null, isAttainable: isNamed ? false : null };
  const shallow = noDeeperThan(subject, depth);
  // One of its own, since its outcomes are then those of this entry.
  const assessor = judge.assessor();
  const whole = judged(assessor, shallow);
  const found = whole === null ? null : without(whole, isIntel);
  const couldFire = judge.signals.filter(
    ({ id, role }) =>
      role === 'incriminates' && !isIntel(id) && expects.includes(id) && assessor.outcomes.get(id)?.unseen === 0,
  );
  const most = couldFire.map((signal) => ({ family: signal.family, weight: heaviest(signal) }));
  const reach = most.length === 0 ? 0 : score(shallow.depth, most, []);
  return { campaign, found, isAttainable: isNamed ? isRaised(found) || reach >= TIER_THRESHOLDS.review : null };
}

function isAsDeep(one: Depth, other: Depth): boolean {
  return DEPTHS.indexOf(one) >= DEPTHS.indexOf(other);
}
