import type { RecallKind } from '../intel/recalls.ts';
import type { PipelineId, Tier } from '../model/candidate.ts';
import type { EntryId, Purl, RegistryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';
import type { Json } from '../model/place.ts';
import type { Capabilities } from './capabilities.ts';
import type { CapabilityChanges, Changed } from './changes.ts';

/**
 * What is to be read before a server is installed. Texts of strangers as received, bounded; null is not known, 'none' and [] are
 * "there is none".
 */
export interface Card {
  readonly schemaVersion: 1;
  readonly tool: string;
  /** As asked. */
  readonly query: string;
  /** `YYYY-MM-DD`: "now" for every age. */
  readonly asOf: string;
  /** null where no snapshot was looked into. */
  readonly snapshot: { readonly date: string; readonly origin: string } | null;
  /** When the packages' registries answered; null where none was asked or none did. */
  readonly packagesReadAt: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly version: string | null;
  readonly status: string | null;
  readonly listings: readonly CardListing[];
  /** Entries that name the same package and that nothing else links. */
  readonly alsoNamedBy: readonly EntryId[];
  readonly publisher: CardPublisher;
  readonly repository: CardRepository;
  readonly packages: readonly CardPackage[] | null;
  readonly remotes: readonly { readonly type: string; readonly url: string; readonly host: string | null }[] | null;
  readonly gateway: string | null;
  readonly inputs: readonly CardInput[];
  /** Secrets that its code reads and that no record declares. */
  readonly undeclaredSecrets: readonly { readonly name: string; readonly goesTo: Destined }[];
  readonly tools: CardTools;
  /** null where no code was read: what it can do is not known. */
  readonly capabilities: Capabilities | null;
  readonly authentication: Authentication;
  readonly provenance: readonly CardProvenance[];
  readonly findings: readonly CardFindings[];
  readonly changes: readonly CardChanges[];
  /** Which of an organisation's lists it is on; null where no lists are in force. */
  readonly organisation: {
    /** Where the lists stand. */
    readonly file: string;
    /** null: on none of them. */
    readonly listed: {
      readonly list: 'allow' | 'block' | 'curated';
      readonly by: string;
      readonly reason: string | null;
    } | null;
  } | null;
  readonly recalls: readonly { readonly kind: RecallKind; readonly statement: string }[];
  /** How old the lists of recalls are; a date of null: nobody looked. */
  readonly recallLists: readonly {
    readonly ecosystem: string;
    readonly date: string | null;
    readonly ageDays: number | null;
  }[];
  /** What was not looked at, and why. */
  readonly unseen: readonly Unseen[];
}

export interface CardListing {
  readonly id: EntryId;
  readonly registry: RegistryId;
  /** What links it to the first; [] for the first. */
  readonly because: readonly string[];
}

export interface CardPublisher {
  readonly namespace: string | null;
  /** Entries of that namespace, by registry; not to be added up. null where no snapshot was looked into. */
  readonly portfolio: readonly { readonly registry: RegistryId; readonly entries: number }[] | null;
  /** The oldest time that a registry or a package has of it, and how long ago. */
  readonly firstSeen: string | null;
  readonly firstSeenDays: number | null;
  /** Who published the release on its package registry. */
  readonly publishedBy: readonly string[] | null;
  readonly maintainers: readonly string[] | null;
}

export interface CardRepository {
  /** `none` where the record says that there is none. */
  readonly url: string | null;
  /** `github.com/owner/name`; null where the address names none. */
  readonly canonical: string | null;
  /** What the packages say theirs is, beside what the record says; alone: only they name one. */
  readonly packages: 'same' | 'different' | 'silent' | 'unseen' | 'alone';
  readonly saidByPackages: readonly string[];
  /** What its code host says of it; null where that was not seen. */
  readonly host: CardCodeHost | null;
}

/** A repository as its code host has it now, under whichever name. */
export interface CardCodeHost {
  readonly readAt: string;
  readonly id: string;
  /** `owner/name`. */
  readonly fullName: string;
  /** Called otherwise than it was asked for. */
  readonly renamed: boolean;
  /** Whether the record has the same number; null where it has none. */
  readonly numberOfRecord: 'same' | 'another' | null;
  /** `User`, `Organization`. */
  readonly ownerType: string | null;
  readonly createdAt: string | null;
  readonly ageDays: number | null;
  readonly pushedAt: string | null;
  readonly pushedDays: number | null;
  readonly archived: boolean | null;
  readonly fork: boolean | null;
  readonly forkOf: readonly string[];
  readonly stars: number | null;
  readonly license: string | null;
}

export interface CardPackage {
  readonly ecosystem: string;
  readonly identifier: string;
  readonly purl: Purl | null;
  /** What the record names. */
  readonly named: string | null;
  /** The release that the card is about; null where no history was read. */
  readonly version: string | null;
  readonly newest: string | null;
  readonly publishedAt: string | null;
  readonly ageDays: number | null;
  readonly firstPublishedAt: string | null;
  readonly releases: number | null;
  readonly bytes: number | null;
  readonly deprecated: string | null;
  readonly yanked: boolean | null;
  readonly transport: string | null;
  /** As a shell would take it; '' where how it is started is not known. */
  readonly launch: string;
  /** Why its history was not read; null where it was. */
  readonly notRead: string | null;
}

export interface CardInput {
  readonly name: string;
  readonly kind: string;
  readonly description: string | null;
  readonly secret: boolean;
  readonly required: boolean | null;
  readonly default: string | null;
  /** For secrets; null for other inputs. */
  readonly goesTo: Destined | null;
}

/** Who receives a secret, as far as anything says; hosts are names in texts and never asked. */
export interface Destined {
  /** record: the registry's record says. code: it is read in code where these hosts are asked. */
  readonly hosts: readonly { readonly host: string; readonly by: 'record' | 'code' }[];
  /** One line that completes "goes to …". */
  readonly said: string;
}

export interface CardTools {
  /** source: declared in its code. claimed: only its registry says so. unseen: nobody says. */
  readonly from: 'source' | 'claimed' | 'unseen';
  readonly tools: readonly { readonly name: string; readonly description: string | null; readonly annotations: Json }[];
}

/** What the record declares; what is not declared may be asked for all the same. */
export interface Authentication {
  readonly declared: readonly string[];
  /** declared: see there. none: the record lists inputs and no secret is among them. unseen: the record does not say. */
  readonly outcome: 'declared' | 'none' | 'unseen';
}

export interface CardProvenance {
  readonly purl: string;
  readonly version: string;
  /** As its registry's document says; `verify` looks at the signatures themselves. */
  readonly attestation: 'named' | 'absent' | 'unseen';
  readonly trustedPublisher: boolean | null;
  readonly archive: 'matches' | 'differs' | 'not given' | 'unseen';
}

export interface CardFindings {
  readonly pipeline: PipelineId;
  /** What was looked at: the snapshot, or the packages as they are now. */
  readonly from: 'snapshot' | 'packages';
  /** silent: signals looked and none fired. unseen: none could look. not fired: one of the two, and which is not known. */
  readonly outcome: 'fired' | 'silent' | 'unseen' | 'not fired';
  /** null where nothing fired. */
  readonly tier: Tier | null;
  readonly score: number | null;
  readonly fired: readonly CardSignal[];
  /** Clearing evidence that was found. */
  readonly cleared: readonly string[];
  readonly facts: readonly string[];
}

export interface CardSignal {
  readonly id: SignalId;
  readonly weight: number;
  readonly statements: readonly string[];
  /** When it is innocent and what to look at: from the signal's declaration. */
  readonly clearedBy: string;
}

export interface CardChanges {
  readonly purl: string;
  readonly from: string;
  readonly to: string;
  readonly days: number | null;
  readonly capabilities: CapabilityChanges;
  readonly dependencies: Changed;
  readonly publisherChanged: { readonly from: string; readonly to: string } | null;
}

export interface Unseen {
  readonly what: string;
  readonly why: string;
}
