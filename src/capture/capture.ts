import type { Get } from '../fetch/port.ts';
import type { DescribeFile } from '../archives/facts/describe.ts';
import {
  NOT_ASKED_AT_DEPTH,
  type PackageCoverage,
  type RepositoryCoverage,
  type SourceCoverage,
} from '../model/coverage.ts';
import type { RegistryId, ServerRecord } from '../model/entry.ts';
import type { StoredHosted } from '../model/repository.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { StoredRelease } from '../model/source.ts';
import type { Ecosystem } from '../packages/port.ts';
import type { ListOptions, Registry, Row } from '../registries/port.ts';
import { chooser, type Chooser, type ChoiceSettings } from './chooser.ts';
import { namedPackages, type NamedPackages, observeAll } from './histories.ts';
import { list, type Listed, type RowSink } from './listing.ts';
import { mentions, type Mentions } from './priority.ts';
import {
  namedRepositories,
  type NamedRepositories,
  readRepositories,
  type RepositoriesWanted,
} from './repositories.ts';
import { readSources } from './sources.ts';

/** A registry with what this run asks of it. */
export interface RegistryTask {
  readonly registry: Registry;
  readonly options: ListOptions;
}

export interface EcosystemTask {
  readonly ecosystem: Ecosystem;
  readonly baseUrl: string;
  readonly concurrency: number;
}

export interface CaptureInput {
  readonly get: Get;
  readonly registries: readonly RegistryTask[];
  /** Empty where no release histories are wanted. */
  readonly ecosystems: readonly EcosystemTask[];
  /** null where no archives are wanted. */
  readonly sources: SourcesWanted | null;
  /** null where no code host is to be asked; those of packages whose archives are wanted, else. */
  readonly repositories: RepositoriesWanted | null;
  readonly sink: Pick<RowSink, 'addRefused'> & {
    addRow(registry: RegistryId, row: Row, packages: readonly string[] | null): void;
    endRegistry(registry: RegistryId): void;
    addPackage(ecosystem: string, stored: StoredPackage): void;
    endPackages(ecosystem: string): void;
    addRelease(ecosystem: string, stored: StoredRelease): void;
    addHosted(host: string, stored: StoredHosted): void;
  };
  onStage(this: void, what: string, total: number | null): void;
  onItem(this: void): void;
}

export interface SourcesWanted extends ChoiceSettings {
  readonly describe: DescribeFile;
  /** Words of brand names. */
  readonly brands: readonly string[];
}

export interface Captured {
  readonly listed: readonly Listed[];
  readonly packages: readonly PackageCoverage[];
  readonly sources: SourceCoverage | null;
  readonly repositories: RepositoryCoverage | null;
}

/**
 * Lists all registries side by side, then reads the histories of the packages that their entries name, then the archives of
 * those that are worth it, and meanwhile what code hosts say of the repositories behind these.
 */
export async function captureAll(input: CaptureInput): Promise<Captured> {
  const named = namedPackages();
  const mentioned = input.sources === null ? null : mentions(input.sources.brands);
  const hosted = input.repositories === null ? null : namedRepositories();
  input.onStage('listing registries', null);
  const listed = await Promise.all(
    input.registries.map(async ({ registry, options }) => {
      const sink = noting(input.sink, registry, { named, mentioned, hosted });
      const ended = await list({ registry, options, get: input.get, sink, onRow: () => input.onItem() });
      input.sink.endRegistry(registry.id);
      return ended;
    }),
  );
  const chosen = input.sources === null || mentioned === null ? null : chooser(input.sources, mentioned);
  const packages = await readHistories(input, named, { chosen, hosted });
  const [sources, repositories] = await Promise.all([
    readArchives(input, named, chosen),
    hosted === null || chosen === null ? null : askCodeHosts(input, hosted, chosen),
  ]);
  return { listed, packages, sources, repositories };
}

/** Passes rows on and notes the packages they name. */
function noting(
  sink: CaptureInput['sink'],
  registry: Registry,
  {
    named,
    mentioned,
    hosted,
  }: { readonly named: NamedPackages; readonly mentioned: Mentions | null; readonly hosted: NamedRepositories | null },
): RowSink {
  return {
    addRefused: (id, refused) => sink.addRefused(id, refused),
    addRow(id, row) {
      const { entry, record } = registry.read(row.stored);
      sink.addRow(id, row, record === null ? null : purlsOf(record));
      if (record === null) return;
      for (const reference of record.packages ?? []) named.add(reference);
      mentioned?.add(record);
      hosted?.addRecord(entry, record);
    },
  };
}

function purlsOf({ packages }: ServerRecord): readonly string[] {
  return packages === null ? [] : [...new Set(packages.flatMap(({ purl }) => purl ?? []))];
}

async function readHistories(
  input: CaptureInput,
  named: NamedPackages,
  { chosen, hosted }: { readonly chosen: Chooser | null; readonly hosted: NamedRepositories | null },
): Promise<PackageCoverage[]> {
  const tasks = new Map<string, EcosystemTask>(input.ecosystems.map((task) => [task.ecosystem.id, task]));
  const asked = named.ecosystems().filter((id) => tasks.has(id));
  if (asked.length > 0) {
    input.onStage(
      'reading release histories',
      asked.reduce((sum, id) => sum + named.of(id).length, 0),
    );
  }
  return Promise.all(
    named.ecosystems().map(async (id) => {
      const task = tasks.get(id);
      if (task === undefined) return notReadBy(input, id, named);
      const read = await observeAll({
        ...task,
        get: input.get,
        named,
        store(stored) {
          input.sink.addPackage(id, stored);
          if (stored.outcome !== 'read') return;
          chosen?.consider(task.ecosystem, stored);
          hosted?.addPackage(task.ecosystem.read(stored));
        },
        onPackage: () => input.onItem(),
      });
      input.sink.endPackages(id);
      return read;
    }),
  );
}

async function readArchives(
  { get, ecosystems, sink, sources, onStage, onItem }: CaptureInput,
  named: NamedPackages,
  chosen: Chooser | null,
): Promise<SourceCoverage | null> {
  if (sources === null || chosen === null) return null;
  const byId = new Map<string, EcosystemTask>(ecosystems.map((task) => [task.ecosystem.id, task]));
  const nameOf = new Map([...byId.keys()].flatMap((id) => named.of(id).map(({ purl, name }) => [purl, name] as const)));
  const tasks = chosen.chosen().flatMap((each) => {
    const task = byId.get(each.ecosystem);
    const name = nameOf.get(each.purl);
    return task === undefined || name === undefined
      ? []
      : [{ ...each, from: task.ecosystem, baseUrl: task.baseUrl, name }];
  });
  onStage(
    'reading archives',
    tasks.reduce((sum, { versions }) => sum + versions.length, 0),
  );
  return readSources(
    { get, describe: sources.describe, tasks, store: (id, release) => sink.addRelease(id, release), onItem },
    { budget: sources.budget, packages: chosen.considered() },
  );
}

async function askCodeHosts(
  { get, repositories, sink, onItem }: CaptureInput,
  named: NamedRepositories,
  chosen: Chooser,
): Promise<RepositoryCoverage | null> {
  if (repositories === null) return null;
  const purls = chosen.chosen().map(({ purl }) => purl);
  return readRepositories({
    ...repositories,
    get,
    purls,
    named,
    store: (host, line) => sink.addHosted(host, line),
    onItem,
  });
}

/** The row of an ecosystem whose packages are kept and counted, and not read. */
function notReadBy({ ecosystems }: CaptureInput, ecosystem: string, named: NamedPackages): PackageCoverage {
  const reason = ecosystems.length === 0 ? NOT_ASKED_AT_DEPTH : 'ecosystem not read by this version';
  return { ecosystem, named: named.count(ecosystem), read: 0, notRead: { [reason]: named.count(ecosystem) } };
}
