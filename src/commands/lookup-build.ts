import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { type LookupBuilder, lookupBuilder } from '../lookup/build.ts';
import { indexedEntry } from '../lookup/indexed-entry.ts';
import { readLookup, type StoredLookup } from '../lookup/open.ts';
import { brandOwners } from '../pipelines/brand-owners.ts';
import { brandWords } from '../pipelines/brand-words.ts';
import type { Surveyed } from '../pipelines/lookalike.ts';
import { identityShown } from '../pipelines/population.ts';
import type { Survey } from '../pipelines/port.ts';
import { searchIndexBuilder, type SearchIndexBuilder } from '../search/build.ts';
import { openSnapshot } from '../snapshot/read.ts';
import { inert } from '../text/inert.ts';
import { protectedNames } from '../../signals/data/index.ts';
import { assessSnapshot } from './assess-snapshot.ts';
import { currentIntel, type IntelFiles } from './intel-lists.ts';
import { createProgress } from './progress.ts';

interface Build extends IntelFiles {
  readonly folder: string;
  readonly key: string;
  readonly path: string;
  readonly progress: boolean;
}

/** Lookups kept beside the newest: of an earlier snapshot, or with other recall lists. */
const MOST_KEPT = 4;
/** No build takes so long; what a killed one left may go. */
const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Makes the lookup of a snapshot and opens it. Two processes may make the same one at once: each has its own file, and the last to
 * finish stands. Where the cache cannot be written, it is made for this run alone.
 */
export async function builtLookup(build: Build): Promise<StoredLookup> {
  if (build.progress) {
    process.stderr.write(
      'Preparing the snapshot for questions about single servers; this is done once for each snapshot.\n',
    );
  }
  const { path, temporary } = writablePath(build);
  const opened = await made(path, build);
  // On POSIX the file lives on while it is open; elsewhere the system's temporary folder keeps it.
  if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  else tidied(dirname(path));
  return opened;
}

async function made(path: string, { folder, key, ...options }: Build): Promise<StoredLookup> {
  const snapshot = await openSnapshot(folder);
  const { manifest } = snapshot;
  const builder = lookupBuilder(path);
  const search = searchIndexBuilder();
  try {
    const { reports, gateways } = await assessSnapshot({
      snapshot,
      baseline: null,
      intel: currentIntel(options),
      progress: createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now }),
      observers: (surveyed) => [entriesInto(builder, search, surveyed)],
    });
    for (const { candidates } of reports) for (const candidate of candidates) builder.found(candidate);
    const { attributions, intel } = reports[0].head;
    builder.finish({
      head: { key, manifest, attributions, recalls: intel },
      gateways: gateways ?? noGateways(),
      sections: search.sections(),
    });
  } catch (error) {
    builder.discard();
    // Another process was faster, and its file is open, which some systems do not let us replace.
    const theirs = readLookup(path, key);
    if (theirs !== null) return theirs;
    throw error;
  }
  const opened = readLookup(path, key);
  if (opened === null) throw new Error(`the lookup just written to ${path} cannot be read`);
  return opened;
}

function entriesInto(
  builder: LookupBuilder,
  search: SearchIndexBuilder,
  { population, gateways }: Required<Surveyed>,
): Pick<Survey<unknown>, 'see'> {
  const owners = brandOwners(protectedNames.brands, protectedNames.sharedHosts);
  const words = brandWords(protectedNames.brands, protectedNames.dictionary);
  return {
    see(subject) {
      const entry = indexedEntry(subject, {
        owners,
        words,
        identity: identityShown(population, subject.entry.id),
        gateway: gateways.of(subject)[0]?.id ?? null,
      });
      builder.add(entry, subject);
      search.add(entry, subject);
    },
  };
}

function noGateways(): readonly GatewayWithFacts[] {
  throw new Error('a snapshot whose entries were not compared');
}

function writablePath({ path, progress }: Build): { readonly path: string; readonly temporary: string | null } {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(mkdtempSync(join(folder, '.writable-')), { recursive: true });
    return { path, temporary: null };
  } catch {
    if (progress) process.stderr.write(`It cannot be kept in "${inert(folder)}", so the next run makes it again.\n`);
    const temporary = mkdtempSync(join(tmpdir(), 'registry-audit-lookup-'));
    return { path: join(temporary, 'once.lookup'), temporary };
  }
}

/** Leaves the newest ones; what cannot be removed stays, such as a file that Windows knows to be open. */
function tidied(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.includes('.lookup'))
    .map((name) => ({ path: join(folder, name), changedMs: changedMs(join(folder, name)) }))
    .toSorted((a, b) => b.changedMs - a.changedMs);
  const finished = files.filter(({ path }) => path.endsWith('.lookup'));
  const newestMs = files[0]?.changedMs ?? 0;
  const abandoned = files.filter(
    ({ path, changedMs: then }) => path.endsWith('.partial') && newestMs - then > ABANDONED_AFTER_MS,
  );
  for (const { path } of [...finished.slice(MOST_KEPT), ...abandoned]) {
    try {
      rmSync(path, { force: true });
    } catch {
      continue;
    }
  }
}

function changedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
