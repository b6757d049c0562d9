import type { DescribeFile } from '../archives/facts/describe.ts';
import { captureAll, type Captured } from '../capture/capture.ts';
import type { NamedPackage } from '../capture/choice.ts';
import type { Door } from '../fetch/get.ts';
import { ecosystems } from '../packages/index.ts';
import { registries } from '../registries/index.ts';
import { codeHosts } from '../repositories/index.ts';
import type { SnapshotWriter } from '../snapshot/write.ts';
import { brandQueries } from '../../signals/data/index.ts';
import { checkRepositories, repositoriesWanted } from './capture-repositories.ts';
import { UsageError } from './exit.ts';
import { checkedBudget } from './package-spec.ts';
import type { Progress } from './progress.ts';
import { type Source, sources } from './sources.ts';

/** A few minutes of reading; see docs/performance.md. */
const DEFAULT_SOURCE_BUDGET = 300;

/** What `capture` and a `scan` without a snapshot share. */
export interface CaptureSettings {
  readonly snapshots: string;
  readonly registry?: readonly string[] | undefined;
  readonly depth: 'metadata' | 'package' | 'source';
  /** Releases whose archives are read at depth source, beside those of `packages`. */
  readonly sourceBudget?: number | undefined;
  /** Repositories behind those packages that code hosts are asked about. */
  readonly repositories?: number | undefined;
  /** Packages whose archives are read in any case. */
  readonly packages?: readonly NamedPackage[];
  readonly versions: 'all' | 'latest';
  readonly updatedSince?: string | undefined;
  readonly cache?: string | undefined;
  readonly offline: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  readonly progress: boolean;
  readonly verbose: boolean;
}

/** The settings once checked: which registries, under which addresses and keys. */
export interface Run extends Pick<
  CaptureSettings,
  'depth' | 'versions' | 'sourceBudget' | 'packages' | 'repositories'
> {
  readonly chosen: typeof registries;
  readonly asked: ReadonlyMap<string, Source>;
  readonly updatedSince: string | null;
}

/** Throws UsageError for what cannot be asked so. */
export function prepare({ registry, baseUrl = [], updatedSince, ...settings }: CaptureSettings): Run {
  if (updatedSince !== undefined && Number.isNaN(Date.parse(updatedSince))) {
    throw new UsageError(`--updated-since "${updatedSince}" is not a time; write it as 2026-06-29T00:00:00Z.`);
  }
  checkRepositories(settings);
  return {
    ...settings,
    sourceBudget: checkedBudget(settings.sourceBudget),
    chosen: registries.filter(({ id }) => registry === undefined || registry.includes(id)),
    asked: sources([...registries, ...ecosystems, ...codeHosts], { overrides: baseUrl, environment: process.env }),
    updatedSince: updatedSince === undefined ? null : new Date(updatedSince).toISOString(),
  };
}

interface Gathering {
  readonly door: Door;
  readonly writer: SnapshotWriter;
  readonly describe: DescribeFile;
  readonly startedAt: string;
  readonly progress: Progress;
}

/** Asks the registries, then the packages that they name, and hands what comes to the writer. */
export async function gather(
  {
    chosen,
    asked,
    updatedSince,
    depth,
    versions,
    sourceBudget = DEFAULT_SOURCE_BUDGET,
    packages = [],
    repositories,
  }: Run,
  { door, writer, describe, startedAt, progress }: Gathering,
): Promise<Captured> {
  const queries = brandQueries();
  try {
    return await captureAll({
      get: door.get,
      registries: chosen.map((registry) => {
        const { baseUrl, keyed } = sourceOf(asked, registry.id);
        return { registry, options: { baseUrl, keyed, queries, updatedSince, details: true, versions } };
      }),
      ecosystems: (depth === 'metadata' ? [] : ecosystems).map((ecosystem) => {
        const { baseUrl, host } = sourceOf(asked, ecosystem.id);
        return { ecosystem, baseUrl, concurrency: host.pace.concurrency };
      }),
      sources:
        depth === 'source'
          ? { describe, budget: sourceBudget, named: packages, brands: queries, asOfMs: Date.parse(startedAt) }
          : null,
      repositories: repositoriesWanted({ depth, repositories }, asked),
      sink: writer,
      onStage: (what, total) => progress.start(what, total),
      onItem: () => progress.tick(),
    });
  } finally {
    progress.stop();
  }
}

function sourceOf(asked: ReadonlyMap<string, Source>, id: string): Source {
  const source = asked.get(id);
  if (source === undefined) throw new Error(`no source "${id}"`);
  return source;
}
