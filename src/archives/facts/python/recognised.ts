import { ENVIRONMENT } from './environment.ts';
import { EXECUTION } from './execution.ts';
import { FILES } from './files.ts';
import { IMPORTS } from './imports.ts';
import type { Recognise } from './notes.ts';
import { PATCHES } from './patched.ts';
import { PROCESSES } from './processes.ts';
import { REQUESTS } from './requests.ts';
import { SETUP } from './setup.ts';
import { SOCKETS } from './sockets.ts';

const ALL = [IMPORTS, REQUESTS, SOCKETS, ENVIRONMENT, PROCESSES, EXECUTION, FILES, PATCHES, SETUP];

/** What looks at a call, by the name of its callee. Some calls do two things: `urlretrieve` asks and writes. */
export const RECOGNISED: ReadonlyMap<string, readonly Recognise[]> = merged();

function merged(): ReadonlyMap<string, readonly Recognise[]> {
  const all = new Map<string, Recognise[]>();
  for (const table of ALL) {
    for (const [path, recognise] of table) all.set(path, [...(all.get(path) ?? []), recognise]);
  }
  return all;
}
