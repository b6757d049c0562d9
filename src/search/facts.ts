import { ageDays, instantMs } from '../evidence/time.ts';
import { type PipelineId, type Tier, TIERS } from '../model/candidate.ts';
import { type Depth, DEPTHS } from '../model/depth.ts';
import type { EntryId, RegistryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import type { Group } from './groups.ts';

/** What is shown beside a hit, of all entries of the server together. Strings as received; null is not known. */
export interface Facts {
  readonly registries: readonly RegistryId[];
  readonly ids: readonly EntryId[];
  readonly title: string | null;
  readonly description: string | null;
  readonly brand: IndexedEntry['brand'];
  readonly namespace: string | null;
  /** `none` where no registry knows one and one says so. */
  readonly repository: string | null;
  /** The earliest that any registry gives. */
  readonly publishedAt: string | null;
  readonly ageDays: number | null;
  readonly version: string | null;
  /** What registries call it beside active: `deprecated`, `deleted`. */
  readonly status: string | null;
  readonly transports: readonly string[] | null;
  readonly packages: readonly string[] | null;
  readonly attested: boolean | null;
  readonly fired: readonly FiredTier[];
  readonly gateway: string | null;
  readonly uses: number | null;
  /** The deepest that any of them was seen. */
  readonly depth: Depth;
}

export interface FiredTier {
  readonly pipeline: PipelineId;
  readonly tier: Tier;
  readonly score: number;
  readonly signals: readonly SignalId[];
  readonly entry: EntryId;
}

const PIPELINES = ['lookalike', 'rug-pull'] as const satisfies readonly PipelineId[];

export function factsOf(group: Group, asOf: string): Facts {
  const [first] = group;
  const publishedAt = earliest(group.map((each) => each.publishedAt));
  return {
    registries: [...new Set(group.map(({ registry }) => registry))].toSorted(),
    ids: group.map(({ id }) => id),
    title: firstOf(group, ({ title }) => title),
    description: firstOf(group, ({ description }) => description),
    brand: first.brand ?? group.find(({ brand }) => brand !== null)?.brand ?? null,
    namespace: first.namespace ?? firstOf(group, ({ namespace }) => namespace),
    repository: firstOf(group, ({ repository }) => (repository === 'none' ? null : repository)) ?? noneIn(group),
    publishedAt,
    ageDays: ageDays(publishedAt, asOf),
    version: firstOf(group, ({ version }) => version),
    status: firstOf(group, ({ status }) => (status === 'active' ? null : status)),
    transports: listOf(group, transportsOf),
    packages: listOf(group, ({ packages }) =>
      packages?.map(({ ecosystem, identifier }) => `${ecosystem}:${identifier}`),
    ),
    attested: firstOf(group, ({ attested }) => attested),
    fired: PIPELINES.flatMap((pipeline) => heaviest(group, pipeline)),
    gateway: firstOf(group, ({ gateway }) => gateway),
    uses: firstOf(group, ({ uses }) => uses),
    depth: DEPTHS.findLast((depth) => group.some((each) => each.depth === depth)) ?? first.depth,
  };
}

function noneIn(group: Group): string | null {
  return group.some(({ repository }) => repository === 'none') ? 'none' : null;
}

/** What runs on the user's machine is spoken to over its standard streams. */
function transportsOf({ packages, remotes }: IndexedEntry): readonly string[] | undefined {
  if (packages === null && remotes === null) return undefined;
  return [...((packages ?? []).length > 0 ? ['stdio'] : []), ...(remotes ?? []).map(({ type }) => type)];
}

/** null where none of the entries says. */
function listOf(group: Group, of: (entry: IndexedEntry) => readonly string[] | undefined): readonly string[] | null {
  const said = group.map(of).filter((each) => each !== undefined);
  return said.length === 0 ? null : [...new Set(said.flat())].toSorted();
}

function heaviest(group: Group, pipeline: PipelineId): readonly FiredTier[] {
  const fired = group.flatMap(({ id, tiers }) => {
    const found = tiers[pipeline];
    return found === null ? [] : [{ pipeline, ...found, entry: id }];
  });
  const [worst] = fired.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score);
  if (worst === undefined) return [];
  const { tier, score, fired: signals, entry } = worst;
  return [{ pipeline, tier, score, signals, entry }];
}

function earliest(times: readonly (string | null)[]): string | null {
  const known = times.flatMap((text) => {
    const ms = instantMs(text);
    return text === null || ms === null ? [] : [{ text, ms }];
  });
  return known.toSorted((a, b) => a.ms - b.ms)[0]?.text ?? null;
}

function firstOf<Value>(group: Group, of: (entry: IndexedEntry) => Value | null): Value | null {
  for (const entry of group) {
    const value = of(entry);
    if (value !== null) return value;
  }
  return null;
}
