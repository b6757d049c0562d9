// Prints the bill of materials of the published package as CycloneDX: `npm run sbom`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFileOf, type LockFile, runtimeOf } from './lock-file.ts';

const Bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({ name: z.string(), version: z.string(), purl: z.string(), hashes: z.array(z.unknown()).default([]) }),
  ),
});

const FOLDER = 'node_modules/';
/** Fields of package.json that are for those who work on it. */
const OF_CLONES: ReadonlySet<string> = new Set(['devDependencies', 'workspaces', 'scripts']);

/**
 * What `npm sbom` says of a lock file of run-time packages alone, which is what an installation brings. Asked of the clone itself, npm
 * leaves out what both the package and its development need, and names the Node of the clone.
 *
 * Throws with what npm said.
 */
export function billOfMaterials(root: string): string {
  const lock = lockFileOf(root);
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-bill-'));
  try {
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify(published(manifest)));
    const packages = { '': published(lock.packages[''] ?? {}), ...runtimeOf(lock) };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
    const asked = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const { status, stdout, stderr } = spawnSync('npm', asked, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr.slice(0, 500)}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a manifest what holds for those who install the package. */
function published(manifest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => !OF_CLONES.has(field)));
}

/** What the bill names and an installation does not bring, what it leaves out, and what it names without a digest. */
export function billFaults(bill: string, lock: LockFile): readonly string[] {
  const bom = Bom.safeParse(JSON.parse(bill));
  if (!bom.success) return [`no CycloneDX: ${z.prettifyError(bom.error)}`];
  const { components } = bom.data;
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const installed = new Set(
    Object.entries(runtimeOf(lock)).map(
      ([path, { version = '' }]) => `${path.slice(path.lastIndexOf(FOLDER) + FOLDER.length)}@${version}`,
    ),
  );
  return [
    ...[...named.difference(installed)].map((each) => `${each} is named and not installed`),
    ...[...installed.difference(named)].map((each) => `${each} is installed and not named`),
    ...components.filter(({ hashes }) => hashes.length === 0).map(({ purl }) => `${purl} has no digest`),
  ];
}

if (import.meta.main) process.stdout.write(billOfMaterials(join(import.meta.dirname, '..', '..')));
