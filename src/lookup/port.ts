import type { Candidate, IdentityShown, PipelineId, Tier } from '../model/candidate.ts';
import type { Depth } from '../model/depth.ts';
import type { EntryId, Purl, RegistryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { Manifest } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';

/** One entry of a snapshot with what helps to recognise it and to decide about it; strings as received, bounded. */
export interface IndexedEntry {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  /** `io.github.acme`, `acme`; null where the registry does not say. */
  readonly namespace: string | null;
  readonly depth: Depth;
  readonly version: string | null;
  readonly status: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  /** As written; `none` where the registry says there is none, null where it does not say. */
  readonly repository: string | null;
  readonly packages:
    | readonly {
        readonly ecosystem: string;
        readonly purl: Purl | null;
        readonly identifier: string;
        readonly version: string | null;
      }[]
    | null;
  readonly remotes: readonly { readonly type: string; readonly url: string }[] | null;
  readonly marks: readonly string[];
  readonly uses: number | null;
  /** The brand its name speaks of and whether the publisher is the vendor; null where it speaks of none. */
  readonly brand: { readonly id: string; readonly relation: 'vendor' | 'unofficial' | 'unknown' } | null;
  readonly identity: IdentityShown;
  /** Whose hosted gateway it is part of, by the gateway's id. */
  readonly gateway: string | null;
  /** Whether its newest published release has a provenance attestation; null where that is not known. */
  readonly attested: boolean | null;
  /** What each pipeline made of it; null where nothing fired or nothing could look. */
  readonly tiers: Readonly<
    Record<PipelineId, { readonly tier: Tier; readonly score: number; readonly fired: readonly SignalId[] } | null>
  >;
}

/** A snapshot made ready for questions about single servers; made once for a snapshot and kept in the user's cache. */
export interface Lookup {
  readonly manifest: Manifest;
  readonly size: number;
  entries(): Iterable<IndexedEntry>;
  get(id: EntryId): IndexedEntry | undefined;
  /** Entries that name the package, whatever the version; purl without version. */
  byPackage(purl: Purl): readonly IndexedEntry[];
  /** Entries with this remote address, by host and path, without query. */
  byRemote(url: string): readonly IndexedEntry[];
  /** By canonical repository: host/owner/name, whatever the spelling of the address. */
  byRepository(url: string): readonly IndexedEntry[];
  /** By name, its last part, title or package, without case and without an owner's @; several servers may be called so. */
  byName(name: string): readonly IndexedEntry[];
  /** All of a publisher, without case. */
  byNamespace(namespace: string): readonly IndexedEntry[];
  /** The whole entry as the snapshot has it. */
  subject(id: EntryId): Promise<Subject>;
  /** What was found, in full; empty where nothing fired. */
  candidates(id: EntryId): readonly Candidate[];
  readonly gateways: readonly GatewayWithFacts[];
  close(): void;
}
