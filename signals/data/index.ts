import brandFile from './brands.json' with { type: 'json' };
import dictionaryFile from './dictionary.json' with { type: 'json' };
import gatewayFile from './gateways.json' with { type: 'json' };
import ordinaryHostFile from './ordinary-hosts.json' with { type: 'json' };
import popularPackageFile from './popular-packages.json' with { type: 'json' };
import referenceFile from './reference-servers.json' with { type: 'json' };

/** A host or publisher known to stand between users and other people's services: how it is recognised, without a verdict. */
export interface Gateway {
  readonly name: string;
  readonly kind: string;
  readonly hosts: readonly string[];
  /** Starts of server names in the official registry, in lower case. */
  readonly namePrefixes: readonly string[];
  /** Starts of repository addresses without the scheme, in lower case. */
  readonly repositoryPrefixes: readonly string[];
  readonly packagePrefixes: readonly string[];
  readonly phrases: readonly string[];
  /** How many entries, when; null where nobody counted. */
  readonly observed: string | null;
  readonly sources: readonly string[];
  readonly confidence: string;
}

export const gateways: readonly Gateway[] = gatewayFile.gateways;

/** Registrable domains that code names for what they are to everybody: schemas, documentation, code hosts, CDNs, telemetry, links. */
export const ordinaryDomains: ReadonlySet<string> = new Set(ordinaryHostFile.groups.flatMap(({ domains }) => domains));

/** Suffixes under which anybody gets a host. */
const { sharedHosts, mcpPlatforms }: Readonly<Record<'sharedHosts' | 'mcpPlatforms', readonly string[]>> = gatewayFile;

/** What the lookalike pipeline protects; its shape is `Protected` of src/pipelines/brands.ts. */
export const protectedNames = {
  brands: brandFile.brands,
  references: referenceFile,
  sharedHosts,
  mcpPlatforms,
  republishers: gateways.flatMap(({ namePrefixes }) => namePrefixes),
  popular: popularPackageFile.groups,
  dictionary: dictionaryFile.words,
};

/** What to search for where a registry lists only what is asked for: a query a brand, in a fixed order, without repeats. */
export function brandQueries(): string[] {
  const queries = brandFile.brands.map(({ name }) => name.toLowerCase().replace(/ \([^()]*\)$/, ''));
  return [...new Set(queries)].toSorted();
}
