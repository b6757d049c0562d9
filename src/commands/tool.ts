import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The package's own folder, in a clone and where it is installed. */
export function packageFolder(): string {
  const file = findPackageJSON(import.meta.url);
  if (file === undefined) throw new Error(`no package.json above ${import.meta.url}`);
  return dirname(file);
}

/** `mcp-registry-audit@0.1.0`, as snapshots and reports name what made them. */
export function tool(): string {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(join(packageFolder(), 'package.json'), 'utf8'),
  );
  return `${name}@${version}`;
}
