import type { NamedPackage } from '../capture/choice.ts';
import type { Coverage, PackageCoverage, SourceCoverage } from '../model/coverage.ts';
import type { Manifest } from '../model/snapshot.ts';
import { type AskedPackage, packageSubject } from '../scan/package-subject.ts';
import { tool } from './tool.ts';

/** What was read of packages that were named; the documents and facts wait on disk. */
export interface Found {
  readonly specs: readonly NamedPackage[];
  /** By the id under which it is reported. */
  readonly read: ReadonlyMap<string, () => AskedPackage>;
  readonly notRead: ReadonlyMap<NamedPackage, string>;
  /** Of each archive asked for: null where it was read, else why not. */
  readonly archives: readonly (string | null)[];
  readonly budget: number | null;
}

export interface Moment {
  readonly asOf: string;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** What a report of named packages says of its coverage: their ecosystems stand where registries do. */
export function manifestOf(found: Found, { asOf, startedAt, finishedAt }: Moment): Manifest {
  return {
    schemaVersion: 1,
    date: asOf,
    origin: 'captured',
    tool: tool(),
    startedAt,
    finishedAt,
    coverage: ecosystemsOf(found).map((id) => coverageOf(found, id)),
    packages: ecosystemsOf(found).map((id) => packagesOf(found, id)),
    sources: sourcesOf(found),
    files: [],
  };
}

function ecosystemsOf({ specs }: Found): readonly string[] {
  return [...new Set(specs.map(({ ecosystem }) => ecosystem))].toSorted();
}

function coverageOf({ read }: Found, ecosystem: string): Coverage {
  const subjects = [...read]
    .filter(([id]) => id.startsWith(`${ecosystem}:`))
    .map(([, asked]) => packageSubject(asked()));
  const source = subjects.filter(({ depth }) => depth === 'source').length;
  return {
    registry: ecosystem,
    advertised: null,
    responses: subjects.length,
    rows: subjects.length,
    distinct: subjects.length,
    earlierVersions: 0,
    repeats: 0,
    quarantined: 0,
    byDepth: { name: 0, metadata: 0, package: subjects.length - source, source },
    enumeration: { ended: 'targeted', reason: 'packages named for it' },
  };
}

function packagesOf({ specs, notRead }: Found, ecosystem: string): PackageCoverage {
  const named = specs.filter((spec) => spec.ecosystem === ecosystem);
  const reasons = named.flatMap((spec) => notRead.get(spec) ?? []);
  return { ecosystem, named: named.length, read: named.length - reasons.length, notRead: counted(reasons) };
}

function sourcesOf({ read, archives, budget }: Found): SourceCoverage {
  const reasons = archives.filter((reason) => reason !== null);
  return {
    budget,
    packages: read.size,
    chosen: read.size,
    reasons: { 'named for it': read.size },
    archives: archives.length,
    read: archives.length - reasons.length,
    notRead: counted(reasons),
  };
}

function counted(reasons: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => [reason, all.length]));
}
