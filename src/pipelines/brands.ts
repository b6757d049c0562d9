/** A name worth imitating, and everything by which its owner is known. Lists are exact: nothing is inferred from likeness. */
export interface Brand {
  readonly name: string;
  /** Words that mean this brand and nothing else, hyphenated where they are several. */
  readonly aliases: readonly string[];
  /** Words that mean the brand only where they are the whole name (`linear`, `box`). */
  readonly ordinaryWords: readonly string[];
  /** A technology without a vendor: third-party servers are the normal case, so its name in another's server says nothing. */
  readonly technology: boolean;
  readonly domains: readonly string[];
  /** Hosts its own servers answer on, subdomains included. */
  readonly remoteHosts: readonly string[];
  /** Names of its servers in the official registry. */
  readonly servers: readonly string[];
  /** Documented to be the brand's. */
  readonly identities: Identities;
  /** Held to be the brand's without a document: enough to clear an entry, not to charge one. */
  readonly unverified: Identities;
}

/** Namespaces and GitHub organisations in lower case; the rest as their registry writes it. */
export interface Identities {
  readonly namespaces: readonly string[];
  readonly githubOrgs: readonly string[];
  /** With the `@`. */
  readonly npmScopes: readonly string[];
  readonly npmPackages: readonly string[];
  readonly pypiProjects: readonly string[];
}

/** A reference server of the protocol, and where its real package is; null where that ecosystem has none. */
export interface ReferenceServer {
  readonly name: string;
  readonly npm: string | null;
  readonly pypi: string | null;
}

/** Widely used packages, by what they are for. */
export interface PopularGroup {
  readonly purpose: string;
  /** Whether a name means this package alone, also in another scope or ecosystem; `express` on PyPI is another thing. */
  readonly ownTails: boolean;
  readonly npm: readonly string[];
  readonly pypi: readonly string[];
}

/** What the lookalike pipeline protects; the data files under signals/ fill it. */
export interface Protected {
  readonly brands: readonly Brand[];
  readonly references: {
    readonly servers: readonly ReferenceServer[];
    /** What stands before a server's name in an unscoped package: `mcp-server-`, `server-`. */
    readonly forms: readonly string[];
  };
  /** Suffixes under which a host belongs to a customer and never to the platform. */
  readonly sharedHosts: readonly string[];
  /** Of these, platforms made for MCP servers, where every request ends at the platform's own front. */
  readonly mcpPlatforms: readonly string[];
  /** Starts of server names under which platforms list other people's repositories, in lower case. */
  readonly republishers: readonly string[];
  readonly popular: readonly PopularGroup[];
  /** Ordinary words within a few edits of a brand. */
  readonly dictionary: readonly string[];
}

/** What the vendor publishes itself, as far as documented: servers, packages, hosts. */
export function ownServers({ servers, identities, remoteHosts }: Brand): readonly string[] {
  return [...servers, ...identities.npmPackages, ...identities.pypiProjects, ...remoteHosts];
}
