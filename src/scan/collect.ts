import { TIERS, type Assessment, type Candidate, type PipelineId, type Tier } from '../model/candidate.ts';
import type { Depth } from '../model/depth.ts';
import type { RegistryId } from '../model/entry.ts';
import type { RegistryCounts } from '../report/report.ts';
import { byRank, rankKey, type RankKey } from '../scoring/rank.ts';

/** Lines kept outside of memory: written once, read back by where they stand. */
export interface LineStore {
  append(line: string): number;
  read(position: number): string;
}

/** Gathers one pipeline's assessments: rank keys in memory, bodies in the line store. */
export interface Collector {
  /** Counts an entry at the depth at which it was looked at; null where no signal could look at it. */
  count(registry: RegistryId, depth: Depth | null): void;
  add(assessment: Assessment): void;
  counts(): Record<Tier, number>;
  byRegistry(): readonly RegistryCounts[];
  /** In rank order; sorts when first asked. */
  candidates(): Iterable<Candidate>;
}

export function collector(pipeline: PipelineId, lines: LineStore): Collector {
  const found: (RankKey & { position: number })[] = [];
  const rows = new Map<RegistryId, { byDepth: Record<Depth, number>; byTier: Record<Tier, number> }>();
  const row = (registry: RegistryId) => {
    const known = rows.get(registry) ?? {
      byDepth: { name: 0, metadata: 0, package: 0, source: 0 },
      byTier: noneYet(),
    };
    rows.set(registry, known);
    return known;
  };
  return {
    count(registry, depth) {
      const { byDepth } = row(registry);
      if (depth !== null) byDepth[depth] += 1;
    },
    add(assessment) {
      row(assessment.entry.registry).byTier[assessment.tier] += 1;
      found.push({ ...rankKey(assessment), position: lines.append(JSON.stringify(assessment)) });
    },
    counts: () => tally(found),
    byRegistry: () =>
      [...rows].map(([registry, { byDepth, byTier }]) => ({
        registry,
        looked: byDepth.name + byDepth.metadata + byDepth.package + byDepth.source,
        lookedByDepth: byDepth,
        byTier,
      })),
    candidates() {
      found.sort(byRank);
      return ranked(pipeline, found, lines);
    },
  };
}

function ranked(pipeline: PipelineId, found: readonly { position: number }[], lines: LineStore): Iterable<Candidate> {
  return {
    *[Symbol.iterator]() {
      for (const [index, { position }] of found.entries()) {
        const assessment: Assessment = JSON.parse(lines.read(position));
        yield { rank: index + 1, pipeline, ...assessment };
      }
    },
  };
}

function tally(found: readonly RankKey[]): Record<Tier, number> {
  const counts = noneYet();
  for (const { tier } of found) {
    const name = TIERS[tier];
    if (name !== undefined) counts[name] += 1;
  }
  return counts;
}

function noneYet(): Record<Tier, number> {
  return { 'review-first': 0, review: 0, watch: 0, noted: 0 };
}
