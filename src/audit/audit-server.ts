import type { Capabilities } from '../card/capabilities.ts';
import type { ConfiguredServer } from '../clients/port.ts';
import { coordinateOf, packageOf, type PackageRun } from '../clients/resolution.ts';
import type { Config } from '../config/schema.ts';
import type { IntelIndex } from '../intel/port.ts';
import type { IndexedEntry, Lookup } from '../lookup/port.ts';
import type { Packument } from '../model/release.ts';
import { purlOf } from '../registries/purl.ts';
import { candidateFindings } from './candidate-findings.ts';
import { ofUpdate, sinceApproval } from './change-findings.ts';
import { listedAs, listedFindings, listsUnseen } from './listed-findings.ts';
import { approvedFor } from './lock.ts';
import type { AuditLock } from './lock-schema.ts';
import { type GivenManifest, heldAgainst, manifestsFor } from './manifest-findings.ts';
import { recallFindings } from './recall-findings.ts';
import { type AuditedServer, heaviestFirst, type ReleaseSeen } from './report.ts';
import { foundAt, type Said } from './said.ts';
import { settingsFindings } from './settings-findings.ts';

/** A package as deep as it was read for one launch of it. */
export interface PackageSeen {
  readonly packument: Packument | null;
  readonly inUse: ReleaseSeen | null;
  /** What the code of the release in use shows; null where none was read. */
  readonly code: Capabilities | null;
  /** The newest release, where it is another one. */
  readonly newest: ReleaseSeen | null;
  /** The one before the release in use in its line, where that is all there is to compare with. */
  readonly before: ReleaseSeen | null;
  readonly unseen: readonly string[];
}

export interface Known {
  readonly asOf: string;
  readonly intel: IntelIndex;
  /** null: no snapshot could be opened. */
  readonly lookup: Lookup | null;
  /** null: nothing was approved yet. */
  readonly lock: AuditLock | null;
  readonly lists: Pick<Config, 'allow' | 'block' | 'curated'>;
  readonly manifests: readonly GivenManifest[];
}

/** All that can be said of one configured server. `seen` is null where no package is started. */
export function auditServer(configured: ConfiguredServer, seen: PackageSeen | null, known: Known): AuditedServer {
  const { resolution, place } = configured;
  const coordinate = coordinateOf(resolution);
  const run = packageOf(resolution);
  const newest = seen?.newest ?? null;
  const { lists, lookup } = known;
  const entries = lookup === null ? [] : entriesOf(configured, lookup);
  const listed = listedAs(resolution, entries, lists);
  const inUse = {
    version: seen?.inUse?.version ?? null,
    code: resolution.kind === 'package' ? (seen?.code ?? null) : null,
  };
  const manifests = manifestsFor(known.manifests, coordinate, entries).map((each) => heldAgainst(each, inUse));
  const said: readonly Said[] = [
    ...(run === null ? [] : recalled(run, seen, known)),
    ...listedFindings(resolution, entries, { lists, listed }),
    ...candidateFindings(entries),
    ...(coordinate === null ? [] : changed(coordinate, seen, known)),
    ...manifests.flatMap((each) => each.said),
  ];
  return {
    configured,
    coordinate,
    inUse: seen?.inUse ?? null,
    newest: newest === null ? null : { version: newest.version, publishedAt: newest.publishedAt },
    listed,
    manifests: manifests.map(({ held }) => held),
    findings: heaviestFirst([
      ...said.map((each) => foundAt(each, place)),
      ...settingsFindings(configured, seen?.inUse?.version ?? null),
    ]),
    unseen: [
      ...unseenOf(configured),
      ...otherOf(configured),
      ...unreadFileOf(configured),
      ...(run === null ? [] : withoutList(run, known)),
      ...listsUnseen(lookup === null ? null : entries, lists),
      ...manifests.flatMap(({ unseen }) => unseen),
      ...(seen?.unseen ?? []),
    ],
  };
}

function recalled(run: PackageRun, seen: PackageSeen | null, { asOf, intel }: Known): readonly Said[] {
  const { ecosystem, name } = run;
  const version = seen?.inUse?.version ?? (run.pinning === 'pinned' ? run.wanted : null);
  return recallFindings({ ecosystem, name, version, packument: seen?.packument ?? null, asOf }, intel);
}

function changed(coordinate: string, seen: PackageSeen | null, { lock }: Known): readonly Said[] {
  const locked = lock?.servers.find((each) => each.coordinate === coordinate);
  const { inUse, newest, before } = seen ?? { inUse: null, newest: null, before: null };
  if (lock !== null && locked === undefined) {
    const statement = `${coordinate} is not in the lock file`;
    return [{ rule: 'changed/not-approved', level: 'warning', statement }, ...updateOf(inUse, newest, before)];
  }
  const approved = inUse === null || locked === undefined ? null : approvedFor(locked, inUse.version);
  if (inUse === null || approved === null) return updateOf(inUse, newest, before);
  return [...sinceApproval(approved, inUse), ...updateOf(inUse, newest, null)];
}

/** What the newest release would bring; of what takes the newest anyway, what that one brought. */
function updateOf(inUse: ReleaseSeen | null, newest: ReleaseSeen | null, before: ReleaseSeen | null): readonly Said[] {
  if (inUse === null) return [];
  if (newest !== null) return ofUpdate(inUse, newest);
  return before === null ? [] : ofUpdate(before, inUse);
}

/** Of an ecosystem that no list is about nothing can be recalled. */
function withoutList({ ecosystem }: PackageRun, { intel }: Known): readonly string[] {
  return intel.dateFor(ecosystem) === null ? [`no list of recalls is about packages of ${ecosystem}`] : [];
}

/** Entries that name the package or the address, or that the platform calls so. */
export function entriesOf({ resolution }: ConfiguredServer, lookup: Lookup): readonly IndexedEntry[] {
  if (resolution.kind === 'remote') return resolution.url.includes('…') ? [] : lookup.byRemote(resolution.url);
  if (resolution.kind === 'hosted') {
    const names = [resolution.name, resolution.name.replace(/^@/, '')];
    const entry = names.flatMap((name) => lookup.get(`${resolution.platform}:${name}`) ?? [])[0];
    return entry === undefined ? [] : [entry];
  }
  if (resolution.kind === 'package') return byPurl(lookup, resolution.ecosystem, resolution.name);
  return resolution.kind === 'image' ? byPurl(lookup, 'oci', resolution.image) : [];
}

function byPurl(lookup: Lookup, ecosystem: string, name: string): readonly IndexedEntry[] {
  const purl = purlOf(ecosystem, name);
  return purl === null ? [] : lookup.byPackage(purl);
}

/** One of the two is asked about; clients differ in which they use. */
function otherOf({ launch, remote, resolution }: ConfiguredServer): readonly string[] {
  if (launch === null || remote === null) return [];
  const other = resolution.kind === 'remote' ? `the command ${launch.command}` : `the address ${remote.url}`;
  return [`it names ${other} too, which is not asked about`];
}

function unreadFileOf({ launch }: ConfiguredServer): readonly string[] {
  const file = launch?.environmentFile ?? null;
  return file === null ? [] : [`variables of its file ${file} are not read`];
}

function unseenOf({ resolution }: ConfiguredServer): readonly string[] {
  switch (resolution.kind) {
    case 'remote':
    case 'hosted':
      return ['what runs elsewhere is not seen, and can change without a release'];
    case 'image':
      return ['the contents of images are not read'];
    case 'source':
      return ['code that does not come from npm or PyPI is not read'];
    case 'local':
    case 'installed':
      return ['programs and files of this machine are not read'];
    case 'unknown':
      return [`what it starts is not known: ${resolution.reason}`];
    case 'package':
      return [];
  }
}
