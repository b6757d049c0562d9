import type { RegistryId } from './entry.ts';
import type { Evidence, SignalId } from './finding.ts';

/**
 * What a host does with the keys and requests it is given, and what a publisher of hundreds of connectors will publish next, stands
 * in no record and no archive. A class that most members of have honest reasons to be in; never a score.
 */
export const GATEWAY_CLASS = 'not statically falsifiable';

/** A host or publisher that stands between users and services of others. Strings as received; counts by registry. */
export interface Gateway {
  /** The name on the list in lower case with hyphens, else its host, else its account. */
  readonly id: string;
  readonly class: typeof GATEWAY_CLASS;
  /** From the list; null where only its structure shows it. */
  readonly name: string | null;
  /** `hosting-platform`, `connector-gateway` …, from the list; null where only its structure shows it. */
  readonly kind: string | null;
  readonly found: 'by list' | 'by structure' | 'by list and by structure';
  readonly reasons: readonly GatewayReason[];
  /** Registrable domains, and whole subdomains on platforms where anybody gets one; most entries first, cut to 100. */
  readonly hosts: readonly Counted[];
  readonly moreHosts: number;
  /** Accounts (`github.com/acme`, `acme.example`, `smithery:acme`); most entries first, cut to 100. */
  readonly publishers: readonly Counted[];
  readonly morePublishers: number;
  /** Entries in each registry; registries list the same servers, so these are not to be added up. */
  readonly servers: readonly { readonly registry: RegistryId; readonly entries: number }[];
  /** The largest of these: so many servers there are at least. */
  readonly serversAtLeast: number;
  /** Brands that entries name and whose vendors neither publish nor host them. */
  readonly brands: readonly Counted[];
  readonly credentials: readonly CredentialField[];
  readonly publishedCode: { readonly packages: Share; readonly repositories: Share };
}

/** Entries over all registries: a server that two of them list counts twice. */
export interface Counted {
  readonly name: string;
  readonly entries: number;
}

/** How many of the entries that say whether they have it do; unknown where none says. */
export type Share = 'all' | 'some' | 'none' | 'unknown';

/** A secret that entries ask for, whose it is, and where it goes. */
export interface CredentialField {
  /** The brand that the field's own name has, else the one that the entry is named after; null where neither says. */
  readonly brand: string | null;
  readonly brandFrom: 'field' | 'entry' | null;
  readonly field: string;
  /** The host, the program (`pkg:npm/…`), or why neither is known. */
  readonly to: string;
  readonly toKind: 'host' | 'package' | 'base-url' | 'unknown';
  /** Whether that host is the brand's own; null where brand or host is not known. */
  readonly toBrand: boolean | null;
  /** Named after the host that receives it (`smithery_api_key` to smithery.ai). */
  readonly hostsOwn: boolean;
  /** As in `Counted`. */
  readonly entries: number;
}

export type GatewayReason =
  | { readonly by: 'list'; readonly name: string; readonly matched: readonly ListedBy[]; readonly entries: number }
  | {
      readonly by: 'structure';
      readonly rule: StructureRule;
      /** The host or account it holds for. */
      readonly unit: string;
      readonly measured: number;
      readonly threshold: number;
    };
export type ListedBy = 'host' | 'name' | 'repository' | 'package';
/**
 * brands: so many are spanned. servers: so many in one registry. connectors: so many of one shape, half of them named after brands
 * of others. templates: so many of one shape, which are half of all there is. portfolio: so many named after two brands of others or
 * more, which are three quarters of all there is behind one domain.
 */
export type StructureRule = 'brands' | 'servers' | 'connectors' | 'templates' | 'portfolio';

/** How often a signal fired on a gateway's entries, with the first evidence in the order of entry ids. */
export interface GatewayFact {
  readonly signal: SignalId;
  readonly fired: number;
  readonly silent: number;
  readonly unseen: number;
  readonly evidence: readonly Evidence[];
}

export interface GatewayWithFacts extends Gateway {
  /** Only signals that fired. */
  readonly facts: readonly GatewayFact[];
}
