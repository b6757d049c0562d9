import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../model/verdict.ts';
import { inert } from '../text/inert.ts';
import { parseVerdicts } from './lines.ts';
import { ReviewError } from './review-error.ts';

/** Some hundred thousand verdicts. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The verdicts of all `*.ndjson` in a folder; null where there is no such folder. Throws ReviewError where one is damaged. */
export function readVerdicts(folder: string): readonly Verdict[] | null {
  const names = namesIn(folder);
  if (names === null) return null;
  return names
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
    .flatMap((name) => readVerdictFile(join(folder, name)));
}

/** Throws ReviewError where it is damaged or too large, and the system's error where it cannot be read. */
export function readVerdictFile(path: string): readonly Verdict[] {
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) {
    throw new ReviewError(`"${inert(path)}" is ${size} bytes; a file of verdicts holds at most ${MAX_FILE_BYTES}.`);
  }
  return parseVerdicts(readFileSync(path, 'utf8'), path);
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
