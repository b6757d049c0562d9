/**
 * How often things are so: the measured figures that the population follows.
 *
 * Sources, each a public dump: official registry 2025-12-12 (rows), 2026-05-23 and 2026-06-12 (latest per name), totals of
 * 2026-10-01; Smithery 2025-04-26; Glama 2025-05-07; mcp.so 2025-08; hosts 2026-08-05; 43 npm packages (727 release pairs).
 */
import type { Quantiles, Weighted } from './random.ts';

/** Distinct entries of the published scan of 2026-06-29. */
export const PUBLISHED = { official: 14_133, glama: 15_000, mcpSo: 3_569, smithery: 1_446, pulsemcp: 205 } as const;
/** `pagination.totalCount` of Smithery in June 2026. */
export const SMITHERY_CLAIMED = 6_035;

/** Share of a registry's entries that the official registry has too. Not measured: chosen. */
export const SHARED_WITH_OFFICIAL = { glama: 0.3, mcpSo: 0.25, smithery: 0.45, pulsemcp: 1 } as const;

/** Official registry, share of the servers of today that were there so many days before (238 on 2025-09-16 … 14,133). */
export const DAYS_PRESENT: Quantiles = [
  [0, 1],
  [0.056, 6],
  [0.303, 34],
  [0.663, 90],
  [0.85, 132],
  [0.919, 188],
  [0.983, 286],
  [1, 292],
];

/** Of ordinary publishers: with the farms, whose entries are all remote, 57 % of all have remotes only and 1.2 % nothing. */
export const KIND: Weighted<'remote' | 'package' | 'both' | 'neither'> = [
  ['remote', 48],
  ['package', 47.2],
  ['both', 3.4],
  ['neither', 1.4],
];
export const PACKAGE_KIND: Weighted<'npm' | 'pypi' | 'mcpb' | 'oci' | 'nuget' | 'cargo'> = [
  ['npm', 10_526],
  ['pypi', 4_125],
  ['mcpb', 1_387],
  ['oci', 1_032],
  ['nuget', 135],
  ['cargo', 64],
];
export const PACKAGES_OF_ONE: Weighted<number> = [
  [1, 515],
  [2, 46],
  [3, 9],
];
export const REMOTES_OF_ONE: Weighted<number> = [
  [1, 430],
  [2, 44],
  [3, 3],
  [4, 2],
];
export const SSE = 0.046;
export const REMOTE_PATH: Weighted<string> = [
  ['/mcp', 55],
  ['/', 25],
  ['/sse', 6],
  ['/mcp/', 3],
  ['/api/mcp', 4],
  ['/v1/mcp', 2],
];

/** Of ordinary publishers: 24.5 % of all, since farms name repositories. */
export const NO_REPOSITORY = { withRemote: 0.515, withPackage: 0.085 } as const;
export const NO_REPOSITORY_SPELLED: Weighted<'absent' | 'empty' | 'blank'> = [
  ['absent', 70],
  ['empty', 25],
  ['blank', 5],
];
export const REPOSITORY = {
  dotGit: 0.018,
  slash: 0.001,
  subfolder: 0.085,
  id: 0.031,
  gitlab: 0.0015,
  otherOwner: 0.045,
} as const;
export const REPOSITORY_IS_LEAF = 0.514;

/** Version rows a server: 58.1 % one; the rest a discrete Pareto from two. */
export const VERSIONS = { single: 0.581, tail: 1.35, most: 420 } as const;
/** Hours between neighbouring versions of one server. */
export const GAP_HOURS: Quantiles = [
  [0, 0.001],
  [0.01, 0.0042],
  [0.05, 0.03],
  [0.25, 0.3],
  [0.5, 4],
  [0.75, 72],
  [0.9, 315],
  [0.95, 549],
  [0.99, 1144],
  [1, 2200],
];
export const FIRST_VERSION: Weighted<string> = [
  ['1.0.0', 520],
  ['0.1.0', 330],
  ['0.0.1', 30],
  ['0.2.0', 30],
  ['2.0.0', 20],
  ['1.0.1', 40],
  ['0.1.1', 20],
  ['1.1.0', 10],
];
export const BUMP: Weighted<'patch' | 'minor' | 'major'> = [
  ['patch', 76],
  ['minor', 20],
  ['major', 4],
];
/** Versions that are no semantic versions: 53 of 9,554. */
export const ODD_VERSION = 0.0055;
export const ODD_VERSIONS: Weighted<string> = [
  ['auto', 1],
  ['mcp', 1],
  ['{{VERSION}}', 1],
  ['1.0.1º', 1],
  ['v2.1.0', 6],
  ['2026.05.11.0704', 4],
  ['2026-05-11', 2],
  ['1.0.0.post2', 3],
  ['0.1', 6],
  ['2.1', 3],
  ['0.1.0a4', 6],
  ['0.1.0rc3', 3],
  ['v17.1.7-3', 1],
];

/** Official registry, share of 1,390 neighbouring version pairs in which a thing changes. */
export const CHANGES = {
  packageUnchanged: 0.128,
  description: 0.07,
  packageArguments: 0.031,
  repositoryUrl: 0.022,
  variableAdded: 0.013,
  secretVariableAdded: 0.011,
  headerAdded: 0.008,
  remoteIntroduced: 0.006,
  repositoryRemoved: 0.006,
  remoteHost: 0.004,
  packageIdentifier: 0.004,
  repositoryOwner: 0.0005,
} as const;

export const FIELD = { title: 0.26, websiteUrl: 0.115, icons: 0.07, meta: 0.019, registryBaseUrl: 0.356 } as const;
/** 454 of 37,996. */
export const DEPRECATED = 0.012;
export const FRACTION_DIGITS: Weighted<number> = [
  [6, 8595],
  [5, 867],
  [4, 80],
  [3, 12],
];
export const PACKAGE_VERSION_DIFFERS = 0.03;

export const VARIABLES: Weighted<number> = [
  [0, 340],
  [1, 110],
  [2, 75],
  [3, 52],
  [4, 21],
  [5, 14],
  [6, 12],
  [7, 9],
  [9, 8],
  [12, 8],
  [29, 2],
  [52, 1],
];
export const HEADERS = 0.452;
/** Servers whose record asks for something secret that is not marked so: 110 of 1,117 names. */
export const SECRET_UNMARKED = 0.1;

/** npm, share of 727 neighbouring release pairs. */
export const UPGRADE = {
  installScriptAdded: 0.0028,
  dependencyAdded: 0.149,
  dependencyRemoved: 0.084,
  repositoryChanged: 0.011,
  publisherChanged: 0.018,
  binChanged: 0.012,
  sizeMoreThanTwice: 0.045,
  sizeLessThanHalf: 0.035,
  deprecated: 0.004,
  /** Of attested releases: 5 of 6,707 pairs of all. */
  provenanceDropped: 0.004,
} as const;
export const PACKAGE = {
  absent: 0.012,
  attested: 0.15,
  installScriptFromTheStart: 0.02,
  prepareFromTheStart: 0.06,
  versionUnpublished: 0.02,
  wholeUnpublished: 0.004,
  secondMaintainer: 0.18,
  scoped: 0.485,
  named: 0.725,
} as const;

export const BRAND = { foreign: 0.036, exactLeaf: 0.34, saysCommunity: 0.1, vendorRepository: 0.0004 } as const;
export const DESCRIPTION_CHARACTERS: Quantiles = [
  [0, 12],
  [0.01, 28],
  [0.05, 44],
  [0.25, 72],
  [0.5, 83],
  [0.75, 92],
  [0.9, 97],
  [1, 100],
];
export const LONG_DESCRIPTION_CHARACTERS: Quantiles = [
  [0, 8],
  [0.05, 57],
  [0.25, 165],
  [0.5, 210],
  [0.75, 245],
  [0.95, 330],
  [0.999, 760],
  [1, 4300],
];
