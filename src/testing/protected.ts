import type { Brand, Identities, Protected } from '../pipelines/brands.ts';
import { type LookalikeContext, contextOf } from '../pipelines/lookalike.ts';
import type { ProtectedDescription } from '../pipelines/protected-descriptions.ts';

/**
 * Names to protect in tests: the harbour town's invented vendors.
 *
 * Lanternly has everything a vendor can have; Harbor Crane's short name is an ordinary word; Tidelog is a technology.
 */
export const lanternly = brand({
  name: 'Lanternly',
  aliases: ['lanternly'],
  domains: ['lanternly.example'],
  remoteHosts: ['mcp.lanternly.example'],
  servers: ['example.lanternly/mcp'],
  identities: identities({
    namespaces: ['example.lanternly'],
    githubOrgs: ['lanternly-labs'],
    npmScopes: ['@lanternly'],
    npmPackages: ['@lanternly/lanternly-mcp-server', '@lanternly/mcp'],
    pypiProjects: ['lanternly-mcp'],
  }),
});

export const harborCrane = brand({
  name: 'Harbor Crane',
  aliases: ['harbor-crane'],
  ordinaryWords: ['crane'],
  domains: ['harborcrane.example'],
  unverified: identities({ githubOrgs: ['harborcrane'] }),
});

const tidelog = brand({ name: 'Tidelog', aliases: ['tidelog'], technology: true });

const protocol = brand({
  name: 'Model Context Protocol',
  aliases: ['modelcontextprotocol'],
  identities: identities({ githubOrgs: ['modelcontextprotocol'], npmScopes: ['@modelcontextprotocol'] }),
});

export const harbourNames: Protected = {
  brands: [harborCrane, lanternly, protocol, tidelog],
  references: {
    forms: ['mcp-server-', 'server-'],
    servers: [
      { name: 'fetch', npm: null, pypi: 'mcp-server-fetch' },
      { name: 'filesystem', npm: '@modelcontextprotocol/server-filesystem', pypi: null },
    ],
  },
  sharedHosts: ['apps.lanternly.example', 'workers.dev'],
  mcpPlatforms: [],
  republishers: ['example.quayside/'],
  popular: [
    { purpose: 'libraries', ownTails: false, npm: ['kelptide', 'moorings'], pypi: ['saltmeadow'] },
    {
      purpose: 'servers',
      ownTails: true,
      npm: ['@mudlark/mcp', '@mudlark/tide-tables-mcp', 'ferry-times-mcp'],
      pypi: ['rowing-club-mcp'],
    },
  ],
  dictionary: ['lanternfly'],
};

/** What the vendor says of its own server. */
export const lanternlyDescription: ProtectedDescription = {
  entry: 'official:example.lanternly/mcp',
  text: 'Search, open and dim every street lantern of your town from one conversation.',
  owners: [lanternly],
};

export function harbourContext(): LookalikeContext {
  return contextOf(harbourNames, { asOf: '2026-06-29', described: [lanternlyDescription] });
}

function brand(fields: Partial<Brand> & Pick<Brand, 'name'>): Brand {
  return {
    aliases: [],
    ordinaryWords: [],
    technology: false,
    domains: [],
    remoteHosts: [],
    servers: [],
    identities: identities(),
    unverified: identities(),
    ...fields,
  };
}

function identities(fields: Partial<Identities> = {}): Identities {
  return { namespaces: [], githubOrgs: [], npmScopes: [], npmPackages: [], pypiProjects: [], ...fields };
}
