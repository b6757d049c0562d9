import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LockFile = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

/** Where the version of Node lives that a clone runs on; it is no part of the published package. */
const WORKSPACE = 'tools/';

/** What of the lock file must not be, one a line; and how many packages an installation brings. */
export function lockFileFaults(root: string): { readonly faults: readonly string[]; readonly runtimePackages: number } {
  const { lockfileVersion, packages } = LockFile.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  const faults = lockfileVersion === 3 ? [] : [`lock file of version ${lockfileVersion}`];
  let runtimePackages = 0;
  for (const [path, { resolved, integrity, link = false, dev = false, hasInstallScript = false }] of Object.entries(
    packages,
  )) {
    if (path === '' || path.startsWith(WORKSPACE)) continue;
    if (link) {
      if (resolved?.startsWith(WORKSPACE) !== true) faults.push(`${path} is a link to ${resolved ?? 'nowhere'}`);
      continue;
    }
    if (resolved !== undefined) faults.push(`${path} has a download address; it binds everybody to one mirror`);
    if (integrity === undefined || !integrity.startsWith('sha512-')) faults.push(`${path} has no SHA-512 digest`);
    if (dev || isOfClonesOnly(path)) continue;
    runtimePackages += 1;
    if (hasInstallScript) faults.push(`${path} runs a script when it is installed`);
  }
  return { faults, runtimePackages };
}

/** Nodes for clones, brought by the workspace. */
function isOfClonesOnly(path: string): boolean {
  return /^node_modules\/node-(?:linux|win|darwin)-/.test(path);
}
