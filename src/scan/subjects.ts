import { releasePurl } from '../evidence/release-purl.ts';
import type { Entry, PackageReference, RegistryId, ServerRecord } from '../model/entry.ts';
import type { Packument } from '../model/release.ts';
import type { CodeHostSeen } from '../model/repository.ts';
import type { StoredEntry, StoredPackage, StoredRow } from '../model/snapshot.ts';
import type { ReleaseFacts, StoredRelease } from '../model/source.ts';
import type { NotRead, PackageSource, Subject, SubjectAt } from '../model/subject.ts';

/** `record` is null where only a name is listed; `uses` is there where the list counts them. */
interface ReadRow {
  readonly entry: Entry;
  readonly record: ServerRecord | null;
  readonly uses?: number;
}

/** How stored rows and documents become what signals read; handed in, so that reading knows no registry by name. */
export interface Readers {
  readonly entry: (registry: RegistryId, row: StoredRow) => ReadRow;
  readonly packument: (ecosystem: string, stored: StoredPackage & { outcome: 'read' }) => Packument;
  /** The stored package, or undefined where the snapshot has no line for it. */
  readonly stored: (ecosystem: string, purl: string) => StoredPackage | undefined;
  /** The package's releases whose archives were asked for; [] where none were. */
  readonly releases: (ecosystem: string, purl: string) => readonly StoredRelease[];
  /** What code hosts said of what an entry and its packages name; undefined where nobody asked. */
  readonly codeHost: (entry: Entry, record: ServerRecord, packuments: readonly Packument[]) => CodeHostSeen | undefined;
}

/** Entries that share a package stand next to each other or far apart; more than a few documents kept only grow old. */
const REMEMBERED_PACKUMENTS = 8;

/** Makes the function that joins an entry with the histories of the packages its latest record names. */
export function subjectReader(readers: Readers): (registry: RegistryId, stored: StoredEntry) => Subject {
  const history = remembered(readers);
  return (registry, stored) => {
    const { entry, record, uses } = readers.entry(registry, stored.latest);
    if (record === null) return { depth: 'name', entry, notRead: [], ...(uses === undefined ? {} : { uses }) };

    const earlier = (stored.earlier ?? []).flatMap((row) => readers.entry(registry, row).record ?? []);
    const packuments: Packument[] = [];
    const notRead: NotRead[] = [];
    for (const reference of distinct(record.packages ?? [])) {
      const found = history(reference);
      if ('reason' in found) notRead.push(found);
      else packuments.push(found);
    }
    const [first, ...rest] = packuments;
    const codeHost = readers.codeHost(entry, record, packuments);
    const listed = { entry, record, earlier, notRead, ...(codeHost === undefined ? {} : { codeHost }) };
    return first === undefined
      ? { depth: 'metadata', ...listed }
      : withSources({ ...listed, packuments: [first, ...rest] }, ({ ecosystem, purl }) =>
          readers.releases(ecosystem, purl),
        );
  };
}

/** A package's subject, as deep as the archives of its releases were read. */
export function withSources(
  read: SubjectAt['package'],
  releasesOf: (packument: Packument) => readonly StoredRelease[],
): Subject {
  const [first, ...rest] = read.packuments.flatMap((packument) => sourceOf(packument, releasesOf(packument)));
  return first === undefined ? { depth: 'package', ...read } : { depth: 'source', ...read, sources: [first, ...rest] };
}

/** [] where none of its releases was read. */
function sourceOf(packument: Packument, stored: readonly StoredRelease[]): readonly PackageSource[] {
  if (stored.length === 0) return [];
  const byPurl = new Map(stored.map((each) => [each.purl, each]));
  const releases: ReleaseFacts[] = [];
  const notRead: { version: string; reason: string }[] = [];
  for (const { version } of packument.releases) {
    const found = byPurl.get(releasePurl(packument.purl, version));
    if (found?.outcome === 'read') releases.push(found.facts);
    else if (found !== undefined) notRead.push({ version, reason: found.reason });
  }
  const [first, ...rest] = releases;
  return first === undefined ? [] : [{ packument, releases: [first, ...rest], notRead }];
}

/** The same package with two transports is one history. */
function distinct(references: readonly PackageReference[]): readonly PackageReference[] {
  if (references.length < 2) return references;
  return [
    ...new Map(
      references.map((reference) => [reference.purl ?? `${reference.ecosystem}:${reference.identifier}`, reference]),
    ).values(),
  ];
}

function remembered({ packument, stored }: Readers): (reference: PackageReference) => Packument | NotRead {
  const recent = new Map<string, Packument | NotRead>();
  return (reference) => {
    const { ecosystem, identifier, purl } = reference;
    if (purl === null) return { ecosystem, identifier, reason: 'not a package name' };
    const known = recent.get(purl);
    if (known !== undefined) return known;

    const line = stored(ecosystem, purl);
    const found =
      line?.outcome === 'read'
        ? packument(ecosystem, line)
        : { ecosystem, identifier, reason: line?.reason ?? 'not part of this snapshot' };
    if (recent.size >= REMEMBERED_PACKUMENTS) recent.clear();
    recent.set(purl, found);
    return found;
  };
}
