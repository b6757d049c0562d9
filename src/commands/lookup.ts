import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { endianness, homedir } from 'node:os';
import { join } from 'node:path';
import { cacheDirectory } from '../fetch/cache-directory.ts';
import { readLookup, type StoredLookup } from '../lookup/open.ts';
import { findSnapshot, listSnapshots } from '../snapshot/find.ts';
import { checkedDate } from './clock.ts';
import { UsageError } from './exit.ts';
import { type IntelFiles, intelFile } from './intel-lists.ts';
import { snapshotFolders } from './snapshot-folders.ts';
import { tool } from './tool.ts';

export interface LookupOptions extends IntelFiles {
  /** Folder of snapshots; those shipped with the program are looked at too. */
  readonly snapshots: string;
  /** `YYYY-MM-DD`; the newest of any kind by default, which is what about-published.ts is there to narrow. */
  readonly snapshot?: string | undefined;
  /** Folder that holds the cache instead of the user's own; a store's URL is none. */
  readonly cache?: string | undefined;
  /** Makes it anew although it is there. */
  readonly refresh?: boolean | undefined;
  readonly progress: boolean;
}

/** Of the layout of the file and of what is kept in it. */
const FORMAT = 6;

/**
 * The snapshot ready for questions about single servers. The first time it takes a scan, told on standard error; after that it is
 * opened from the user's cache in a fraction of a second, until the snapshot, the program or the recall lists change.
 *
 * Throws SnapshotError or UsageError where there is no such snapshot, CacheError where the cache cannot be read.
 */
export async function openLookup(options: LookupOptions): Promise<StoredLookup> {
  const { folder, key, path } = placeOf(options);
  const known = options.refresh === true ? null : readLookup(path, key);
  return known ?? (await import('./lookup-build.ts')).builtLookup({ ...options, folder, key, path });
}

/** The same where it was made before; null where it was not. */
export function preparedLookup(options: LookupOptions): StoredLookup | null {
  const { path, key } = placeOf(options);
  return readLookup(path, key);
}

function placeOf(options: LookupOptions): { readonly folder: string; readonly key: string; readonly path: string } {
  const folder = snapshotFolder(options);
  const key = keyOf(folder, options);
  const cache = join(cacheFolder(options.cache), 'lookup');
  return { folder, key, path: join(cache, `${folder.slice(-'YYYY-MM-DD'.length)}-${key.slice(0, 20)}.lookup`) };
}

function snapshotFolder({ snapshots, snapshot }: LookupOptions): string {
  const folders = snapshotFolders(snapshots);
  if (snapshot !== undefined) return findSnapshot(checkedDate(snapshot, '--snapshot'), folders);
  const newest = listSnapshots(folders).findLast(({ finished }) => finished);
  if (newest !== undefined) return newest.folder;
  throw new UsageError(`There is no finished snapshot in "${snapshots}"; "registry-audit capture" makes one.`);
}

function cacheFolder(cache: string | undefined): string {
  if (cache !== undefined && !cache.includes('://')) return cache;
  return cacheDirectory({ variables: process.env, platform: process.platform, homeDirectory: homedir() });
}

/** Of all that a lookup is made from, without reading a snapshot or loading a signal. */
function keyOf(folder: string, intel: IntelFiles): string {
  const signals = join(import.meta.dirname, '..', '..', 'signals');
  return hash(
    'sha256',
    JSON.stringify([
      FORMAT,
      endianness(),
      tool(),
      hash('sha256', readFileSync(join(folder, 'manifest.json'))),
      filesIn(signals).map((path) => [path, hash('sha256', readFileSync(join(signals, path)))]),
      [intel.intel ?? intelFile(), ...(intel.feed ?? [])].map(stampOf),
    ]),
  );
}

/** The catalogue and its data; tests beside it decide nothing. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|js|json)$/.test(path) && !/\.(?:test|d)\.ts$/.test(path))
    .toSorted();
}

/** Lists may have a hundred megabytes; who changes one changes its time. null where there is none. */
function stampOf(path: string): unknown {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  if (!found.isDirectory()) return [found.size, found.mtimeMs];
  const names = readdirSync(path, { encoding: 'utf8' }).toSorted();
  return names.map((name) => [name, stampOf(join(path, name))]);
}
