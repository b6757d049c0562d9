import type { z } from 'zod';
import type { Subject } from '../model/subject.ts';
import type { Corpus } from './corpus.ts';
import {
  type Brands,
  communityServers,
  type CommunityServer,
  type Disclosed,
  disclosedPackages,
  type DisclosedPackage,
  happenedBy,
  type Unofficial,
  vendorServers,
} from './ground-truth.ts';
import { corpusFrom, type Judge, judged } from './judge.ts';
import { type Answered, type Recall, recallOf } from './recall.ts';
import { alarmsOnReleases, type ReleasePairs } from './release-pairs.ts';
import type { Scored } from './scored.ts';
import { type AlarmRow, alarmsOn } from './spread.ts';

/** The files of a folder of labels; null for those that are not there. */
export interface GroundTruth {
  readonly disclosed: z.infer<typeof Disclosed> | null;
  readonly unofficial: z.infer<typeof Unofficial> | null;
  readonly brands: z.infer<typeof Brands> | null;
  readonly releases: z.infer<typeof ReleasePairs> | null;
}

interface Asked {
  /** The lookalike pipeline among the entries of a snapshot. */
  readonly judge: Judge;
  readonly snapshot: Corpus;
  readonly day: string | null;
  readonly lists: boolean;
}

/** What names alone show of disclosed packages, what lists add, and what honest namesakes raise. */
export function onGroundTruth(
  { disclosed, unofficial, brands, releases }: GroundTruth,
  asked: Asked,
): { readonly recall: readonly Recall[]; readonly alarms: readonly AlarmRow[] } {
  return {
    recall: disclosed === null ? [] : recallOn(disclosedPackages(disclosed), asked),
    alarms: [
      ...(unofficial === null ? [] : [alarmsOn('community servers named after brands', worstOf(unofficial, asked))]),
      ...(brands === null ? [] : [alarmsOn('vendors’ own servers', corpusFrom(asked.judge, vendorServers(brands)))]),
      ...(releases === null ? [] : [alarmsOnReleases(releases)]),
    ],
  };
}

function recallOn(packages: readonly DisclosedPackage[], asked: Asked): readonly Recall[] {
  const happened = packages.filter((each) => happenedBy(each, asked.day));
  const sets = [
    {
      labels: 'disclosed imitations of MCP servers, by name',
      of: happened.filter((each) => each.imitates === 'an MCP server'),
    },
    { labels: 'disclosed as made for harm or canaries, by name', of: happened.filter((each) => each.isLookalikeTruth) },
    { labels: 'all disclosed packages, by name', of: happened },
  ];
  return sets
    .filter(({ of }) => of.length > 0)
    .map(({ labels, of }) =>
      recallOf({ labels, pipeline: asked.judge.pipeline, lists: asked.lists }, answersTo(of, asked)),
    );
}

/** Signals see the name alone; only lists are told which release it was. */
function answersTo(packages: readonly DisclosedPackage[], { judge, lists }: Asked): readonly Answered[] {
  const assessor = judge.assessor();
  return packages.map(({ name, campaign, subject, listed }) => {
    const byName = judged(assessor, subject);
    const known = lists ? knownOf(judged(assessor, listed)) : null;
    return { id: name, campaign, expects: [], unseen: [], found: joined(byName, known) };
  });
}

/** Of what fired, matches with lists alone. */
function knownOf(found: Scored | null): Scored | null {
  const fired = found?.fired.filter(({ signal }) => signal === 'intel/known-malicious') ?? [];
  return found === null || fired.length === 0 ? null : { ...found, fired };
}

function joined(byName: Scored | null, known: Scored | null): Scored | null {
  if (byName === null || known === null) return byName ?? known;
  return {
    ...byName,
    fired: [...byName.fired, ...known.fired],
    tier: known.tier,
    score: Math.max(known.score, byName.score),
  };
}

/** Each server once, with the worst that it came to: by name alone, by its label, and as the snapshot has it. */
function worstOf(unofficial: z.infer<typeof Unofficial>, { judge, snapshot }: Asked): Corpus {
  const servers = communityServers(unofficial);
  const assessor = judge.assessor();
  const listed = new Map(snapshot.candidates.map((each) => [each.id, each]));
  const worst = (server: CommunityServer) =>
    [
      ...server.subjects.map((subject: Subject) => judged(assessor, subject)),
      listed.get(`official:${server.id}`) ?? null,
    ]
      .filter((each) => each !== null)
      .toSorted((a, b) => b.score - a.score)[0];
  return {
    pipeline: judge.pipeline,
    signals: judge.signals,
    outcomes: assessor.outcomes,
    looked: { name: 0, metadata: servers.length, package: 0, source: 0 },
    candidates: servers.flatMap((server) => worst(server) ?? []),
  };
}
