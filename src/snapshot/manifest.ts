import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DEPTHS } from '../model/depth.ts';
import type { Manifest } from '../model/snapshot.ts';
import { damaged, isSystemError, SnapshotError, unwritable } from './snapshot-error.ts';

const MANIFEST = 'manifest.json';
export const SCHEMA_VERSION = 1;

const count = z.int().nonnegative();
const ended = z.enum(['capped', 'targeted', 'auth', 'sunset', 'failed', 'skipped']);

const coverageRow = z.object({
  registry: z.string(),
  advertised: count.nullable(),
  responses: count,
  rows: count,
  distinct: count,
  earlierVersions: count,
  repeats: count,
  quarantined: count,
  byDepth: z.record(z.enum(DEPTHS), count),
  enumeration: z.union([z.object({ ended: z.literal('exhausted') }), z.object({ ended, reason: z.string() })]),
});

const packageRow = z.object({
  ecosystem: z.string(),
  named: count,
  read: count,
  notRead: z.record(z.string(), count),
  unreadReleases: z.exactOptional(count),
});

const sourceRow = z.object({
  budget: count.nullable(),
  packages: count,
  chosen: count,
  reasons: z.record(z.string(), count),
  archives: count,
  read: count,
  notRead: z.record(z.string(), count),
});

const repositoryRow = z.object({
  budget: count,
  named: count,
  read: count,
  absent: count,
  notRead: z.record(z.string(), count),
  accounts: count,
  accountsAbsent: count,
});

const file = z.object({
  /** A manifest may come from somebody else, so a path cannot lead out of the folder. */
  path: z.string().regex(/^(?:[a-z]{1,20}\/)?[a-z0-9][a-z0-9-]{0,40}\.ndjson\.gz$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  rows: count,
  blocks: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
});

const manifest = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  origin: z.enum(['captured', 'synthetic']),
  tool: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  coverage: z.array(coverageRow),
  packages: z.array(packageRow),
  sources: z.exactOptional(sourceRow),
  repositories: z.exactOptional(repositoryRow),
  files: z.array(file),
});

/** Throws SnapshotError: NOT_FOUND without a folder, UNFINISHED without a manifest, UNSUPPORTED_VERSION, DAMAGED. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readText(folder);
  const json = parsed(folder, text);
  const version = z.object({ schemaVersion: z.number(), tool: z.string().optional() }).safeParse(json);
  if (version.success && version.data.schemaVersion !== SCHEMA_VERSION) {
    throw new SnapshotError(
      'UNSUPPORTED_VERSION',
      `The snapshot in "${folder}" has schema version ${version.data.schemaVersion} (made by ${version.data.tool ?? 'an unnamed tool'}); ` +
        `this program reads version ${SCHEMA_VERSION}. Use the program that made it, or capture that date anew.`,
    );
  }
  const checked = manifest.safeParse(json);
  if (!checked.success) throw damaged(folder, MANIFEST, z.prettifyError(checked.error).slice(0, 1_000));
  if (!isAsWritten(json)) throw damaged(folder, MANIFEST, 'it is not as it was written');
  return checked.data;
}

export function isFinished(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** Written last, so that a snapshot with a manifest is whole. */
export async function writeManifest(folder: string, value: Manifest): Promise<void> {
  const target = join(folder, MANIFEST);
  const partial = `${target}.partial`;
  try {
    const handle = await open(partial, 'w');
    try {
      await handle.writeFile(`${JSON.stringify({ ...value, sha256: digestOf(value) }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** Every file is checked by the manifest, and the manifest by a digest of what else it says; those of before it had one are taken as they are. */
function isAsWritten(json: unknown): boolean {
  const said = z.looseObject({ sha256: z.string() }).safeParse(json);
  if (!said.success) return true;
  const { sha256, ...rest } = said.data;
  return digestOf(rest) === sha256;
}

function digestOf(value: object): string {
  return hash('sha256', JSON.stringify(value));
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    if (!existsSync(folder)) throw new SnapshotError('NOT_FOUND', `There is no snapshot folder "${folder}".`, error);
    throw unfinished(folder);
  }
}

export function unfinished(folder: string): SnapshotError {
  return new SnapshotError(
    'UNFINISHED',
    `The snapshot in "${folder}" has no ${MANIFEST}: its capture did not finish. ` +
      'Run the same capture again; it goes on from what it has already fetched.',
  );
}

function parsed(folder: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(folder, MANIFEST, 'not JSON', error);
  }
}
