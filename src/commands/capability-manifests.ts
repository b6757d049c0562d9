import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GivenManifest } from '../audit/manifest-findings.ts';
import type { CapabilityManifest } from '../card/manifest.ts';
import { readManifest } from '../card/manifest-schema.ts';
import { UsageError } from './exit.ts';
import { unreadableFile } from './unreadable-file.ts';

const NAME = 'mcp-capabilities.json';

/**
 * The capability manifests that are named, or else those in a folder: `mcp-capabilities.json` and `*.mcp-capabilities.json`, in
 * code-unit order. Throws UsageError for one that cannot be read or is none.
 */
export function capabilityManifests(named: readonly string[] | undefined, folder: string): readonly GivenManifest[] {
  if (named !== undefined) return named.map((file) => ({ file, manifest: capabilityManifest(file, '--manifest') }));
  return beside(folder).map((file) => ({ file, manifest: capabilityManifest(file, 'The capability manifest') }));
}

/** Throws UsageError for a file that cannot be read or is no manifest; `what` begins its message. */
export function capabilityManifest(file: string, what: string): CapabilityManifest {
  const manifest = readManifest(textOf(file, what));
  if ('refused' in manifest) throw new UsageError(`${what} "${file}" is no capability manifest: ${manifest.refused}.`);
  return manifest;
}

function beside(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => name === NAME || name.endsWith(`.${NAME}`))
    .toSorted()
    .map((name) => join(folder, name));
}

function textOf(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadableFile(what, file, error);
  }
}
