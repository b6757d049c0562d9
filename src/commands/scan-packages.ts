import { homedir, tmpdir } from 'node:os';
import { openPool } from '../archives/pool.ts';
import { remembered } from '../archives/remembered.ts';
import type { NamedPackage } from '../capture/choice.ts';
import { type PackageRead, readNamed } from '../capture/named.ts';
import type { ReleaseReader } from '../capture/releases.ts';
import { openCache } from '../fetch/cache.ts';
import { createGet } from '../fetch/get.ts';
import type { IntelIndex } from '../intel/port.ts';
import type { StoredEntry } from '../model/snapshot.ts';
import { ecosystems } from '../packages/index.ts';
import { rugPull } from '../pipelines/rug-pull.ts';
import { purlOf } from '../registries/purl.ts';
import { type PipelineReport, REPORT_SCHEMA_VERSION } from '../report/report.ts';
import { type AskedPackage, isAbout, packageId, packageSubject } from '../scan/package-subject.ts';
import { bind, scan as scanEntries } from '../scan/run.ts';
import { narrowed } from '../signal.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from '../snapshot/scratch.ts';
import { hygieneSignals, intelSignals, rugPullSignals } from '../../signals/index.ts';
import { captureClock, dateOf } from './clock.ts';
import { descriptionsIn } from './descriptions.ts';
import { NothingReadError } from './exit.ts';
import { currentIntel, type IntelFiles, intelShown } from './intel-lists.ts';
import { createLog } from './log.ts';
import { type Found, manifestOf, type Moment } from './package-manifest.ts';
import { checkedBudget, specLabel } from './package-spec.ts';
import { createProgress } from './progress.ts';
import { hostsOf, type Source, sources } from './sources.ts';
import { tool } from './tool.ts';

export interface PackageScan extends IntelFiles {
  readonly packages: readonly NamedPackage[];
  /** Releases read of each package, newest first served; undefined for all. */
  readonly sourceBudget?: number | undefined;
  readonly cache?: string | undefined;
  readonly offline: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  readonly progress: boolean;
  readonly verbose: boolean;
}

/**
 * Asks the rug-pull signals about named packages, without any registry: what did this update start to do?
 *
 * Throws NothingReadError where no package could be read.
 */
export async function scanPackages(options: PackageScan): Promise<PipelineReport> {
  const now = captureClock(process.env);
  const startedAt = now().toISOString();
  const intel = currentIntel(options);
  const found = await readAll(options, now);
  if (found.read.size === 0) throw nothingRead(found);
  return assess(found, intel, { asOf: dateOf(new Date(startedAt)), startedAt, finishedAt: now().toISOString() });
}

async function readAll(options: PackageScan, now: () => Date): Promise<Found> {
  const { packages: specs } = options;
  const budget = checkedBudget(options.sourceBudget) ?? null;
  const asked = sources(ecosystems, { overrides: options.baseUrl ?? [], environment: process.env });
  const environment = { variables: process.env, platform: process.platform, homeDirectory: homedir() };
  const cache = await openCache(options.cache, environment);
  const log = await createLog(options);
  const door = createGet({
    hosts: hostsOf(asked),
    cache,
    offline: options.offline,
    freshSince: now().toISOString(),
    now,
    userAgent: tool().replace('@', '/'),
    logger: log,
    onResponse: (event) => log.debug(event, 'answered'),
  });
  const pool = openPool();
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  const reader = { get: door.get, describe: remembered(pool.describe, descriptionsIn(cache, now)) };
  const scratch = openScratch(tmpdir(), READ_BACK_BUFFER_BYTES);
  const read = new Map<string, () => AskedPackage>();
  const notRead = new Map<NamedPackage, string>();
  const archives: (string | null)[] = [];
  try {
    for (const spec of specs) {
      progress.start(`reading ${specLabel(spec)}`, null);
      const outcome = await readOne(spec, { asked, budget, reader, onItem: () => progress.tick() });
      if (typeof outcome === 'string') {
        notRead.set(spec, outcome);
        continue;
      }
      archives.push(...outcome.archives);
      const position = scratch.append(JSON.stringify(outcome));
      const again = () => askedPackage(spec, JSON.parse(scratch.read(position)));
      read.set(packageId(again()), again);
    }
  } finally {
    progress.stop();
    await pool.close();
    await door.close();
    await cache.close();
  }
  return { specs, read, notRead, archives, budget };
}

interface Reading {
  readonly asked: ReadonlyMap<string, Source>;
  readonly budget: number | null;
  readonly reader: ReleaseReader;
  readonly onItem: () => void;
}

async function readOne(spec: NamedPackage, { asked, budget, reader, onItem }: Reading): Promise<PackageRead | string> {
  const ecosystem = ecosystemOf(spec);
  const source = asked.get(spec.ecosystem);
  if (source === undefined) throw new Error(`no source "${spec.ecosystem}"`);
  const purl = purlOf(spec.ecosystem, spec.name);
  return readNamed(spec, { ecosystem, baseUrl: source.baseUrl, purl, limit: budget, onItem }, reader);
}

function ecosystemOf(spec: NamedPackage) {
  const ecosystem = ecosystems.find(({ id }) => id === spec.ecosystem);
  if (ecosystem === undefined) throw new Error(`no ecosystem "${spec.ecosystem}"`);
  return ecosystem;
}

function askedPackage(spec: NamedPackage, { stored, releases }: PackageRead): AskedPackage {
  return { packument: ecosystemOf(spec).read(stored), releases, version: spec.version };
}

async function assess(found: Found, intel: IntelIndex, moment: Moment): Promise<PipelineReport> {
  const manifest = manifestOf(found, moment);
  const ids = [...found.read.keys()].toSorted();
  const packageOf = lastRemembered((id) => {
    const read = found.read.get(id);
    if (read === undefined) throw new Error(`no package "${id}"`);
    return read();
  });
  const [report] = await scanEntries(
    {
      head: {
        schemaVersion: REPORT_SCHEMA_VERSION,
        snapshot: { date: moment.asOf, origin: 'captured', tool: tool() },
        baseline: null,
        tool: tool(),
        intel: intelShown(intel),
        attributions: [],
      },
      manifest,
      setting: { asOf: moment.asOf, baseline: null, intel },
      async *entriesOf(registry) {
        for (const id of ids) if (id.startsWith(`${registry}:`)) yield { id, parse: () => placeholder(id) };
      },
      subjectOf: (_registry, { id }) => packageSubject(packageOf(id)),
      lines: () => openScratch(tmpdir(), READ_BACK_BUFFER_BYTES),
      onEntry: () => undefined,
    },
    [
      bind(
        rugPull([
          // What was recorded about a version is found by asking for it, and stands at the package as a whole.
          ...intelSignals,
          ...rugPullSignals.map((signal) => narrowed(signal, isAsked(packageOf))),
          ...hygieneSignals,
        ]),
      ),
    ],
  );
  if (report === undefined) throw new Error('a scan without pipelines');
  return report;
}

/** Packages are asked about one after the other, each many times. */
function lastRemembered(read: (id: string) => AskedPackage): (id: string) => AskedPackage {
  let last: { readonly id: string; readonly asked: AskedPackage } | null = null;
  return (id) => {
    if (last?.id !== id) last = { id, asked: read(id) };
    return last.asked;
  };
}

/** Of a package asked about at one version, only evidence about that version counts. */
function isAsked(packageOf: (id: string) => AskedPackage): Parameters<typeof narrowed>[1] {
  return (evidence, { entry }) => {
    const asked = packageOf(entry.id);
    return asked.version === null || isAbout(asked, asked.version)(evidence);
  };
}

/** No registry's row stands behind a package that was named. */
function placeholder(id: string): StoredEntry {
  return { id, latest: { record: null, resource: { uri: '', sha256: '', retrievedAt: '' }, pointer: '' } };
}

function nothingRead({ notRead }: Found): NothingReadError {
  const reasons = [...notRead].map(([spec, reason]) => `  ${specLabel(spec)}: ${reason}`);
  return new NothingReadError(`none of the packages could be read.\n${reasons.join('\n')}`);
}
