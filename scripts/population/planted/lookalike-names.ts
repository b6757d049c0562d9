/** Names that imitate: reference servers in the other ecosystem, vendors' scopes left out, letters swapped or foreign. */
import { vendorOf } from '../brands.ts';
import type { PackageSpec } from '../model.ts';
import { DAY_MS } from '../moments.ts';
import { person } from '../publishers.ts';
import { makeVendor } from '../vendors.ts';
import {
  type Bench,
  type Case,
  draft,
  history,
  npmPackage,
  type Pattern,
  remote,
  rows,
  somebody,
  someCompany,
} from './bench.ts';

/** Names of the reference implementations that were squatted on npm, where the project publishes under its scope only. */
const REFERENCES = ['fetch', 'git', 'sequential-thinking', 'everything'];
/** Tails of vendors' scoped packages: as disclosed (the first), or scope and tail run together. */
const UNSCOPED = ['brave-search-mcp-server', 'auth0-mcp-server', 'upstash-context7-mcp', 'apify-actors-mcp-server'];
/** Vendors whose own package has no scope. */
const OWN_UNSCOPED = ['mongodb', 'firecrawl', 'tavily', 'exa'];
const TYPOS = ['strpie-mcp', 'cloudflaer-mcp', 'supabsae-mcp', 'firecrwal-mcp'];
const DICTIONARY = ['openapi-mcp', 'stock-mcp', 'action-mcp', 'toggle-mcp'];
const BRANDS_IN_NAMESPACES = ['stripe', 'notion', 'supabase', 'cloudflare'];
const ALIAS_NAMESPACES = ['snowflake', 'neo4j', 'redis', 'posthog'];

export const lookalikeNames: readonly Pattern[] = [
  {
    pipeline: 'lookalike',
    pattern: 'reference-name-squat',
    expects: ['lookalike/reference-name-squat'],
    positive: (bench) =>
      youngPackage(bench, `mcp-server-${choose(REFERENCES, bench)}`, { postinstall: 'node scripts/beacon.js' }),
    twin: referenceOnPypi,
  },
  {
    pipeline: 'lookalike',
    pattern: 'scope-drop',
    expects: ['lookalike/scope-drop'],
    positive: (bench) => youngPackage(bench, choose(UNSCOPED, bench), {}),
    twin: (bench) => ofVendor(bench, choose(OWN_UNSCOPED, bench), "the vendor's own package has no scope"),
  },
  {
    pipeline: 'lookalike',
    pattern: 'brand-typo',
    expects: ['lookalike/brand-typo'],
    positive: (bench) => hosted(bench, choose(TYPOS, bench), 'two neighbouring letters of a brand swapped'),
    twin: (bench) => hosted(bench, choose(DICTIONARY, bench), 'a dictionary word that lies one letter from a brand'),
  },
  {
    pipeline: 'lookalike',
    pattern: 'homoglyph-case-separator',
    expects: ['lookalike/homoglyph-case-separator'],
    positive: disguised,
    twin: undisguised,
  },
  {
    pipeline: 'lookalike',
    pattern: 'namespace-lookalike',
    expects: ['lookalike/namespace-lookalike'],
    positive: brandInNamespace,
    twin: (bench) =>
      ofVendor(bench, choose(ALIAS_NAMESPACES, bench), "an account of the vendor's that is not named like its domain"),
  },
];

/** A package a few days old, without a repository, with two files: as the canaries of 2025 were. */
function youngPackage(bench: Bench, name: string, hooks: Readonly<Record<string, string>>): Case {
  const publisher = somebody(bench);
  const server = draft(bench, publisher, { leaf: name, packages: [npmPackage(name)], repository: 'absent' });
  const start = { scripts: hooks, unpackedBytes: 1400, fileCount: 2, repositoryUrl: null };
  const steps = [
    { version: '1.0.0', daysAgo: 6 },
    { version: '1.0.1', daysAgo: 5.5 },
  ];
  return {
    registry: 'official',
    server: rows(bench, server, [{ version: '1.0.1', daysAgo: 5 }]),
    npm: history(bench, { name, server, start }, steps),
    note: `npm package "${name}" of somebody else, days old, without a repository`,
  };
}

/** The same names on PyPI, where they are the reference project's own. */
function referenceOnPypi(bench: Bench): Case {
  const reference = ['fetch', 'git', 'time', 'sqlite'][bench.nth % 4] ?? 'fetch';
  const name = `mcp-server-${reference}`;
  const publisher = { ...person(bench.key, 'modelcontextprotocol'), namespace: 'io.github.modelcontextprotocol' };
  const spec: PackageSpec = { ...npmPackage(name), kind: 'pypi' };
  const server = draft(bench, publisher, {
    leaf: `server-${reference}`,
    packages: [spec],
    repository: {
      url: 'https://github.com/modelcontextprotocol/servers',
      source: 'github',
      subfolder: `src/${reference}`,
    },
  });
  const steps = [
    { version: '2025.1.17', daysAgo: 500 },
    { version: '2025.4.7', daysAgo: 440 },
  ];
  return {
    registry: 'official',
    server: rows(bench, server, [{ version: '2025.4.7', daysAgo: 200 }]),
    pypi: history(bench, { name, server }, steps),
    note: 'the same name on PyPI, where the reference project publishes it',
  };
}

function ofVendor(bench: Bench, brand: string, note: string): Case {
  const vendor = vendorOf(brand);
  const server = makeVendor(vendor, `${bench.seed}/vendor/${vendor.name}`, bench.asOfMs);
  return { registry: 'official', server: { ...server, firstMs: bench.asOfMs - 200 * DAY_MS }, note };
}

function hosted(bench: Bench, leaf: string, note: string): Case {
  const publisher = somebody(bench);
  const server = draft(bench, publisher, { leaf, remotes: [remote(`https://mcp.${bench.word}.example/mcp`)] });
  return { registry: 'official', server: rows(bench, server, [{ version: '1.0.0', daysAgo: 20 }]), note };
}

/** Foreign letters where names allow them, separators moved where they do not. */
function disguised(bench: Bench): Case {
  const [registry, leaf, title, note] = choose<readonly [string, string, string | null, string]>(
    [
      ['mcp-so', 'ѕtripe-mcp', null, 'U+0455 for the first letter'],
      ['official', 'fire-crawl-mcp', null, "a vendor's package name with a separator more"],
      ['smithery', 'notes-bridge', 'Νotion', 'U+039D for the first letter of the displayed name'],
      ['official', 'tavilymcp', null, "a vendor's package name with a separator less"],
    ],
    bench,
  );
  const server = draft(bench, somebody(bench), {
    leaf,
    title,
    remotes: [remote(`https://mcp.${bench.word}.example/mcp`)],
  });
  return { registry, server: rows(bench, server, [{ version: '1.0.0', daysAgo: 15 }]), note };
}

function undisguised(bench: Bench): Case {
  const [registry, leaf, title, login] = choose<readonly [string, string, string | null, string | undefined]>(
    [
      ['mcp-so', 'погода', null, undefined],
      ['mcp-so', 'Firecrawl-MCP-Server', null, 'firecrawl'],
      ['smithery', 'harbour-weather', '港口天气', undefined],
      ['mcp-so', 'tavily_mcp', null, 'tavily-ai'],
    ],
    bench,
  );
  const server = draft(bench, somebody(bench, login), { leaf, title });
  const note = login === undefined ? 'a name wholly in another script' : "the vendor's own, written another way";
  return { registry, server: rows(bench, server, [{ version: '1.0.0', daysAgo: 150 }]), note };
}

/** A brand as a word of a namespace that is none of its own. */
function brandInNamespace(bench: Bench): Case {
  const brand = choose(BRANDS_IN_NAMESPACES, bench);
  const label = `${brand}-${bench.word}`;
  const publisher =
    bench.nth % 2 === 0
      ? somebody(bench, label)
      : { ...someCompany(bench), namespace: `com.${label}`, login: label, domain: `${label}.example` };
  const server = draft(bench, publisher, { leaf: 'mcp', remotes: [remote(`https://mcp.${bench.word}.example/mcp`)] });
  return {
    registry: 'official',
    server: rows(bench, server, [{ version: '1.0.0', daysAgo: 9 }]),
    note: `"${brand}" as a word of the namespace`,
  };
}

export function choose<T>(list: readonly T[], { nth }: Bench): T {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error('an empty list has nothing to choose from');
  return found;
}
