import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Locked = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const LockFile = z.looseObject({ lockfileVersion: z.number(), packages: z.record(z.string(), Locked) });

export type LockFile = z.infer<typeof LockFile>;

/** Where the version of Node lives that a clone runs on; it is no part of the published package. */
const WORKSPACE = 'tools/';

/** Throws ZodError and SyntaxError for what is no lock file. */
export function lockFileOf(root: string): LockFile {
  return LockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

/** By path, what an installation of the published package brings, the package itself left out. */
export function runtimeOf({ packages }: LockFile): LockFile['packages'] {
  return Object.fromEntries(
    Object.entries(packages).filter(([path, { dev, link }]) => isPackage(path) && !dev && !link && !isOfClones(path)),
  );
}

/** What must not be, one a line. */
export function lockFileFaults(lock: LockFile): readonly string[] {
  const { lockfileVersion, packages } = lock;
  const faults = lockfileVersion === 3 ? [] : [`lock file of version ${lockfileVersion}`];
  for (const [path, { resolved, integrity, link }] of Object.entries(packages)) {
    if (!isPackage(path)) continue;
    if (link) {
      if (resolved?.startsWith(WORKSPACE) !== true) faults.push(`${path} is a link to ${resolved ?? 'nowhere'}`);
      continue;
    }
    if (resolved !== undefined) faults.push(`${path} has a download address; it binds everybody to one mirror`);
    if (integrity === undefined || !integrity.startsWith('sha512-')) faults.push(`${path} has no SHA-512 digest`);
  }
  const hooked = Object.entries(runtimeOf(lock)).filter(([, { hasInstallScript }]) => hasInstallScript);
  return [...faults, ...hooked.map(([path]) => `${path} runs a script when it is installed`)];
}

function isPackage(path: string): boolean {
  return path !== '' && !path.startsWith(WORKSPACE);
}

/** Nodes for clones, brought by the workspace. */
function isOfClones(path: string): boolean {
  return /^node_modules\/node-(?:linux|win|darwin)-/.test(path);
}
