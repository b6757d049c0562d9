import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Brands, Disclosed, Unofficial } from '../evaluate/ground-truth.ts';
import { type Label, Labels } from '../evaluate/labels.ts';
import type { GroundTruth } from '../evaluate/on-ground-truth.ts';
import { ReleasePairs } from '../evaluate/release-pairs.ts';
import { UsageError } from './exit.ts';

/** More than any hand-made file of labels has. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const FILES = {
  disclosed: 'malicious.json',
  unofficial: 'unofficial.json',
  brands: 'brands.json',
  releases: 'release-pairs.json',
} as const;

export interface GivenLabels {
  readonly labels: readonly Label[];
  readonly groundTruth: readonly GroundTruth[];
}

/**
 * What stands beside a snapshot as `labels.json`, and what was named: a file of the same shape, a folder that has one, or a folder
 * of ground truth (any of FILES).
 *
 * Throws UsageError for what is none of these.
 */
export function givenLabels(snapshotFolder: string, named: readonly string[]): GivenLabels {
  const own = join(snapshotFolder, 'labels.json');
  const labels = existsSync(own) ? [...labelsIn(own)] : [];
  const groundTruth: GroundTruth[] = [];
  for (const path of named) {
    if (!existsSync(path)) throw new UsageError(`--labels "${path}" is not there.`);
    if (!statSync(path).isDirectory()) {
      labels.push(...labelsIn(path));
      continue;
    }
    const inside = join(path, 'labels.json');
    const truth = groundTruthIn(path);
    if (truth === null && !existsSync(inside)) {
      throw new UsageError(
        `--labels "${path}" has neither labels.json nor any of ${Object.values(FILES).join(', ')}; docs/evaluation.md says what stands in them.`,
      );
    }
    if (existsSync(inside) && inside !== own) labels.push(...labelsIn(inside));
    if (truth !== null) groundTruth.push(truth);
  }
  return { labels, groundTruth };
}

/** null where none of the files is there. */
function groundTruthIn(folder: string): GroundTruth | null {
  const read = <T>(name: string, shape: z.ZodType<T>): T | null => {
    const path = join(folder, name);
    return existsSync(path) ? parsed(path, shape) : null;
  };
  const truth: GroundTruth = {
    disclosed: read(FILES.disclosed, Disclosed),
    unofficial: read(FILES.unofficial, Unofficial),
    brands: read(FILES.brands, Brands),
    releases: read(FILES.releases, ReleasePairs),
  };
  return Object.values(truth).some((each) => each !== null) ? truth : null;
}

function labelsIn(path: string): readonly Label[] {
  return parsed(path, Labels);
}

function parsed<T>(path: string, shape: z.ZodType<T>): T {
  if (statSync(path).size > MAX_FILE_BYTES) throw new UsageError(`"${path}" is larger than ${MAX_FILE_BYTES} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`"${path}" is not JSON.`);
    throw error;
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new UsageError(`"${path}" does not have the shape of labels: ${z.prettifyError(read.error)}`);
}
