import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../model/verdict.ts';
import { readVerdictFile, readVerdicts } from '../review/folder.ts';
import { fileOf, GIT_ATTRIBUTES, kept, type Kept, verdictFile } from '../review/keep.ts';
import { ReviewError } from '../review/review-error.ts';
import { type Verdicts, verdictsOf } from '../review/standing.ts';
import { UsageError } from './exit.ts';
import { makeFolder, writeWhole } from './whole-file.ts';

/** Where verdicts are kept unless told otherwise. */
export const REVIEWS_FOLDER = 'reviews';

/** The verdicts of `--reviews`; null where none was named and there is no folder of that name. Throws UsageError. */
export function givenVerdicts(folder: string | undefined): Verdicts | null {
  const verdicts = asUsage(() => readVerdicts(folder ?? REVIEWS_FOLDER));
  if (verdicts === null && folder !== undefined) {
    throw new UsageError(`--reviews "${folder}" is no folder. "registry-audit review" makes one.`);
  }
  return verdicts === null ? null : verdictsOf(verdicts);
}

/** How many verdicts a call of `keepVerdicts` added, replaced and left as they were, and the files it wrote. */
export interface KeptIn extends Omit<Kept, 'lines'> {
  readonly files: readonly string[];
}

/**
 * Keeps verdicts in a folder, which is made where there is none; nothing is written where one of its files is damaged.
 *
 * Each file appears whole or not at all.
 */
export function keepVerdicts(folder: string, verdicts: readonly Verdict[]): KeptIn {
  const byFile = Map.groupBy(verdicts, ({ reviewer }) => join(folder, fileOf(reviewer)));
  const planned = [...byFile].map(([path, further]) => ({ path, ...kept(linesIn(path), further) }));
  makeReviewsFolder(folder);
  const changed = planned.filter(({ added, replaced }) => added + replaced > 0);
  for (const { path, lines } of changed) writeWhole(path, [verdictFile(lines)]);
  const total = (count: (each: Kept) => number) => planned.reduce((sum, each) => sum + count(each), 0);
  return {
    added: total(({ added }) => added),
    replaced: total(({ replaced }) => replaced),
    unchanged: total(({ unchanged }) => unchanged),
    files: changed.map(({ path }) => path),
  };
}

function linesIn(path: string): readonly Verdict[] {
  return existsSync(path) ? asUsage(() => readVerdictFile(path)) : [];
}

function makeReviewsFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`--reviews "${folder}" is a file; name a folder.`);
  }
  if (existsSync(folder)) return;
  makeFolder(folder);
  writeWhole(join(folder, '.gitattributes'), [GIT_ATTRIBUTES]);
}

/** What is wrong with a file of the user's is said as what to do about it. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReviewError) throw new UsageError(error.message);
    throw error;
  }
}
