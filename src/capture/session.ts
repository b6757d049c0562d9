import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One capture from its start to its manifest, however often it was killed in between. */
export interface Session {
  /** RFC 3339. Responses kept since then are this capture's own and are not asked for again. */
  readonly startedAt: string;
  /** Whether an earlier run had begun it. */
  readonly resumed: boolean;
  /** Keeps the start, so that a run after a kill takes it up. */
  begin(): void;
  /** The snapshot is finished. */
  end(): void;
}

const FILE = '.capture.json';
const SessionFile = z.object({ startedAt: z.iso.datetime() });

/** Takes up the capture that the folder's unfinished snapshot belongs to, or makes a new one. A damaged session file counts as none. */
export function openSession(folder: string, now: () => Date): Session {
  const file = join(folder, FILE);
  const known = existsSync(file) ? SessionFile.safeParse(parsed(readFileSync(file, 'utf8'))) : null;
  const resumed = known?.success === true;
  const startedAt = known?.success === true ? known.data.startedAt : now().toISOString();
  return {
    startedAt,
    resumed,
    begin() {
      if (resumed) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.partial`, `${JSON.stringify({ startedAt })}\n`, { flush: true });
      renameSync(`${file}.partial`, file);
    },
    end: () => rmSync(file, { force: true }),
  };
}

/** Of a finished snapshot that is to be captured again: a kill in its last moment leaves a session that is not the new one's. */
export function forgetSession(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
