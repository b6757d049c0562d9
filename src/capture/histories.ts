import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import type { PackageCoverage } from '../model/coverage.ts';
import type { PackageReference } from '../model/entry.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { Ecosystem } from '../packages/port.ts';
import { fetchFailure } from './failure.ts';

/** After so many failures in a row to reach a host at all, the rest of its packages are not asked for. */
const FAILURES_BEFORE_GIVING_UP = 8;
/** A host behind a firewall that drops packets times out instead of refusing. */
const NO_ANSWER: ReadonlySet<string> = new Set(['UNREACHABLE', 'TIMED_OUT']);

/** The packages that entries name, by ecosystem: purl to the identifier as first written. */
export interface NamedPackages {
  add(reference: PackageReference): void;
  count(ecosystem: string): number;
  ecosystems(): readonly string[];
  /** In code-unit order of the purl, so that requests go out in the same order every time. */
  of(ecosystem: string): readonly { readonly purl: string; readonly name: string }[];
  /** Identifiers that cannot be made a purl. */
  unnameable(ecosystem: string): number;
}

export function namedPackages(): NamedPackages {
  const byEcosystem = new Map<string, { purls: Map<string, string>; unnameable: Set<string> }>();
  const of = (ecosystem: string) => {
    const known = byEcosystem.get(ecosystem) ?? { purls: new Map<string, string>(), unnameable: new Set<string>() };
    byEcosystem.set(ecosystem, known);
    return known;
  };
  return {
    add({ ecosystem, purl, identifier }) {
      const { purls, unnameable } = of(ecosystem);
      if (purl === null) unnameable.add(identifier);
      else if (!purls.has(purl)) purls.set(purl, identifier);
    },
    count: (ecosystem) => of(ecosystem).purls.size + of(ecosystem).unnameable.size,
    ecosystems: () => [...byEcosystem.keys()].toSorted(),
    of: (ecosystem) =>
      [...of(ecosystem).purls].map(([purl, name]) => ({ purl, name })).toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
    unnameable: (ecosystem) => of(ecosystem).unnameable.size,
  };
}

export interface HistoriesTask {
  readonly ecosystem: Ecosystem;
  readonly baseUrl: string;
  readonly get: Get;
  readonly named: NamedPackages;
  readonly concurrency: number;
  store(stored: StoredPackage): void;
  onPackage(): void;
}

/**
 * Reads the release history of every named package of one ecosystem.
 *
 * A fetch that failed is a package not read, with the reason; a host that cannot be reached at all is given up, so that a run
 * without that network ends in seconds and says so.
 */
export async function observeAll(task: HistoriesTask): Promise<PackageCoverage> {
  const { ecosystem, named } = task;
  const waiting = named.of(ecosystem.id).values();
  const notRead = new Map<string, number>();
  if (named.unnameable(ecosystem.id) > 0) notRead.set('not a package name', named.unnameable(ecosystem.id));
  let read = 0;
  let unreadReleases = 0;
  const breaker = { failuresInARow: 0 };

  async function worker(): Promise<void> {
    for (const { purl, name } of waiting) {
      const stored = await observeOne(task, { purl, name, breaker });
      task.store(stored);
      task.onPackage();
      if (stored.outcome === 'read') {
        read += 1;
        unreadReleases += ecosystem.unreadReleases(stored);
      } else notRead.set(stored.reason, (notRead.get(stored.reason) ?? 0) + 1);
    }
  }
  await Promise.all(Array.from({ length: task.concurrency }, worker));
  return { ecosystem: ecosystem.id, named: named.count(ecosystem.id), read, notRead: sorted(notRead), unreadReleases };
}

async function observeOne(
  { ecosystem, get, baseUrl }: HistoriesTask,
  { purl, name, breaker }: { purl: string; name: string; breaker: { failuresInARow: number } },
): Promise<StoredPackage> {
  if (breaker.failuresInARow >= FAILURES_BEFORE_GIVING_UP) {
    return { purl, outcome: 'not-read', reason: 'not asked: its registry could not be reached' };
  }
  try {
    const stored = await ecosystem.observe(purl, name, get, baseUrl);
    breaker.failuresInARow = 0;
    return stored;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    breaker.failuresInARow = NO_ANSWER.has(error.code) ? breaker.failuresInARow + 1 : 0;
    return { purl, outcome: 'not-read', reason: fetchFailure(error) };
  }
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
