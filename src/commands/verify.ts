import { readFileSync } from 'node:fs';
import { type Check, checksOf } from '../card/checks.ts';
import { releaseShown } from '../card/packages.ts';
import { asksForMarker } from '../model/publishers.ts';
import type { Packument, Release } from '../model/release.ts';
import type { ReleaseFacts } from '../model/source.ts';
import { originOf } from '../origin/index.ts';
import type { OriginOptions } from '../origin/options.ts';
import { releaseClaimIn } from '../origin/release-claim.ts';
import { trustRootIn } from '../origin/trust-root.ts';
import { renderChecks, type VerifiedPackage } from '../report/checks.ts';
import { differences } from '../../signals/rug-pull/manifest-differences.ts';
import { inertJson } from '../text/inert.ts';
import { repositoryPath } from '../text/repository-path.ts';
import { captureClock, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { checkCoordinate } from './coordinate.ts';
import { EXIT, type ExitCode, NothingReadError, UsageError } from './exit.ts';
import { choose, unknown } from './not-one-server.ts';
import { openPackageReader, type PackageReader, type ReadPackage } from './package-reader.ts';
import { askedServer, type AskedServer, lookupFor } from './server-asked.ts';
import { terminal } from './terminal.ts';
import { tool } from './tool.ts';
import { unreadableFile } from './unreadable-file.ts';

export interface VerifyOptions {
  readonly server: string;
  /** File of the organisation's defaults; the nearest one by default. */
  readonly config?: string | undefined;
  readonly snapshots: string;
  readonly snapshot?: string | undefined;
  readonly cache?: string | undefined;
  readonly offline: boolean;
  readonly live: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  /** A trusted_root.json of another sigstore instance than the public one. */
  readonly trustedRoot?: string | undefined;
  readonly json: boolean;
  readonly progress: boolean;
  readonly verbose: boolean;
}

const ECOSYSTEMS = new Set(['npm', 'pypi']);
const MAX_PACKAGES = 8;

/** Checks where a server's packages come from; ends with 1 only where two things that were read cannot both be true. */
export async function verify(given: VerifyOptions): Promise<ExitCode> {
  if (given.live && given.offline)
    throw new UsageError('--live asks anew, and --offline asks nothing; name one of them.');
  checkCoordinate(given.server);
  const options = await withConfiguration(given, given.config);
  const root = options.trustedRoot === undefined ? undefined : trustedRoot(options.trustedRoot);
  const now = captureClock(process.env);
  const lookup = await lookupFor(options.server, options);
  const reader = await openPackageReader({ ...options, now });
  try {
    const asked = await askedServer(lookup, options.server);
    if (asked.kind === 'choice') return choose(asked.entries, lookup, options);
    if (asked.kind === 'none') return unknown(asked, lookup, options);
    if (lookup?.manifest.origin === 'synthetic' && asked.kind === 'entry') {
      throw new NothingReadError(
        `"${options.server}" stands in a synthetic snapshot: what it names is invented, so there is nothing to verify. A package can be named as npm:NAME or pypi:NAME.`,
      );
    }
    const wanted = wantedOf(asked);
    if (wanted.length === 0)
      throw new NothingReadError(`"${options.server}" names no npm or PyPI package, so there is nothing to verify.`);
    const verified: VerifiedPackage[] = [];
    for (const each of wanted) verified.push(await verifyOne(each, reader, root));
    return show(verified, options, dateOf(now()));
  } finally {
    await reader.close();
    lookup?.close();
  }
}

interface Wanted {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string | null;
  readonly named: string | null;
  readonly listedAs: readonly string[];
  readonly repository: string | null;
}

function wantedOf(asked: Extract<AskedServer, { readonly kind: 'entry' | 'package' }>): readonly Wanted[] {
  const { query } = asked;
  if (asked.kind === 'package') {
    const { ecosystem, name, version } = asked.query;
    const listedAs = asked.alsoNamedBy.filter(({ registry }) => asksForMarker(registry)).map((each) => each.name);
    return [{ ecosystem, name, version, named: null, listedAs, repository: null }];
  }
  const { subject, entry, twins } = asked;
  if (subject.depth === 'name') return [];
  const { packages, repository } = subject.record;
  const entries = [entry, ...twins.map((twin) => twin.entry)];
  const references = (packages ?? []).filter(({ ecosystem, purl }) => purl !== null && ECOSYSTEMS.has(ecosystem));
  const chosen = query.by === 'package' ? references.filter(({ purl }) => purl === query.purl) : references;
  const distinct = [...new Map(chosen.map((each) => [each.purl, each])).values()];
  return distinct.slice(0, MAX_PACKAGES).map(({ ecosystem, identifier, purl, version: named }) => ({
    ecosystem,
    name: identifier,
    version: query.version,
    named,
    listedAs: entries
      .filter(({ registry, packages: own }) => asksForMarker(registry) && own?.some((each) => each.purl === purl))
      .map((each) => each.name),
    repository: repository === null || repository === 'none' ? null : repository.url,
  }));
}

async function verifyOne(wanted: Wanted, reader: PackageReader, root: OriginOptions['root']): Promise<VerifiedPackage> {
  const { ecosystem, name, version, named } = wanted;
  const read = await reader.read(ecosystem, name);
  if (typeof read === 'string') throw new NothingReadError(`${ecosystem}:${name} could not be read: ${read}.`);
  const { packument } = read;
  const release = releaseShown(packument, version, named);
  if (release === null) {
    throw version === null
      ? new NothingReadError(`${ecosystem}:${name} has no release.`)
      : new UsageError(`${ecosystem}:${name} has no release ${version}.`);
  }
  return {
    ecosystem,
    name,
    version: release.version,
    checks: await checksFor(wanted, { read, packument, release }, { reader, root }),
  };
}

interface ReadRelease {
  readonly read: ReadPackage;
  readonly packument: Packument;
  readonly release: Release;
}

async function checksFor(
  { listedAs, repository }: Wanted,
  { read, packument, release }: ReadRelease,
  { reader, root }: { readonly reader: PackageReader; readonly root: OriginOptions['root'] },
): Promise<readonly Check[]> {
  const claim = releaseClaimIn(read.stored, release.version);
  const options = { baseUrl: read.baseUrl, ...(root === undefined ? {} : { root }) };
  const origin = claim === null ? null : await originOf(reader.get, claim, options);
  const attested = origin?.provenance.outcome === 'attested' ? origin.provenance.identity.repository : null;
  const asked = reader.codeHosts.read({
    repositories: [attested, release.repository, repository].flatMap((url) =>
      url === null ? [] : (repositoryPath(url)?.repository ?? []),
    ),
    accounts: [],
  });
  const [codeHost, { release: archives }] = await Promise.all([asked, read.release(release.version)]);
  const facts = archives.outcome === 'read' ? archives.facts : null;
  return checksOf({
    ecosystem: packument.ecosystem,
    packageName: packument.name,
    release,
    versions: packument.releases.map(({ version }) => version),
    origin,
    facts,
    notRead: archives.outcome === 'read' ? '' : archives.reason,
    listedAs,
    repository,
    codeHost,
    differences: differencesIn(facts, release),
  });
}

/** null where there is nothing to compare. */
function differencesIn(facts: ReleaseFacts | null, release: Release): ReturnType<typeof differences> | null {
  const manifest = facts?.archives[0].manifest ?? null;
  const isShown = release.installScripts !== null || release.bin !== null || release.dependencies !== null;
  return manifest === null || !isShown ? null : differences(manifest, release);
}

function show(packages: readonly VerifiedPackage[], { json, server }: VerifyOptions, asOf: string): ExitCode {
  if (json) console.log(inertJson({ schemaVersion: 1, tool: tool(), query: server, asOf, packages }, 1));
  else console.log(renderChecks(packages, terminal()));
  return packages.some(({ checks }) => checks.some((check) => check.contradicts)) ? EXIT.gateMet : EXIT.done;
}

function trustedRoot(file: string): OriginOptions['root'] {
  try {
    return trustRootIn(JSON.parse(readFileSync(file, 'utf8')), file);
  } catch (error) {
    throw unreadableFile('--trusted-root', file, error);
  }
}
