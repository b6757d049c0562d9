/**
 * Release histories of packages, before they become documents of npm or PyPI.
 *
 * Every version that a server's record names is a release; most packages are older than their entry. What changes from release
 * to release follows 727 neighbouring pairs (figures.ts, UPGRADE).
 */
import { GAP_HOURS, PACKAGE, UPGRADE } from './figures.ts';
import type { Account, Server } from './model.ts';
import { HOUR_MS } from './moments.ts';
import { between, happens, pick, quantile, stream, type Chance, type Quantiles, type Some } from './random.ts';
import { statesOf } from './states.ts';
import { bumped } from './versions.ts';

export interface ReleaseFacts {
  readonly publisher: Account;
  readonly maintainers: readonly Account[];
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly repositoryUrl: string | null;
  readonly mcpName: string | null;
  readonly deprecated: string | null;
  readonly attested: boolean;
  readonly unpackedBytes: number;
  readonly fileCount: number;
}

export interface PackageRelease extends ReleaseFacts {
  readonly version: string;
  readonly atMs: number;
}

export interface PackageHistory {
  readonly name: string;
  readonly description: string;
  /** Oldest first, at least one unless all were unpublished. */
  readonly releases: readonly PackageRelease[];
  readonly distTags: Readonly<Record<string, string>>;
  /** Published and gone again. */
  readonly missing: readonly { readonly version: string; readonly atMs: number }[];
  /** The whole package was unpublished. */
  readonly unpublishedMs: number | null;
}

const FIRST_BYTES: Quantiles = [
  [0, 3_000],
  [0.25, 24_000],
  [0.5, 70_000],
  [0.75, 260_000],
  [0.95, 2_400_000],
  [1, 30_000_000],
];
const EARLIER_RELEASES: Quantiles = [
  [0, 0],
  [0.4, 0.9],
  [0.7, 4],
  [0.9, 14],
  [1, 45],
];
const DEPENDENCIES: Some<readonly [string, string]> = [
  ['zod', '^3.25.0'],
  ['express', '^5.1.0'],
  ['dotenv', '^16.4.5'],
  ['axios', '^1.8.4'],
  ['node-fetch', '^3.3.2'],
  ['commander', '^13.1.0'],
  ['yargs', '^17.7.2'],
  ['ws', '^8.18.0'],
  ['pino', '^9.6.0'],
  ['cheerio', '^1.0.0'],
  ['date-fns', '^4.1.0'],
  ['lodash', '^4.17.21'],
  ['uuid', '^11.1.0'],
  ['undici', '^7.5.0'],
  ['ajv', '^8.17.1'],
  ['cors', '^2.8.5'],
  ['fastmcp', '>=1.20.0 <2'],
  ['yaml', '~2.7.0'],
];
const BUILD_HOOKS: Some<string> = [
  'node-gyp rebuild',
  'prebuild-install || node-gyp rebuild',
  'patch-package',
  'node-gyp-build',
];
const ADDED_HOOKS: Some<string> = ['node-gyp-build', 'patch-package', 'node scripts/postinstall.js', 'husky'];

export function historyOf(server: Server, name: string, asOfMs: number): PackageHistory {
  const chance = stream(server.key, 'package', name);
  const releases = withFacts(chance, server, name, versionsOf(chance, server, asOfMs));
  const latest = releases.at(-1)?.version ?? '1.0.0';
  const gone = happens(chance, PACKAGE.wholeUnpublished);
  return {
    name,
    description: server.description,
    releases,
    distTags: { latest },
    missing: happens(chance, PACKAGE.versionUnpublished) ? missingFrom(chance, releases) : [],
    unpublishedMs: gone ? asOfMs - between(chance, 1, 200) * HOUR_MS : null,
  };
}

interface Version {
  readonly version: string;
  readonly atMs: number;
}

/** The record's versions, minutes before the record had them, after those that came before the registry. */
function versionsOf(chance: Chance, server: Server, asOfMs: number): readonly Version[] {
  const named = new Map<string, number>();
  let afterMs = 0;
  for (const { packageVersion, atMs } of statesOf(server, asOfMs)) {
    if (named.has(packageVersion)) continue;
    afterMs = Math.max(afterMs + 1, atMs - between(chance, 20, 900) * 1000);
    named.set(packageVersion, afterMs);
  }
  const [first, firstMs] = [...named][0] ?? ['1.0.0', server.firstMs];
  const registered = [...named].map(([version, atMs]) => ({ version, atMs }));
  return [...earlier(chance, first, firstMs), ...registered].sort((a, b) => a.atMs - b.atMs);
}

function earlier(chance: Chance, first: string, firstMs: number): readonly Version[] {
  const [major = 0, minor = 0] = first.split('.').map(Number);
  const line = major > 0 ? '0.1.0' : minor > 0 ? '0.0.1' : null;
  if (line === null) return [];
  let [version, atMs] = [line, firstMs];
  const list: Version[] = [];
  for (let left = Math.floor(quantile(chance, EARLIER_RELEASES)); left > 0; left -= 1) {
    list.push({ version: happens(chance, 0.03) ? `${version}-beta.1` : version, atMs: 0 });
    version = bumped(version, 'patch', 1);
  }
  for (let at = list.length - 1; at >= 0; at -= 1) {
    atMs -= Math.max(60_000, quantile(chance, GAP_HOURS, 'log') * HOUR_MS);
    list[at] = { version: list[at]?.version ?? line, atMs };
  }
  return list;
}

function missingFrom(chance: Chance, releases: readonly PackageRelease[]): PackageHistory['missing'] {
  const [first, last] = [releases[0], releases.at(-1)];
  if (first === undefined || last === undefined || releases.length < 3) return [];
  const [, second] = releases;
  const version = bumped(first.version, 'minor', between(chance, 20, 30));
  return second === undefined ? [] : [{ version, atMs: (first.atMs + second.atMs) / 2 }];
}

function withFacts(
  chance: Chance,
  server: Server,
  name: string,
  versions: readonly Version[],
): readonly PackageRelease[] {
  let facts = firstFacts(chance, server, name);
  return versions.map(({ version, atMs }, at) => {
    if (at > 0) facts = nextFacts(chance, server, facts);
    return { ...facts, version, atMs };
  });
}

function firstFacts(chance: Chance, server: Server, name: string): ReleaseFacts {
  const { account } = server.publisher;
  const second: Account = {
    name: `${account.name}-ops`,
    email: `ops@${account.email.split('@')[1] ?? 'post.example'}`,
  };
  const attested = happens(chance, PACKAGE.attested);
  const bytes = Math.round(quantile(chance, FIRST_BYTES, 'log'));
  return {
    publisher: attested && happens(chance, 0.4) ? { ...account, throughCi: true } : account,
    maintainers: happens(chance, PACKAGE.secondMaintainer) ? [account, second] : [account],
    scripts: scriptsOf(chance),
    dependencies: Object.fromEntries([
      ['@modelcontextprotocol/sdk', '^1.12.0'],
      ...Array.from({ length: between(chance, 0, 5) }, () => pick(chance, DEPENDENCIES)),
    ]),
    bin: { [name.split('/').at(-1) ?? name]: 'dist/index.js' },
    repositoryUrl:
      typeof server.repository === 'string' ? null : `git+${server.repository.url.replace(/\.git$/, '')}.git`,
    mcpName: happens(chance, 0.93) ? server.name : null,
    deprecated: null,
    attested,
    unpackedBytes: bytes,
    fileCount: 3 + Math.round(bytes / 9000),
  };
}

function scriptsOf(chance: Chance): Readonly<Record<string, string>> {
  const hook = happens(chance, PACKAGE.installScriptFromTheStart) ? { install: pick(chance, BUILD_HOOKS) } : {};
  const prepare = happens(chance, PACKAGE.prepareFromTheStart) ? { prepare: 'npm run build' } : {};
  return { build: 'tsc', ...hook, ...prepare };
}

function nextFacts(chance: Chance, server: Server, facts: ReleaseFacts): ReleaseFacts {
  const bytes = Math.round(facts.unpackedBytes * growth(chance));
  const scripts = happens(chance, UPGRADE.installScriptAdded)
    ? { ...facts.scripts, postinstall: pick(chance, ADDED_HOOKS) }
    : facts.scripts;
  const repositoryUrl =
    facts.repositoryUrl !== null && happens(chance, UPGRADE.repositoryChanged)
      ? `git+https://github.com/${server.publisher.login}/${server.leaf}-monorepo.git`
      : facts.repositoryUrl;
  return {
    ...facts,
    ...people(chance, facts),
    scripts,
    dependencies: dependencies(chance, facts),
    bin: happens(chance, UPGRADE.binChanged) ? { ...facts.bin, [`${server.leaf}-cli`]: 'dist/cli.js' } : facts.bin,
    repositoryUrl,
    deprecated: happens(chance, UPGRADE.deprecated) ? 'Please upgrade to a newer release' : null,
    attested: facts.attested && !happens(chance, UPGRADE.provenanceDropped),
    unpackedBytes: Math.max(1200, bytes),
    fileCount: 3 + Math.round(Math.max(1200, bytes) / 9000),
  };
}

/** A new hand joins; the old ones stay. */
function people(
  chance: Chance,
  { publisher, maintainers }: ReleaseFacts,
): Pick<ReleaseFacts, 'publisher' | 'maintainers'> {
  if (happens(chance, UPGRADE.publisherChanged)) {
    const name = `${publisher.name.split('-')[0]}-${pick(chance, ['dev', 'bot', 'mate', 'two'])}${between(chance, 1, 99)}`;
    const joined: Account = { name, email: `${name}@${name}.example` };
    return { publisher: joined, maintainers: [...maintainers, joined] };
  }
  const usual = maintainers[0];
  return {
    publisher: usual !== undefined && publisher.throughCi !== true && happens(chance, 0.7) ? usual : publisher,
    maintainers,
  };
}

function dependencies(chance: Chance, { dependencies: before }: ReleaseFacts): Readonly<Record<string, string>> {
  const added = happens(chance, UPGRADE.dependencyAdded) ? Object.fromEntries([pick(chance, DEPENDENCIES)]) : {};
  const names = Object.keys(before);
  const dropped = happens(chance, UPGRADE.dependencyRemoved) && names.length > 1 ? names.at(-1) : undefined;
  return { ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== dropped)), ...added };
}

function growth(chance: Chance): number {
  if (happens(chance, UPGRADE.sizeMoreThanTwice)) return 2 + 1.6 * chance();
  if (happens(chance, UPGRADE.sizeLessThanHalf)) return 0.3 + 0.2 * chance();
  return happens(chance, 0.065) ? 1.5 + 0.5 * chance() : 0.97 + 0.09 * chance();
}
