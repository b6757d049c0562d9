import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { auditServer, type Known } from '../audit/audit-server.ts';
import {
  type AUDIT_CLASSES,
  type AuditClass,
  type AuditReport,
  AUDIT_SCHEMA_VERSION,
  type AuditedServer,
  type Level,
} from '../audit/report.ts';
import { lockOf, lockText, parsedLock } from '../audit/lock.ts';
import type { AuditLock } from '../audit/lock-schema.ts';
import { auditSarif } from '../audit/sarif.ts';
import { renderAudit } from '../audit/terminal.ts';
import { NOT_READ } from '../clients/not-read.ts';
import { packageOf } from '../clients/resolution.ts';
import { ageDays } from '../evidence/time.ts';
import type { IntelIndex } from '../intel/port.ts';
import type { Lookup } from '../lookup/port.ts';
import { type Tier, TIERS } from '../model/candidate.ts';
import { inertJson } from '../text/inert.ts';
import { packageKey, readPackages } from './audit-packages.ts';
import { capabilityManifests } from './capability-manifests.ts';
import { captureClock, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { configuredServers, type ConfiguredOptions } from './configured-servers.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { currentIntel, type IntelFiles } from './intel-lists.ts';
import { publishedLookup } from './published-lookup.ts';
import { openPackageReader, type PackageReaderOptions } from './package-reader.ts';
import { createProgress } from './progress.ts';
import { tool } from './tool.ts';
import { prepareOutputFile, writeWhole } from './whole-file.ts';

export type Gate = Tier | (typeof AUDIT_CLASSES)[number];

export interface AuditOptions extends ConfiguredOptions, PackageReaderOptions, IntelFiles {
  readonly lock?: string | undefined;
  /** File of the organisation's lists and defaults; the nearest one by default. */
  readonly lists?: string | undefined;
  /** Capability manifests; those beside the lock file by default. */
  readonly manifest?: readonly string[] | undefined;
  readonly update: boolean;
  readonly failOn?: readonly Gate[] | undefined;
  readonly snapshots: string;
  readonly format: 'text' | 'sarif';
  readonly json: boolean;
  readonly out?: string | undefined;
  readonly progress: boolean;
}

/** Reads the servers that this machine's clients are set up with, and what is known against them. Starts and contacts none. */
export async function audit(given: AuditOptions): Promise<ExitCode> {
  const options = await withConfiguration(given, given.lists);
  const settings = configuredServers(given);
  if (given.out !== undefined) prepareOutputFile(given.out);
  const lockPath = resolve(options.lock ?? join(options.project ?? process.cwd(), 'registry-audit.lock.json'));
  const lock = readLock(lockPath);
  const { organisation: lists } = options;
  const hasLists = lists.allow.length + lists.block.length + lists.curated.length > 0;
  const manifests = capabilityManifests(options.manifest, dirname(lockPath));
  const asOf = dateOf(captureClock(process.env)());
  const intel = currentIntel(options);
  const lookup = await publishedLookup(options);
  try {
    checkGates(options, { lock, lookup, lockPath, lists, manifests });
    const known: Known = { asOf, intel, lookup, lock, lists, manifests };
    const on = settings.servers.filter(({ disabled }) => !disabled);
    const servers = await auditAll(on, known, options);
    const report: AuditReport = {
      schemaVersion: AUDIT_SCHEMA_VERSION,
      tool: tool(),
      asOf,
      offline: options.offline,
      intel: listsOf(intel, asOf),
      snapshot: snapshotOf(lookup, asOf),
      lists: hasLists ? lists.file : null,
      lock: { path: lockPath, updated: lock?.updated ?? null },
      files: settings.files.filter(({ outcome }) => outcome !== 'absent'),
      notRead: given.config === undefined || given.config.length === 0 ? NOT_READ : [],
      switchedOff: settings.servers.length - on.length,
      servers,
    };
    checkManifestsMeet(options.manifest ?? [], servers);
    if (options.update) approve(servers, { lock, lockPath, asOf });
    deliver(report, options, settings.files.length);
    return exitCode(report, options);
  } finally {
    lookup?.close();
  }
}

/** A gate that nothing could reach would pass for the wrong reason. */
function checkGates(
  { failOn = [], update }: AuditOptions,
  { lock, lookup, lockPath, lists, manifests }: Omit<Known, 'asOf' | 'intel'> & { readonly lockPath: string },
): void {
  if (failOn.includes('blocked') && lists.block.length === 0) {
    throw new UsageError('--fail-on blocked: no configuration blocks anything; name one with --lists.');
  }
  if (failOn.includes('manifest') && manifests.length === 0) {
    throw new UsageError(
      `--fail-on manifest: there is no capability manifest beside "${lockPath}"; name one with --manifest.`,
    );
  }
  if (failOn.includes('changed') && lock === null && !update) {
    throw new UsageError(
      `--fail-on changed: there is no lock file "${lockPath}" to compare with. Approve with --update first.`,
    );
  }
  const tier = failOn.find((gate) => TIERS.some((each) => each === gate));
  if (tier !== undefined && lookup === null) {
    throw new UsageError(
      `--fail-on ${tier}: there is no snapshot to ask for candidates; "registry-audit capture" makes one.`,
    );
  }
}

/** A manifest that was named and is about nothing that is set up holds for the wrong reason. */
function checkManifestsMeet(named: readonly string[], servers: readonly AuditedServer[]): void {
  const met = new Set(servers.flatMap(({ manifests }) => manifests.map(({ file }) => file)));
  const idle = named.find((file) => !met.has(file));
  if (idle !== undefined) throw new UsageError(`--manifest "${idle}" is about no server that is set up.`);
}

async function auditAll(
  configured: readonly AuditedServer['configured'][],
  known: Known,
  options: AuditOptions,
): Promise<readonly AuditedServer[]> {
  const runs = configured.flatMap(({ resolution }) => packageOf(resolution) ?? []);
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  const reader = await openPackageReader(options);
  try {
    progress.start('reading packages', new Set(runs.map(packageKey)).size);
    const approved = new Set(known.lock?.servers.map(({ coordinate }) => coordinate));
    const seen = await readPackages(runs, reader, { approved, onPackage: () => progress.tick() });
    return configured.map((server) => {
      const run = packageOf(server.resolution);
      return auditServer(server, run === null ? null : (seen.get(packageKey(run)) ?? null), known);
    });
  } finally {
    progress.stop();
    await reader.close();
  }
}

function readLock(path: string): AuditLock | null {
  if (!existsSync(path)) return null;
  const lock = parsedLock(readFileSync(path, 'utf8'));
  if (typeof lock !== 'string') return lock;
  throw new UsageError(
    `The lock file "${path}" cannot be used: ${lock}. Name another with --lock, or remove it and approve with --update.`,
  );
}

function approve(
  servers: readonly AuditedServer[],
  { lock, lockPath, asOf }: { readonly lock: AuditLock | null; readonly lockPath: string; readonly asOf: string },
): void {
  const approvable = servers.map(({ coordinate, configured, inUse }) => ({ coordinate, name: configured.name, inUse }));
  writeWhole(lockPath, [lockText(lockOf(approvable, lock, { tool: tool(), updated: asOf }))]);
}

function deliver(report: AuditReport, { format, json, out, update, project }: AuditOptions, looked: number): void {
  const settings = { looked, updated: update, home: homedir(), paint };
  const text =
    format === 'sarif'
      ? inertJson(auditSarif(report, resolve(project ?? process.cwd())), 1)
      : json
        ? inertJson(report, 1)
        : renderAudit(report, settings);
  if (out === undefined) console.log(text);
  else writeWhole(out, [text, '\n']);
}

function paint(level: Level, text: string): string {
  const colour = { error: 'red', warning: 'yellow', note: 'dim' } as const;
  return styleText(colour[level], text, { stream: process.stdout });
}

function listsOf({ feeds }: IntelIndex, asOf: string): AuditReport['intel'] {
  return feeds.map(({ title, date, counts }) => ({
    title,
    date,
    ageDays: ageDays(date, asOf),
    records: counts.records,
  }));
}

function snapshotOf(lookup: Lookup | null, asOf: string): AuditReport['snapshot'] {
  return lookup === null ? null : { date: lookup.manifest.date, ageDays: ageDays(lookup.manifest.date, asOf) };
}

/** With `--update` what changed was accepted. */
function exitCode({ servers }: AuditReport, { failOn = [], update }: AuditOptions): ExitCode {
  const classes = new Set<AuditClass | Gate>(failOn);
  if (update) classes.delete('changed');
  const lowest = Math.max(...failOn.map((gate) => TIERS.findIndex((tier) => tier === gate)));
  const isMet = servers.some(({ findings }) =>
    findings.some(
      (finding) =>
        (finding.level !== 'note' && classes.has(finding.class)) ||
        (finding.tier !== null && TIERS.indexOf(finding.tier) <= lowest),
    ),
  );
  return isMet ? EXIT.gateMet : EXIT.done;
}
