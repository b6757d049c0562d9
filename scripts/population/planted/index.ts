/** The planted cases: every pattern with its instances, by the registry they stand in. */
import type { RegistryId } from '../../../src/model/entry.ts';
import type { Label } from '../labels.ts';
import type { Server } from '../model.ts';
import { stream, pick } from '../random.ts';
import type { PackageHistory } from '../releases.ts';
import { PLACES, SYLLABLES, TRADES } from '../words.ts';
import { type Bench, type Case, entryId, type Pattern } from './bench.ts';
import type { PackageFeed } from '../../cases/feed.ts';
import { lookalikeClaims } from './lookalike-claims.ts';
import { lookalikeNames } from './lookalike-names.ts';
import { reconstructed } from './reconstructed.ts';
import { rugPullRecords } from './rug-pull-records.ts';
import { rugPullReleases } from './rug-pull-releases.ts';
import { rugPullTiming } from './rug-pull-timing.ts';
import { stories } from './stories.ts';

export const PATTERNS: readonly Pattern[] = [
  ...lookalikeNames,
  ...lookalikeClaims,
  ...rugPullReleases,
  ...rugPullTiming,
  ...rugPullRecords,
  ...stories,
];
const MOST_INSTANCES = 4;

export interface Planted {
  readonly servers: ReadonlyMap<RegistryId, readonly Server[]>;
  readonly npm: ReadonlyMap<string, PackageHistory>;
  readonly pypi: ReadonlyMap<string, PackageHistory>;
  /** Packages whose archives are served too, and which these are. */
  readonly packages: PackageFeed;
  readonly archived: readonly string[];
  readonly labels: readonly Label[];
}

/** Four instances of every positive and every twin; fewer, but at least one, in populations smaller than the published one. */
export function plant(of: { seed: string; scale: number; asOfMs: number }): Planted {
  const instances = Math.min(MOST_INSTANCES, Math.max(1, Math.round(MOST_INSTANCES * of.scale)));
  const made = PATTERNS.flatMap((pattern) =>
    Array.from({ length: instances }, (_, nth) => [
      labelled(pattern, 'positive', pattern.positive(benchOf(of, pattern, 'positive', nth))),
      labelled(pattern, 'twin', pattern.twin(benchOf(of, pattern, 'twin', nth))),
    ]).flat(),
  );
  const archived = reconstructed(of);
  const servers = new Map<RegistryId, readonly Server[]>(
    [...Map.groupBy(made, ([{ registry }]) => registry)].map(([registry, cases]) => [
      registry,
      cases.map(([{ server }]) => server),
    ]),
  );
  return {
    servers: servers.set('official', [...(servers.get('official') ?? []), ...archived.servers]),
    npm: new Map(made.flatMap(([{ npm }]) => (npm === undefined ? [] : [[npm.name, npm]]))),
    pypi: new Map(made.flatMap(([{ pypi }]) => (pypi === undefined ? [] : [[pypi.name, pypi]]))),
    packages: archived.packages,
    archived: archived.named,
    labels: [...made.map(([, label]) => label), ...archived.labels],
  };
}

function labelled(pattern: Pattern, truth: Label['truth'], made: Case): readonly [Case, Label] {
  const expects = truth === 'positive' ? pattern.expects : (pattern.twinExpects ?? []);
  return [
    made,
    { id: entryId(made), pipeline: pattern.pipeline, truth, pattern: pattern.pattern, expects, note: made.note },
  ];
}

function benchOf(of: { seed: string; asOfMs: number }, pattern: Pattern, truth: Label['truth'], nth: number): Bench {
  const key = `${of.seed}/planted/${pattern.pattern}/${truth}/${nth}`;
  const chance = stream(key, 'word');
  const word = `${pick(chance, PLACES)}${pick(chance, SYLLABLES)}${pick(chance, SYLLABLES)}`;
  return { key, nth, seed: of.seed, asOfMs: of.asOfMs, word, login: `${word}-${pick(chance, TRADES)}` };
}
