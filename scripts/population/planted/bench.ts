/** Tools to build planted cases by hand: everything that a pattern does not speak of is ordinary and still. */
import type { Json } from '../../../src/model/place.ts';
import type { EntryId, RegistryId } from '../../../src/model/entry.ts';
import type { SignalId } from '../../../src/model/finding.ts';
import type { PipelineId } from '../../../src/model/candidate.ts';
import { description } from '../descriptions.ts';
import { glamaName } from '../glama.ts';
import type { Account, Declared, PackageSpec, Publisher, RemoteSpec, Server, State } from '../model.ts';
import { DAY_MS } from '../moments.ts';
import { capital } from '../names.ts';
import { companyOf, person } from '../publishers.ts';
import { stream } from '../random.ts';
import type { PackageHistory, ReleaseFacts } from '../releases.ts';
import { smitheryName } from '../smithery.ts';

/** One attack pattern and its honest double. */
export interface Pattern {
  readonly pipeline: PipelineId;
  readonly pattern: string;
  readonly expects: readonly SignalId[];
  /** Weak signals that may fire on the twin. */
  readonly twinExpects?: readonly SignalId[];
  positive(bench: Bench): Case;
  twin(bench: Bench): Case;
}

export interface Case {
  readonly registry: RegistryId;
  readonly server: Server;
  readonly npm?: PackageHistory;
  readonly pypi?: PackageHistory;
  readonly note: string;
}

/** One instance of a pattern, positive or twin. */
export interface Bench {
  readonly key: string;
  /** Counts the instances of a pattern from 0. */
  readonly nth: number;
  readonly seed: string;
  readonly asOfMs: number;
  /** Part of every name made here. */
  readonly word: string;
  /** Of the publisher. */
  readonly login: string;
}

export function entryId({ registry, server }: Case): EntryId {
  if (registry === 'glama') return `glama:${glamaName(server)}`;
  if (registry === 'smithery') return `smithery:${smitheryName(server)}`;
  if (registry === 'mcp-so') return `mcp-so:${server.leaf}/${server.publisher.login}`;
  return `${registry}:${server.name}`;
}

export function somebody({ key, login }: Bench, account = login): Publisher {
  return person(key, account);
}

export function someCompany({ key, word }: Bench): Publisher {
  return companyOf(key, { label: `${word}-ledgers`, display: `${capital(word)} Ledgers`, topLevel: 'com' });
}

/** An account that has nothing to do with the publisher: another name, another mail domain. */
export function stranger({ word }: Bench): Account {
  return { name: `${word}-newcomer`, email: `hello@${word}-newcomer.example` };
}

type Draft = Partial<Omit<Server, 'key' | 'publisher' | 'states'>> & { readonly leaf: string };

export function draft(bench: Bench, publisher: Publisher, of: Draft): Server {
  const chance = stream(bench.key, 'draft');
  return {
    title: null,
    subject: bench.word,
    websiteUrl: null,
    firstMs: bench.asOfMs - 80 * DAY_MS,
    fame: 0.1 * chance(),
    byVendor: false,
    description: description(chance, of.subject ?? 'harbour services'),
    repository: { url: `https://github.com/${publisher.login}/${of.leaf}`, source: 'github' },
    packages: [],
    remotes: [],
    name: `${publisher.namespace}/${of.leaf}`,
    ...of,
    key: bench.key,
    publisher,
    states: [],
  };
}

export function npmPackage(identifier: string, more: Partial<PackageSpec> = {}): PackageSpec {
  return {
    kind: 'npm',
    identifier,
    runtimeHint: null,
    saysBaseUrl: false,
    variables: [],
    runtimeArguments: [],
    packageArguments: [],
    ...more,
  };
}

export function remote(url: string, headers: readonly Json[] = []): RemoteSpec {
  return { type: 'streamable-http', url, headers };
}

export function secret(name: string): Json {
  return { description: 'Key of the service', isRequired: true, format: 'string', isSecret: true, name };
}

export interface Step<T> {
  readonly version: string;
  readonly daysAgo: number;
  /** Holds from this version on. */
  readonly change?: Partial<T>;
}

/** Version rows; each keeps what the one before said, but for its change. */
export function rows(bench: Bench, server: Server, steps: readonly Step<Declared & Pick<State, 'status'>>[]): Server {
  const { description: text, repository, packages, remotes } = server;
  let said: Declared & Pick<State, 'status'> = { description: text, repository, packages, remotes };
  const states = steps.map(({ version, daysAgo, change }) => {
    said = { ...said, ...change };
    return { ...said, version, packageVersion: version, atMs: bench.asOfMs - daysAgo * DAY_MS };
  });
  return { ...server, states };
}

export function history(
  bench: Bench,
  of: { name: string; server: Server; start?: Partial<ReleaseFacts> },
  steps: readonly Step<ReleaseFacts>[],
): PackageHistory {
  let facts: ReleaseFacts = { ...startOf(of.server, of.name), ...of.start };
  const releases = steps.map(({ version, daysAgo, change }) => {
    facts = { ...facts, ...change };
    return { ...facts, version, atMs: bench.asOfMs - daysAgo * DAY_MS };
  });
  return {
    name: of.name,
    description: of.server.description,
    releases,
    distTags: { latest: steps.at(-1)?.version ?? '1.0.0' },
    missing: [],
    unpublishedMs: null,
  };
}

function startOf(server: Server, name: string): ReleaseFacts {
  const { account, login } = server.publisher;
  return {
    publisher: account,
    maintainers: [account],
    scripts: { build: 'tsc' },
    dependencies: { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0' },
    bin: { [name.split('/').at(-1) ?? name]: 'dist/index.js' },
    repositoryUrl: `git+https://github.com/${login}/${server.leaf}.git`,
    mcpName: server.name,
    deprecated: null,
    attested: false,
    unpackedBytes: 240_000,
    fileCount: 24,
  };
}

/** An entry of one npm package: the record names the last release, the history is as given. */
export function packaged(
  bench: Bench,
  of: { leaf: string; start?: Partial<ReleaseFacts> },
  steps: readonly Step<ReleaseFacts>[],
): Case {
  const publisher = somebody(bench);
  const name = `@${publisher.login}/${of.leaf}`;
  const server = draft(bench, publisher, { leaf: of.leaf, packages: [npmPackage(name)] });
  const last = steps.at(-1);
  const record = [{ version: last?.version ?? '1.0.0', daysAgo: Math.max((last?.daysAgo ?? 1) - 0.01, 0.01) }];
  const start = of.start === undefined ? {} : { start: of.start };
  return {
    registry: 'official',
    server: rows(bench, server, record),
    npm: history(bench, { name, server, ...start }, steps),
    note: '',
  };
}
