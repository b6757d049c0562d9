// Whether the package can be published: its lock file, what is packed, that it installs and runs, its bill of materials. `npm run supply-chain [-- --nodes]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { billFaults, billOfMaterials } from './bill.ts';
import { fetchedNode, install, tryOn } from './installed.ts';
import { lockFileFaults, lockFileOf, runtimeOf } from './lock-file.ts';
import { packed } from './packed.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The oldest that `engines` allows of each line, and the newest when this was written. */
const NODES = ['24.15.0', '26.0.0', '26.10.0'] as const;

const { values } = parseArgs({
  options: {
    /** Fetches the oldest and newest supported Nodes from npm and tries the package on each. */
    nodes: { type: 'boolean', default: false },
  },
});
const faults: string[] = [];
const home = mkdtempSync(join(tmpdir(), 'registry-audit-package-'));
try {
  const lock = lockFileOf(ROOT);
  told(
    `lock file: ${Object.keys(runtimeOf(lock)).length} packages at run time, none with an install script, all with digests and no address`,
    lockFileFaults(lock),
  );
  const tarball = await packed(ROOT, home);
  told(`tarball: ${tarball.files} files, ${(tarball.bytes / 1e6).toFixed(1)} MB; publint`, tarball.faults);
  const folder = join(home, 'installed');
  told('installs into an empty folder without scripts', install(tarball.path, folder));
  for (const node of nodes()) {
    const tried = tryOn(node, folder);
    told(`--help and a scan on Node ${tried.node}`, tried.faults);
  }
  told(
    'bill of materials (npm run sbom): what an installation brings and nothing else, each with its digest',
    billFaults(billOfMaterials(ROOT), lock),
  );
  const signed = signatures();
  if (typeof signed === 'string') console.log(`skipped signatures of the installed packages: ${signed}`);
  else told('signatures of the installed packages (npm audit signatures)', signed);
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = faults.length === 0 ? 0 : 1;

function told(what: string, found: readonly string[]): void {
  console.log(`${found.length === 0 ? 'holds ' : 'FAILED'}  ${what}`);
  for (const fault of found) console.log(`        ${fault}`);
  faults.push(...found);
}

function nodes(): readonly string[] {
  if (!values.nodes) return [process.execPath];
  const fetched = NODES.map((version) => ({ version, path: fetchedNode(version, join(home, 'nodes')) }));
  for (const { version, path } of fetched)
    if (path === null) console.log(`skipped Node ${version}: npm has no package of it for this machine`);
  return [process.execPath, ...fetched.flatMap(({ path }) => path ?? [])];
}

/** Faults, or why nothing can be said: a mirror without npm's keys cannot answer, which is no fault of the package. */
function signatures(): readonly string[] | string {
  const { status, stdout, stderr } = spawnSync('npm', ['audit', 'signatures', '--omit', 'dev', '--fetch-retries=0'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  const said = `${stdout}\n${stderr}`;
  if (/invalid|tampered|missing registry signature/i.test(said)) return [said.trim().slice(0, 1_000)];
  const reason = said.split('\n').find((line) => /\berror\b/i.test(line));
  return reason?.trim().slice(0, 200) ?? 'the registry in force cannot tell';
}
