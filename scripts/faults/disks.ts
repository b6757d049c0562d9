import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Campaign,
  capture,
  counting,
  DATE,
  type Field,
  isExplained,
  newHome,
  type Outcome,
  remove,
  skipped,
} from './campaign.ts';
import { program } from './program.ts';

const FULL = 'disk full, then room made and run again';
const READ_ONLY = 'read-only folder, then writable and run again';
/** From no room for a cache at all to nearly enough for everything. */
const SIZES_KIB = { long: [8, 32, 64, 128, 256, 384, 512, 640, 768, 896, 1_024, 1_280, 1_536], short: [128] } as const;

/** Small file systems in memory, which only root may mount. */
export const disks: Campaign = async (field) => {
  const disk = mountedDisk();
  if (disk === null) {
    const why = 'only root may mount a small file system here';
    return [skipped(FULL, why), skipped(READ_ONLY, why)];
  }
  try {
    return [await full(field, disk), await readOnly(field, disk)];
  } finally {
    disk.unmount();
  }
};

async function full(field: Field, disk: Disk): Promise<Outcome> {
  const counted = counting(FULL, field.undisturbed);
  const sizes = SIZES_KIB[field.long ? 'long' : 'short'];
  for (const kib of sizes) {
    disk.remount(`size=${kib}k`);
    const home = newHome(join(disk.folder, `home-${kib}`));
    const label = `${kib} KiB:`;
    const first = await capture(field.registries, home);
    if (first.code !== 0 && !isExplained(first.code, first.stderr)) counted.ended(first, home, { label });
    disk.remount('size=256m');
    counted.ended(await capture(field.registries, home, { more: ['--replace'] }), home, { label });
    remove(home);
    const reports = await scanTo(field, disk, `size=${kib}k`);
    if (reports.code !== 0 && !isExplained(reports.code, reports.stderr)) {
      counted.fail(`${label} scan ended with ${reports.code}: ${reports.stderr.slice(0, 300)}`);
    }
  }
  return counted.outcome(sizes.length);
}

async function readOnly(field: Field, disk: Disk): Promise<Outcome> {
  const counted = counting(READ_ONLY, field.undisturbed);
  disk.remount('size=256m');
  const home = newHome(join(disk.folder, 'home-ro'));
  disk.remount('ro');
  const refused = await capture(field.registries, home);
  if (!isExplained(refused.code, refused.stderr)) counted.fail(`capture ended with ${refused.code}: ${refused.stderr}`);
  const reports = await scanTo(field, disk, 'ro');
  if (!isExplained(reports.code, reports.stderr)) counted.fail(`scan ended with ${reports.code}: ${reports.stderr}`);
  disk.remount('rw');
  counted.ended(await capture(field.registries, home), home);
  return counted.outcome(2);
}

/** A scan of the undisturbed snapshot with its reports on the disk under test. */
async function scanTo({ undisturbed }: Field, disk: Disk, state: string) {
  disk.remount(state);
  const out = join(disk.folder, 'reports');
  const ended = await program([
    'scan',
    '--snapshot',
    DATE,
    '--snapshots',
    undisturbed.snapshots,
    '--out',
    out,
    '--no-progress',
  ]);
  if (state !== 'ro') rmSync(out, { recursive: true, force: true });
  return ended;
}

interface Disk {
  readonly folder: string;
  remount(this: void, options: string): void;
  unmount(this: void): void;
}

/** null where it cannot be mounted. */
function mountedDisk(): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-disk-'));
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (!mounted) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    remount(options) {
      const { status, stderr } = spawnSync('mount', ['-o', `remount,${options}`, folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`cannot remount with ${options}: ${stderr}`);
    },
    unmount() {
      spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
