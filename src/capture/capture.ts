import type { Get } from '../fetch/port.ts';
import type { PackageCoverage } from '../model/coverage.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { Ecosystem } from '../packages/port.ts';
import type { ListOptions, Registry } from '../registries/port.ts';
import { namedPackages, type NamedPackages, observeAll } from './histories.ts';
import { list, type Listed, type RowSink } from './listing.ts';

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
  readonly sink: RowSink & { addPackage(ecosystem: string, stored: StoredPackage): void };
  onStage(what: string, total: number | null): void;
  onItem(): void;
}

export interface Captured {
  readonly listed: readonly Listed[];
  readonly packages: readonly PackageCoverage[];
}

/** Lists all registries side by side, then reads the histories of the packages that their entries name. */
export async function captureAll(input: CaptureInput): Promise<Captured> {
  const named = namedPackages();
  input.onStage('listing registries', null);
  const listed = await Promise.all(
    input.registries.map(({ registry, options }) =>
      list({
        registry,
        options,
        get: input.get,
        sink: noting(input.sink, registry, named),
        onRow: () => input.onItem(),
      }),
    ),
  );
  return { listed, packages: await readHistories(input, named) };
}

/** Passes rows on and notes the packages they name. */
function noting(sink: RowSink, registry: Registry, named: NamedPackages): RowSink {
  return {
    addRefused: (id, refused) => sink.addRefused(id, refused),
    addRow(id, row) {
      sink.addRow(id, row);
      for (const reference of registry.read(row.stored).record?.packages ?? []) named.add(reference);
    },
  };
}

async function readHistories(input: CaptureInput, named: NamedPackages): Promise<PackageCoverage[]> {
  const tasks = new Map<string, EcosystemTask>(input.ecosystems.map((task) => [task.ecosystem.id, task]));
  const read = named.ecosystems().filter((id) => tasks.has(id));
  if (read.length > 0) {
    input.onStage(
      'reading release histories',
      read.reduce((sum, id) => sum + named.of(id).length, 0),
    );
  }
  return Promise.all(
    named.ecosystems().map(async (id) => {
      const task = tasks.get(id);
      if (task === undefined) return notReadBy(input, id, named);
      return observeAll({
        ...task,
        get: input.get,
        named,
        store: (stored) => input.sink.addPackage(id, stored),
        onPackage: () => input.onItem(),
      });
    }),
  );
}

/** The row of an ecosystem whose packages are kept and counted, and not read. */
function notReadBy({ ecosystems }: CaptureInput, ecosystem: string, named: NamedPackages): PackageCoverage {
  const reason = ecosystems.length === 0 ? 'not asked for at this depth' : 'ecosystem not read by this version';
  return { ecosystem, named: named.count(ecosystem), read: 0, notRead: { [reason]: named.count(ecosystem) } };
}
