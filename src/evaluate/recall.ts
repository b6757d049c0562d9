import type { PipelineId } from '../model/candidate.ts';
import type { SignalId } from '../model/finding.ts';
import { type Share, share } from './interval.ts';
import { isFirst, isIntel, isRaised, type Scored, without } from './scored.ts';

/** A labelled positive and what became of it; null where nothing fired or nothing could look. */
export interface Answered {
  readonly id: string;
  readonly campaign: string;
  readonly expects: readonly SignalId[];
  /** Of these, those that could not look, which is not the same as having looked and found nothing. */
  readonly unseen: readonly SignalId[];
  readonly found: Scored | null;
}

export interface Rates {
  /** Every signal that the label expects fired; null where labels name none. */
  readonly asExpected: Share | null;
  /** `review` or `review-first`, over packages (micro). */
  readonly raised: Share;
  readonly first: Share;
  /** The mean of the shares of campaigns (macro), 0 to 1; null without any. */
  readonly raisedOverCampaigns: number | null;
  readonly firstOverCampaigns: number | null;
}

export interface CampaignRow {
  readonly campaign: string;
  readonly cases: number;
  /** By signals that detect, without any list. */
  readonly raised: number;
  readonly first: number;
  /** With lists of known records; null where none was used. */
  readonly raisedWithLists: number | null;
}

export interface Recall {
  /** Which labels. */
  readonly labels: string;
  readonly pipeline: PipelineId;
  readonly cases: number;
  readonly campaigns: number;
  /** Cases that only a list or a registry's own takedown can show: they are not part of `detected`. */
  readonly knownOnly: number;
  /** Signals alone: what matches a list of known records is taken out. */
  readonly detected: Rates;
  /** The same with lists; null where none was used. Not to be compared with other detectors. */
  readonly withLists: Rates | null;
  readonly byCampaign: readonly CampaignRow[];
  /** Cases that were not raised without lists, the most suspected first. */
  readonly missed: readonly Missed[];
}

export interface Missed {
  readonly id: string;
  readonly campaign: string;
  readonly tier: string | null;
  readonly score: number;
  /** Expected, looked, and found nothing. */
  readonly silent: readonly SignalId[];
  /** Expected and could not look. */
  readonly unseen: readonly SignalId[];
}

export function recallOf(
  about: Pick<Recall, 'labels' | 'pipeline'> & { readonly lists: boolean },
  cases: readonly Answered[],
): Recall {
  const { labels, pipeline, lists } = about;
  const detectable = cases.filter((each) => !isKnownOnly(each)).map(withoutLists);
  return {
    labels,
    pipeline,
    cases: cases.length,
    campaigns: new Set(cases.map(({ campaign }) => campaign)).size,
    knownOnly: cases.length - detectable.length,
    detected: rates(detectable),
    withLists: lists ? rates(cases) : null,
    byCampaign: [...Map.groupBy(cases, ({ campaign }) => campaign)].map(([campaign, those]) =>
      campaignRow(campaign, those, lists),
    ),
    missed: detectable
      .filter(({ found }) => !isRaised(found))
      .map(missedOf)
      .toSorted(byScore),
  };
}

/** Only a list or a registry's own takedown can show it. */
export function isKnownOnly({ expects }: Pick<Answered, 'expects'>): boolean {
  return expects.length > 0 && expects.every(isIntel);
}

function withoutLists(each: Answered): Answered {
  return { ...each, found: each.found === null ? null : without(each.found, isIntel) };
}

function rates(cases: readonly Answered[]): Rates {
  const expecting = cases.filter(({ expects }) => expects.length > 0);
  const count = (is: (found: Scored | null) => boolean) => cases.filter(({ found }) => is(found)).length;
  return {
    asExpected:
      expecting.length === 0
        ? null
        : share(expecting.filter((each) => notFired(each).length === 0).length, expecting.length),
    raised: share(count(isRaised), cases.length),
    first: share(count(isFirst), cases.length),
    raisedOverCampaigns: overCampaigns(cases, isRaised),
    firstOverCampaigns: overCampaigns(cases, isFirst),
  };
}

/** So that a campaign of many packages weighs no more than one of a single package. */
export function overCampaigns(
  cases: readonly Pick<Answered, 'campaign' | 'found'>[],
  is: (found: Scored | null) => boolean,
): number | null {
  const campaigns = [...Map.groupBy(cases, ({ campaign }) => campaign).values()];
  if (campaigns.length === 0) return null;
  const sum = campaigns.reduce((all, those) => all + those.filter(({ found }) => is(found)).length / those.length, 0);
  return sum / campaigns.length;
}

function campaignRow(campaign: string, those: readonly Answered[], lists: boolean): CampaignRow {
  const alone = those.map(withoutLists);
  return {
    campaign,
    cases: those.length,
    raised: alone.filter(({ found }) => isRaised(found)).length,
    first: alone.filter(({ found }) => isFirst(found)).length,
    raisedWithLists: lists ? those.filter(({ found }) => isRaised(found)).length : null,
  };
}

function notFired({ expects, found }: Answered): readonly SignalId[] {
  const fired = new Set(found?.fired.map(({ signal }) => signal));
  return expects.filter((signal) => !isIntel(signal) && !fired.has(signal));
}

function missedOf(each: Answered): Missed {
  const { id, campaign, found, unseen } = each;
  const silent = notFired(each).filter((signal) => !unseen.includes(signal));
  return { id, campaign, tier: found?.tier ?? null, score: found?.score ?? 0, silent, unseen };
}

function byScore(a: Missed, b: Missed): number {
  return b.score - a.score || (a.id < b.id ? -1 : Number(a.id > b.id));
}
