import pLimit from 'p-limit';
import { releaseShown } from '../card/packages.ts';
import type { PackageSeen } from '../audit/audit-server.ts';
import { releaseSeen } from '../audit/release-seen.ts';
import { releaseInUse } from '../audit/version-in-use.ts';
import type { PackageRun } from '../clients/resolution.ts';
import { linewise } from '../evidence/release-line.ts';
import type { Release } from '../model/release.ts';
import type { PackageReader, ReadPackage } from './package-reader.ts';

/** Archives are held in memory while they are read. */
const AT_ONCE = 3;

/** Each launch's package with the releases that matter for it, by `packageKey`; every package and release is read once. */
export async function readPackages(
  runs: readonly PackageRun[],
  reader: PackageReader,
  { approved, onPackage }: { readonly approved: ReadonlySet<string>; readonly onPackage: () => void },
): Promise<ReadonlyMap<string, PackageSeen>> {
  const limit = pLimit(AT_ONCE);
  const wanted = new Map(runs.map((run) => [packageKey(run), run]));
  const read = await Promise.all(
    [...wanted].map(([key, run]) =>
      limit(async () => {
        const seen = await readPackage(run, reader, approved.has(`${run.ecosystem}:${run.name}`));
        onPackage();
        return [key, seen] as const;
      }),
    ),
  );
  return new Map(read);
}

export function packageKey({ ecosystem, name, wanted }: PackageRun): string {
  return `${ecosystem}:${name}@${wanted ?? ''}`;
}

async function readPackage(run: PackageRun, reader: PackageReader, isApproved: boolean): Promise<PackageSeen> {
  const history = await reader.read(run.ecosystem, run.name);
  if (typeof history === 'string') {
    return {
      packument: null,
      inUse: null,
      code: null,
      newest: null,
      before: null,
      unseen: [`its history was not read: ${history}`],
    };
  }
  const { packument } = history;
  const used = releaseInUse(run, packument);
  if (typeof used === 'string')
    return { packument, inUse: null, code: null, newest: null, before: null, unseen: [used] };
  const latest = releaseShown(packument, null, null);
  const other = latest === null || latest.version === used.version ? null : latest;
  const earlier = other === null && !isApproved ? releaseBefore(history, used) : null;
  const { seen: inUse, code } = await seenOf(history, used);
  const newest = other === null ? null : (await seenOf(history, other)).seen;
  const before = earlier === null ? null : (await seenOf(history, earlier)).seen;
  return {
    packument,
    inUse,
    code,
    newest,
    before,
    unseen: [...inUse.unseen, ...[newest, before].flatMap((each) => (each?.capabilities === null ? each.unseen : []))],
  };
}

async function seenOf(history: ReadPackage, release: Release): Promise<ReturnType<typeof releaseSeen>> {
  const { release: read } = await history.release(release.version);
  return releaseSeen(release, read.outcome === 'read' ? read.facts : read.reason);
}

function releaseBefore({ packument }: ReadPackage, release: Release): Release | null {
  return linewise(packument.releases).find(({ after }) => after.version === release.version)?.before ?? null;
}
