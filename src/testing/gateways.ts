import type { Input } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import type { Brand } from '../pipelines/brands.ts';
import type { ListedGateway } from '../pipelines/gateway-listed.ts';
import type { GatewayData } from '../pipelines/gateway-reading.ts';
import { type GatewayContext, type Gateways, gatewaySurvey } from '../pipelines/gateway.ts';
import { harborCrane, lanternly } from './protected.ts';
import { type Listing, listed, remoteAt } from './subjects.ts';

/**
 * Gateways for tests: the harbour town's invented vendors and an invented business that connects to them.
 *
 * Netloft is on the list; Wharfside is on none and is known by its structure alone.
 */
export const netloft: ListedGateway = {
  name: 'Netloft',
  kind: 'hosted-connectors',
  hosts: ['netloft.example'],
  namePrefixes: ['example.netloft/'],
  repositoryPrefixes: ['github.com/netloft-io/mcp-'],
  packagePrefixes: ['@netloft/'],
};

const BRAND_NAMES = ['saltmarsh', 'gullnet', 'cocklebed', 'tidemill'] as const;

export const gatewayData: GatewayData = {
  brands: [harborCrane, lanternly, ...BRAND_NAMES.map(vendorOf)],
  sharedHosts: ['run.tools', 'slipway.example', 'workers.dev'],
  mcpPlatforms: ['run.tools'],
  dictionary: [],
  listed: [netloft],
};

/** Leaves of connectors: the first are named after brands, the others after nothing. */
export const LEAVES = ['lanternly', ...BRAND_NAMES, ...Array.from({ length: 40 }, (_, index) => `chart-${index}`)];

/** Everything a survey learns from these entries. */
export function gatewaysAmong(subjects: readonly Subject[], data: GatewayData = gatewayData): Gateways {
  const survey = gatewaySurvey(data);
  for (const subject of subjects) survey.see(subject);
  return survey.result();
}

/** What signals are asked with in a town where Wharfside has 25 connectors, five of them named after brands. */
export function wharfsideContext(): GatewayContext {
  return { gateways: gatewaysAmong(LEAVES.slice(0, 25).map((leaf) => wharfside(leaf))) };
}

/** Wharfside's connectors: one account, one host, the leaf in the path. */
export function wharfside(leaf: string, fields: Listing = {}): Subject {
  return listed({
    name: `io.github.wharfside/${leaf}`,
    repository: { url: `https://github.com/wharfside/${leaf}`, subfolder: null, id: null },
    remotes: [remoteAt(`https://mcp.wharfside.example/${leaf}/mcp`)],
    ...fields,
  });
}

/** The same of an account of nobody else, for comparison. */
export function neighbour(leaf: string, fields: Listing = {}): Subject {
  return wharfside(leaf, {
    name: `io.github.tidewater/${leaf}`,
    repository: 'none',
    remotes: [remoteAt(`https://mcp.tidewater.example/${leaf}`)],
    ...fields,
  });
}

export function input(name: string, fields: Partial<Input> = {}): Input {
  return {
    at: `/packages/0/environmentVariables/${name}`,
    kind: 'environment',
    name,
    description: null,
    value: null,
    default: null,
    placeholder: null,
    isSecret: null,
    isRequired: null,
    ...fields,
  };
}

function vendorOf(name: string): Brand {
  const nothing = { namespaces: [], githubOrgs: [], npmScopes: [], npmPackages: [], pypiProjects: [] };
  return {
    name: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    aliases: [name],
    ordinaryWords: [],
    technology: false,
    domains: [`${name}.example`, `${name}.test`],
    remoteHosts: [],
    servers: [],
    identities: { ...nothing, githubOrgs: [`${name}-labs`] },
    unverified: nothing,
  };
}
