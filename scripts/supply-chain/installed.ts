import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Tried {
  readonly node: string;
  readonly faults: readonly string[];
}

/** Installs the tarball into an empty folder, without scripts, and returns its faults; once is enough for all Nodes. */
export function install(tarball: string, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"harbour","private":true}\n');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--omit', 'dev', tarball],
    { cwd: folder, encoding: 'utf8' },
  );
  return status === 0 ? [] : [`npm install ended with ${status}: ${stderr.slice(-500)}`];
}

/** Runs the installed program on a Node: its help, and the scan of the snapshot that comes with it. */
export function tryOn(node: string, folder: string): Tried {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const program = join(folder, 'node_modules', 'mcp-registry-audit', 'bin', 'registry-audit.js');
  const out = join(folder, `reports-${version}`);
  const runs: readonly (readonly string[])[] = [
    ['--help'],
    ['scan', '--snapshot', '2026-06-29', '--out', out, '--no-progress'],
  ];
  const faults = runs.flatMap((args) => {
    const { status, stderr } = spawnSync(node, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: dirname(node), HOME: folder },
    });
    return status === 0 && stderr === ''
      ? []
      : [`${version}: ${args[0]} ended with ${status}: ${stderr.slice(0, 500)}`];
  });
  if (!existsSync(out) || readdirSync(out).length === 0) faults.push(`${version}: a scan without reports`);
  return { node: version, faults };
}

/** A Node of npm's own packages, unpacked below `into`; null where there is none for this machine. Nothing of it is installed or run on the way. */
export function fetchedNode(version: string, into: string): string | null {
  const name = `node-${process.platform}-${process.arch}@${version}`;
  mkdirSync(into, { recursive: true });
  const { status, stdout } = spawnSync('npm', ['pack', '--json', '--pack-destination', into, name], {
    encoding: 'utf8',
  });
  if (status !== 0) return null;
  const [first]: { filename: string }[] = JSON.parse(stdout);
  const folder = join(into, version);
  mkdirSync(folder, { recursive: true });
  const unpacked = spawnSync('tar', ['-xzf', join(into, first?.filename ?? ''), '-C', folder]);
  const node = join(folder, 'package', 'bin', 'node');
  return unpacked.status === 0 && existsSync(node) ? node : null;
}
