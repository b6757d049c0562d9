import type { Entry, PackageReference, RegistryId, ServerRecord } from '../model/entry.ts';
import type { Packument } from '../model/release.ts';
import type { StoredEntry, StoredPackage, StoredRow } from '../model/snapshot.ts';
import type { NotRead, Subject } from '../model/subject.ts';

/** How stored rows and documents become what signals read; handed in, so that reading knows no registry by name. */
export interface Readers {
  readonly entry: (registry: RegistryId, row: StoredRow) => { entry: Entry; record: ServerRecord | null };
  readonly packument: (ecosystem: string, stored: StoredPackage & { outcome: 'read' }) => Packument;
  /** The stored package, or undefined where the snapshot has no line for it. */
  readonly stored: (ecosystem: string, purl: string) => StoredPackage | undefined;
}

/** Entries that share a package often stand near each other; a few parsed documents are kept. */
const REMEMBERED_PACKUMENTS = 256;

/** Makes the function that joins an entry with the histories of the packages its latest record names. */
export function subjectReader(readers: Readers): (registry: RegistryId, stored: StoredEntry) => Subject {
  const history = remembered(readers);
  return (registry, stored) => {
    const { entry, record } = readers.entry(registry, stored.latest);
    if (record === null) return { depth: 'name', entry, notRead: [] };

    const earlier = (stored.earlier ?? []).flatMap((row) => readers.entry(registry, row).record ?? []);
    const packuments: Packument[] = [];
    const notRead: NotRead[] = [];
    for (const reference of distinct(record.packages ?? [])) {
      const found = history(reference);
      if ('reason' in found) notRead.push(found);
      else packuments.push(found);
    }
    const [first, ...rest] = packuments;
    const listed = { entry, record, earlier, notRead };
    return first === undefined
      ? { depth: 'metadata', ...listed }
      : { depth: 'package', ...listed, packuments: [first, ...rest] };
  };
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
