/** Makes one server of the world from its stream: what it is about, what it ships, where it runs. */
import { description } from './descriptions.ts';
import {
  BRAND,
  DAYS_PRESENT,
  FIELD,
  KIND,
  NO_REPOSITORY,
  NO_REPOSITORY_SPELLED,
  PACKAGE,
  PACKAGE_KIND,
} from './figures.ts';
import { PACKAGES_OF_ONE, REPOSITORY, REPOSITORY_IS_LEAF } from './figures.ts';
import { remotes } from './hosts.ts';
import { packageArguments, runtimeArguments, variables } from './inputs.ts';
import type { PackageKind, PackageSpec, Publisher, RepositorySpec, Server } from './model.ts';
import { DAY_MS } from './moments.ts';
import { brandLeaf, leaf, title, topic } from './names.ts';
import { BRAND_WORDS } from './brands.ts';
import { between, happens, pick, quantile, stream, weighted, type Chance } from './random.ts';
import { NOUNS } from './words.ts';

export interface Wanted {
  readonly asOfMs: number;
  /** Leaves this publisher has already. */
  readonly leaves: Set<string>;
  /** Share of its servers that carry a brand's name; the population's share where it is not said. */
  readonly brandRate?: number;
  /** Registries that list repositories list nothing without one. */
  readonly mustHaveRepository?: boolean;
}

export function makeServer(key: string, publisher: Publisher, wanted: Wanted): Server {
  const chance = stream(key, 'server');
  const brand = happens(chance, wanted.brandRate ?? BRAND.foreign) ? weighted(chance, BRAND_WORDS) : null;
  const subject = brand ?? topic(chance);
  const own = distinct(chance, leafOf(chance, brand, subject), wanted.leaves);
  const kind = weighted(chance, KIND);
  const repository = repositoryOf(stream(key, 'repository'), {
    publisher,
    leaf: own,
    kind,
    must: wanted.mustHaveRepository ?? false,
  });
  return {
    key,
    publisher,
    name: `${publisher.namespace}/${own}`,
    leaf: own,
    title: happens(chance, FIELD.title) ? title(own) : null,
    subject,
    websiteUrl: happens(chance, FIELD.websiteUrl)
      ? `https://${publisher.domain ?? `${publisher.login.toLowerCase()}.example`}/${own}`
      : null,
    firstMs: wanted.asOfMs - quantile(chance, DAYS_PRESENT) * DAY_MS,
    fame: chance() ** 3,
    byVendor: false,
    states: null,
    description: words(stream(key, 'description'), { publisher, brand, subject }),
    repository,
    packages: kind === 'package' || kind === 'both' ? packagesOf(stream(key, 'packages'), publisher, own, subject) : [],
    remotes: kind === 'remote' || kind === 'both' ? remotes(stream(key, 'remotes'), publisher, own) : [],
  };
}

function leafOf(chance: Chance, brand: string | null, subject: string): string {
  if (brand === null) return leaf(chance, subject);
  return happens(chance, BRAND.exactLeaf) ? brand : brandLeaf(chance, brand);
}

function distinct(chance: Chance, wanted: string, leaves: Set<string>): string {
  let found = wanted;
  while (leaves.has(found.toLowerCase()))
    found = `${wanted}-${pick(chance, NOUNS)}${leaves.size > 40 ? leaves.size : ''}`;
  leaves.add(found.toLowerCase());
  return found;
}

function words(chance: Chance, of: { publisher: Publisher; brand: string | null; subject: string }): string {
  const text = description(chance, of.subject);
  if (of.brand !== null && happens(chance, BRAND.saysCommunity)) {
    return `${pick(chance, ['Unofficial', 'Community'])}: ${text}`.slice(0, 100).trimEnd();
  }
  const company = of.publisher.namespace.startsWith('io.github.') ? null : of.publisher.display;
  if (company !== null && of.brand === null && happens(chance, 0.045))
    return `Official ${company} MCP server — ${text}`.slice(0, 100).trimEnd();
  return text;
}

function repositoryOf(
  chance: Chance,
  of: { publisher: Publisher; leaf: string; kind: string; must: boolean },
): RepositorySpec {
  const rate = of.kind === 'package' || of.kind === 'both' ? NO_REPOSITORY.withPackage : NO_REPOSITORY.withRemote;
  if (!of.must && happens(chance, rate)) return weighted(chance, NO_REPOSITORY_SPELLED);
  const owner = happens(chance, REPOSITORY.otherOwner)
    ? `${of.publisher.login}-${pick(chance, ['labs', 'team', 'io', 'dev'])}`
    : of.publisher.login;
  const name = happens(chance, REPOSITORY_IS_LEAF) ? of.leaf : `${of.leaf}-${pick(chance, NOUNS)}`;
  const host = happens(chance, REPOSITORY.gitlab) ? 'gitlab' : 'github';
  const ending = happens(chance, REPOSITORY.dotGit) ? '.git' : happens(chance, REPOSITORY.slash) ? '/' : '';
  return {
    url: `https://${host}.com/${owner}/${name}${ending}`,
    source: host,
    ...(happens(chance, REPOSITORY.id) ? { id: String(between(chance, 700_000_000, 1_200_000_000)) } : {}),
    ...(happens(chance, REPOSITORY.subfolder)
      ? { subfolder: pick(chance, ['packages/mcp', 'mcp', 'server', 'apps/mcp']) }
      : {}),
  };
}

function packagesOf(chance: Chance, publisher: Publisher, own: string, subject: string): readonly PackageSpec[] {
  const kinds = Array.from({ length: weighted(chance, PACKAGES_OF_ONE) }, () => weighted(chance, PACKAGE_KIND));
  const asked = variables(chance, subject);
  const first = packageOf(chance, { kind: kinds[0] ?? 'npm', publisher, own, variables: asked });
  return [first, ...kinds.slice(1).map((kind) => packageOf(chance, { kind, publisher, own, variables: asked }))];
}

function packageOf(
  chance: Chance,
  of: { kind: PackageKind; publisher: Publisher; own: string; variables: PackageSpec['variables'] },
): PackageSpec {
  return {
    kind: of.kind,
    identifier: identifier(chance, of),
    runtimeHint: happens(chance, 0.245) ? hint(of.kind) : null,
    saysBaseUrl: happens(chance, FIELD.registryBaseUrl),
    variables: of.variables,
    runtimeArguments: runtimeArguments(chance),
    packageArguments: packageArguments(chance),
  };
}

/** Package names are made of the publisher's login, so that no two publishers have the same and no real one is named. */
function identifier(chance: Chance, of: { kind: PackageKind; publisher: Publisher; own: string }): string {
  const login = of.publisher.login.toLowerCase();
  const named = happens(chance, PACKAGE.named)
    ? of.own.toLowerCase()
    : `${of.own.toLowerCase()}-${pick(chance, NOUNS)}`;
  if (of.kind === 'npm') return happens(chance, PACKAGE.scoped) ? `@${login}/${named}` : `${login}-${named}`;
  if (of.kind === 'pypi') return `${login}-${named}`.replaceAll('_', '-');
  if (of.kind === 'oci') return `${pick(chance, ['docker.io', 'ghcr.io', 'ghcr.io'])}/${login}/${named}`;
  if (of.kind === 'mcpb') return `https://github.com/${of.publisher.login}/${named}/releases/download`;
  return of.kind === 'nuget' ? `${login}.${named.replaceAll('-', '.')}` : `${login}-${named}`;
}

function hint(kind: PackageKind): string {
  const hints = { npm: 'npx', pypi: 'uvx', oci: 'docker', mcpb: 'binary', nuget: 'dnx', cargo: 'cargo' };
  return hints[kind];
}
