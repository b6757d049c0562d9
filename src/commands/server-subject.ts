import { releaseShown } from '../card/packages.ts';
import type { Unseen } from '../card/card.ts';
import { linewise } from '../evidence/release-line.ts';
import type { PackageReference, Purl } from '../model/entry.ts';
import type { Packument } from '../model/release.ts';
import type { StoredRelease } from '../model/source.ts';
import type { NotRead, PackageSource, Subject, SubjectAt } from '../model/subject.ts';
import { packageSubject } from '../scan/package-subject.ts';
import { withSources } from '../scan/subjects.ts';
import { NothingReadError, UsageError } from './exit.ts';
import type { PackageReader } from './package-reader.ts';
import type { AskedServer } from './server-asked.ts';

/** A server with the packages it names as their registries have them now. */
export interface LiveSubject {
  readonly subject: Subject;
  /** Versions asked for, by purl. */
  readonly asked: ReadonlyMap<string, string>;
  /** When the first registry answered; null where none did. */
  readonly readAt: string | null;
  readonly unseen: readonly Unseen[];
}

/** More packages of one record are listed and not read. */
const MAX_READ = 4;
const MAX_NEAR = 5;
const ECOSYSTEMS = new Set(['npm', 'pypi']);

/** A package that was named, with the release it is about and the one before it in its line. */
export async function livePackage(
  named: Extract<AskedServer, { readonly kind: 'package' }>,
  reader: PackageReader,
): Promise<LiveSubject> {
  const { ecosystem, name, version } = named.query;
  const read = await readLive(reader, { ecosystem, identifier: name, asked: version, named: null });
  if (typeof read === 'string') throw couldNotRead(named, read);
  return {
    subject: packageSubject({ packument: read.packument, releases: read.releases, version }),
    asked: new Map(version === null ? [] : [[read.packument.purl, version]]),
    readAt: read.readAt,
    unseen: [],
  };
}

function couldNotRead(
  { query, near }: Extract<AskedServer, { readonly kind: 'package' }>,
  reason: string,
): NothingReadError {
  const spelt = near.slice(0, MAX_NEAR).map(({ id, packages }) => {
    const [first] = packages ?? [];
    return first === undefined ? id : `${first.ecosystem}:${first.identifier}`;
  });
  const like = spelt.length === 0 ? '' : `\nSpelt like it in the snapshot: ${[...new Set(spelt)].join(', ')}.`;
  return new NothingReadError(`${query.ecosystem}:${query.name} could not be read: ${reason}.${like}`);
}

/** An entry of the snapshot; what could not be read now stays as the snapshot has it. */
export async function liveEntry(
  { subject, query }: Extract<AskedServer, { readonly kind: 'entry' }>,
  reader: PackageReader,
): Promise<LiveSubject> {
  const references = 'record' in subject ? distinct(subject.record.packages ?? []) : [];
  const chosen = references
    .filter(({ ecosystem, purl }) => purl !== null && ECOSYSTEMS.has(ecosystem))
    .slice(0, MAX_READ);
  const packages = new Map<Purl, Live>();
  const unseen: Unseen[] = [];
  const asked = new Map<string, string>();
  for (const { ecosystem, identifier, purl, version: named } of chosen) {
    if (purl === null) continue;
    const wanted = query.by === 'package' && query.purl !== purl ? null : query.version;
    const read = await readLive(reader, { ecosystem, identifier, asked: wanted, named });
    if (wanted !== null) asked.set(purl, wanted);
    if (typeof read === 'string') unseen.push({ what: `${ecosystem}:${identifier} as it is now`, why: read });
    else packages.set(purl, read);
  }
  const readAt = [...packages.values()][0]?.readAt ?? null;
  return { subject: joined(subject, packages), asked, readAt, unseen };
}

interface Live {
  readonly packument: Packument;
  readonly releases: readonly StoredRelease[];
  readonly readAt: string;
}

interface Wanted {
  readonly ecosystem: string;
  readonly identifier: string;
  /** The version asked for; there has to be one. */
  readonly asked: string | null;
  /** The version that the record names. */
  readonly named: string | null;
}

async function readLive(
  reader: PackageReader,
  { ecosystem, identifier, asked, named }: Wanted,
): Promise<Live | string> {
  const read = await reader.read(ecosystem, identifier);
  if (typeof read === 'string') return read;
  const { packument } = read;
  const release = releaseShown(packument, asked, named);
  if (release === null && asked !== null) {
    const newest = releaseShown(packument, null, null)?.version;
    throw new UsageError(
      `${ecosystem}:${identifier} has no release ${asked}${newest === undefined ? '' : `; its newest is ${newest}`}.`,
    );
  }
  const before = linewise(packument.releases).find(({ after }) => after === release)?.before;
  const versions = [before?.version, release?.version].filter((version) => version !== undefined);
  const releases = await Promise.all(versions.map(async (version) => (await read.release(version)).release));
  return {
    packument: asked === null ? packument : until(packument, asked),
    releases,
    readAt: read.stored.resource.retrievedAt,
  };
}

/** What came after the release asked for is another question. */
function until(packument: Packument, version: string): Packument {
  const last = packument.releases.findIndex((each) => each.version === version);
  return { ...packument, releases: packument.releases.slice(0, last + 1) };
}

function joined(subject: Subject, live: ReadonlyMap<string, Live>): Subject {
  if (live.size === 0 || !('record' in subject)) return subject;
  const { entry, record, earlier } = subject;
  const kept = 'packuments' in subject ? subject.packuments.filter(({ purl }) => !live.has(purl)) : [];
  const [first, ...rest] = [...[...live.values()].map(({ packument }) => packument), ...kept];
  if (first === undefined) return subject;
  const notRead = subject.notRead.filter((each) => !isRead(each, record.packages ?? [], live));
  const read: SubjectAt['package'] = { entry, record, earlier, notRead, packuments: [first, ...rest] };
  const known = subject.depth === 'source' ? subject.sources.filter(({ packument }) => !live.has(packument.purl)) : [];
  const now = withSources(read, ({ purl }) => live.get(purl)?.releases ?? []);
  const [source, ...sources]: readonly PackageSource[] = [...(now.depth === 'source' ? now.sources : []), ...known];
  return source === undefined ? now : { depth: 'source', ...read, sources: [source, ...sources] };
}

function isRead(
  { ecosystem, identifier }: NotRead,
  references: readonly PackageReference[],
  live: ReadonlyMap<string, Live>,
): boolean {
  return references.some(
    (each) =>
      each.ecosystem === ecosystem && each.identifier === identifier && each.purl !== null && live.has(each.purl),
  );
}

/** The same package with two transports is one. */
function distinct(references: readonly PackageReference[]): readonly PackageReference[] {
  return [...new Map(references.map((each) => [each.purl ?? `${each.ecosystem}:${each.identifier}`, each])).values()];
}
