/** The vendors' own servers: real names, namespaces, repositories and packages; invented, neutral words and versions. */
import { VENDORS, type Vendor } from './brands.ts';
import { things } from './descriptions.ts';
import { header, variable } from './inputs.ts';
import type { PackageKind, PackageSpec, Publisher, Server } from './model.ts';
import { DAY_MS } from './moments.ts';
import { prefix } from './inputs.ts';
import { between, happens, stream, type Chance } from './random.ts';

export function makeVendors(seed: string, asOfMs: number): readonly Server[] {
  return VENDORS.map((vendor) => makeVendor(vendor, `${seed}/vendor/${vendor.name}`, asOfMs));
}

export function makeVendor(vendor: Vendor, key: string, asOfMs: number): Server {
  const chance = stream(key);
  const [namespace = '', leaf = ''] = vendor.name.split('/');
  const remoteHeaders = happens(chance, 0.5) ? [header(chance, vendor.brand)] : [];
  return {
    key,
    publisher: vendorPublisher(vendor, key, namespace),
    name: vendor.name,
    leaf,
    title: vendor.display,
    subject: vendor.brand,
    websiteUrl: null,
    firstMs: asOfMs - between(chance, 60, 280) * DAY_MS,
    fame: 0.8 + 0.2 * chance(),
    byVendor: true,
    states: null,
    description:
      `${officially(chance)}${vendor.display} MCP server: ${things(chance)}, ${things(chance)} and ${things(chance)}`
        .slice(0, 100)
        .trimEnd(),
    repository: vendor.repository === null ? 'absent' : { url: vendor.repository, source: 'github' },
    packages: [
      ...packageOf(chance, 'npm', vendor.npm, vendor.brand),
      ...packageOf(chance, 'pypi', vendor.pypi, vendor.brand),
    ],
    remotes: vendor.remote === null ? [] : [{ type: 'streamable-http', url: vendor.remote, headers: remoteHeaders }],
  };
}

function officially(chance: Chance): string {
  return happens(chance, 0.5) ? 'Official ' : '';
}

/** Accounts of vendors' packages are invented too: a mailbox below a reserved suffix. */
function vendorPublisher(vendor: Vendor, key: string, namespace: string): Publisher {
  const owner = vendor.repository?.split('/')[3] ?? vendor.brand;
  const account = `${vendor.brand}-release`;
  return {
    key,
    login: owner,
    namespace,
    display: vendor.display,
    domain: null,
    account: { name: account, email: `${account}@vendor.example` },
  };
}

function packageOf(
  chance: Chance,
  kind: PackageKind,
  identifier: string | null,
  brand: string,
): readonly PackageSpec[] {
  if (identifier === null) return [];
  const variables = happens(chance, 0.7) ? [variable(chance, `${prefix(brand)}_API_KEY`, 'secret')] : [];
  return [
    { kind, identifier, runtimeHint: null, saysBaseUrl: false, variables, runtimeArguments: [], packageArguments: [] },
  ];
}
