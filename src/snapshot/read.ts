import { join } from 'node:path';
import type { EntryId, RegistryId } from '../model/entry.ts';
import type { Manifest, SnapshotFile, StoredEntry } from '../model/snapshot.ts';
import { lineKey } from './line-key.ts';
import { linesOf } from './lines.ts';
import { readManifest } from './manifest.ts';
import { damaged, isSystemError } from './snapshot-error.ts';
import { isStoredEntry } from './stored.ts';
import { verifyFile } from './verify.ts';

export interface Snapshot {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A line of a snapshot's file; `bytes` is a view into a larger buffer, not to be kept. */
export interface Line {
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
}

/** An entry whose line has been cut out and not parsed. Not to be kept: it holds on to its surroundings in the file. */
export interface StoredHead {
  readonly id: EntryId;
  readonly line: number;
  /** Throws SnapshotError DAMAGED where the line is not an entry. */
  parse(): StoredEntry;
}

/**
 * Opens a finished snapshot and compares every file with the manifest's digest, so that nothing is judged that was not captured.
 *
 * Files that the manifest does not list are never opened. Throws SnapshotError NOT_FOUND, UNFINISHED, UNSUPPORTED_VERSION or
 * DAMAGED with file and line.
 */
export async function openSnapshot(folder: string): Promise<Snapshot> {
  const manifest = await readManifest(folder);
  for (const file of manifest.files) await verifyFile(folder, file);
  return { folder, manifest };
}

/** The entries of a registry in id order; can be asked for again. A pass over ids costs little more than gunzip. */
export async function* readEntries(snapshot: Snapshot, registry: RegistryId): AsyncGenerator<StoredHead> {
  const path = `entries/${registry}.ndjson.gz`;
  const { folder } = snapshot;
  const prefix = `${registry}:`;
  let number = 0;
  for await (const lines of batchesOf(snapshot, path)) {
    for (const bytes of lines) {
      number += 1;
      const line = number;
      const id = lineKey(bytes, 'id');
      if (id === null || !id.startsWith(prefix)) {
        throw damaged(folder, path, `line ${line} does not start with an id of ${registry}`);
      }
      yield { id, line, parse: () => parseEntry(bytes, { folder, path, number: line }) };
    }
  }
}

/** Throws SnapshotError DAMAGED where the manifest lists no such file, or where it has not as many lines as listed. */
export async function* readLines(snapshot: Snapshot, path: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const lines of batchesOf(snapshot, path)) {
    for (const bytes of lines) {
      number += 1;
      yield { bytes, number };
    }
  }
}

/** The lines of a file as they come out of one decompressed chunk, since each step of an async generator costs. Throws as readLines. */
async function* batchesOf(snapshot: Snapshot, path: string): AsyncGenerator<readonly Buffer[]> {
  const { folder } = snapshot;
  const { rows } = fileOf(snapshot, path);
  let number = 0;
  try {
    for await (const lines of linesOf(join(folder, path))) {
      yield lines;
      number += lines.length;
    }
  } catch (error) {
    if (isSystemError(error) && error.code !== 'ENOENT') throw error;
    throw damaged(folder, path, `line ${number + 1} cannot be read`, error);
  }
  if (number !== rows) throw damaged(folder, path, `it ends after line ${number}, and the manifest says ${rows}`);
}

function fileOf({ folder, manifest }: Snapshot, path: string): SnapshotFile {
  const file = manifest.files.find((each) => each.path === path);
  if (file === undefined) throw damaged(folder, path, 'the manifest does not list it');
  return file;
}

function parseEntry(bytes: Buffer, at: { folder: string; path: string; number: number }): StoredEntry {
  const entry = parsedLine(bytes.toString('utf8'), at);
  if (!isStoredEntry(entry)) throw damaged(at.folder, at.path, `line ${at.number} does not have the shape of an entry`);
  return entry;
}

/** Throws SnapshotError DAMAGED, naming file and line, for what is not JSON. */
export function parsedLine(text: string, at: { folder: string; path: string; number: number }): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(at.folder, at.path, `line ${at.number} is not JSON`, error);
  }
}
