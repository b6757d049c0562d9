import { squeezed } from '../text/words.ts';
import type { Brand, Protected, ReferenceServer } from './brands.ts';

/** A name that stands for one project in one ecosystem. */
export interface ProtectedName {
  readonly name: string;
  readonly brand: Brand;
  /** Where the name is from: the vendor's package or server. */
  readonly of: string;
}
export interface ReferenceName {
  readonly server: ReferenceServer;
  /** The package that the unscoped form would be taken for. */
  readonly genuine: string;
}

export interface ProtectedNames {
  /** Names that are equal to this one but for separators and case, the name itself excluded. */
  respelled(name: string): readonly ProtectedName[];
  /** The vendor's scoped npm package that an unscoped name is the tail of. */
  scopeDropped(name: string): readonly ProtectedName[];
  /** The reference server whose unscoped form this is, where that ecosystem has no such genuine package. */
  referenceSquat(ecosystem: string, name: string): ReferenceName | null;
  /** Whether a package is a reference server's own. */
  isGenuineReference(name: string): boolean;
  /** The reference server whose unscoped form this is, in whatever ecosystem. */
  reference(name: string): ReferenceName | null;
}

/** Tails that many scopes share: identical unscoped tails occur for 167 of 4,108 listed packages, `mcp` 37 times. */
export const GENERIC_TAILS: ReadonlySet<string> = new Set([
  'agent-toolkit',
  'cli',
  'inspector',
  'mcp',
  'mcp-handler',
  'mcp-proxy',
  'mcp-server',
  'mcpb',
  'sdk',
  'server',
]);
const MIN_LETTERS_RESPELLED = 8;

export function protectedNames({ brands, references }: Protected): ProtectedNames {
  const vendors = brands.filter(({ technology }) => !technology);
  const bySqueezed = group(vendors.flatMap(distinctiveNames), ({ name }) => squeezed(name));
  const dropped = group(vendors.flatMap(unscopedNames), ({ name }) => name);
  const byForm = new Map(
    references.servers.flatMap((server) =>
      references.forms.map(
        (form) => [form + server.name, { server, genuine: server.npm ?? server.pypi ?? form }] as const,
      ),
    ),
  );

  const genuine = new Set(references.servers.flatMap(({ npm, pypi }) => [npm, pypi].filter((name) => name !== null)));

  return {
    respelled(name) {
      const found = bySqueezed.get(squeezed(name)) ?? [];
      return found.some((each) => each.name === name) ? [] : found;
    },
    scopeDropped: (name) => dropped.get(name) ?? [],
    isGenuineReference: (name) => genuine.has(name),
    reference: (name) => byForm.get(name) ?? null,
    referenceSquat(ecosystem, name) {
      const found = byForm.get(name);
      if (found === undefined) return null;
      if (ecosystem === 'npm') return found;
      return ecosystem === 'pypi' && found.server.pypi !== name ? found : null;
    },
  };
}

/** Names of a vendor's packages and servers that carry the brand, so that no one else has them by chance. */
function distinctiveNames(brand: Brand): ProtectedName[] {
  const { npmPackages, pypiProjects } = brand.identities;
  const owned = [...npmPackages, ...pypiProjects, ...brand.servers];
  const words = brand.aliases.map(squeezed);
  return owned.flatMap((of) => {
    const name = tail(of);
    const plain = squeezed(name);
    const carries = plain.length >= MIN_LETTERS_RESPELLED && words.some((word) => plain.includes(word));
    return carries ? [{ name, brand, of }] : [];
  });
}

/** `auth0-mcp-server` of `@auth0/auth0-mcp-server`; where the tail is everybody's, `stripe-mcp` of `@stripe/mcp`. */
function unscopedNames(brand: Brand): ProtectedName[] {
  const { npmPackages } = brand.identities;
  const scoped = [...npmPackages, ...brand.unverified.npmPackages].filter((name) => name.startsWith('@'));
  return scoped.flatMap((of) => {
    const name = tail(of);
    const withScope = { name: `${of.slice(1, of.indexOf('/'))}-${name}`, brand, of };
    return GENERIC_TAILS.has(name) ? [withScope] : [{ name, brand, of }, withScope];
  });
}

function tail(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
