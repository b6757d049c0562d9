import type { DescribeFile } from '../archives/facts/describe.ts';
import type { Get } from '../fetch/port.ts';
import type { SourceCoverage } from '../model/coverage.ts';
import type { StoredRelease } from '../model/source.ts';
import type { Ecosystem } from '../packages/port.ts';
import type { Chosen } from './choice.ts';
import { readRelease } from './releases.ts';

/** Archives are large: a few in memory at once keep the readers busy. */
const PACKAGES_AT_ONCE = 2;

/** A chosen package with what it takes to ask for it. */
export interface SourceTask extends Chosen {
  readonly from: Ecosystem;
  readonly baseUrl: string;
  /** The package's name as the ecosystem writes it. */
  readonly name: string;
}

export interface SourcesInput {
  readonly get: Get;
  readonly describe: DescribeFile;
  readonly tasks: readonly SourceTask[];
  store(ecosystem: string, release: StoredRelease): void;
  /** After each release. */
  onItem(): void;
}

/** Reads the archives of the chosen packages; a release that cannot be read is stored with the reason. */
export async function readSources(
  input: SourcesInput,
  { budget, packages }: Pick<SourceCoverage, 'budget' | 'packages'>,
): Promise<SourceCoverage> {
  const { tasks } = input;
  const waiting = tasks.values();
  const archives: (string | null)[] = [];

  async function worker(): Promise<void> {
    for (const task of waiting) {
      for (const [release, outcomes] of await readPackage(task, input)) {
        input.store(task.ecosystem, release);
        archives.push(...outcomes);
        input.onItem();
      }
    }
  }
  await Promise.all(Array.from({ length: PACKAGES_AT_ONCE }, worker));
  const failures = archives.filter((reason) => reason !== null);
  return {
    budget,
    packages,
    chosen: tasks.length,
    reasons: counted(tasks.flatMap(({ reasons }) => reasons)),
    archives: archives.length,
    read: archives.length - failures.length,
    notRead: counted(failures),
  };
}

/** The history is asked for again, which the cache answers: keeping a hundred thousand documents for a few costs more. */
async function readPackage(
  { from, baseUrl, purl, name, versions }: SourceTask,
  { get, describe }: SourcesInput,
): Promise<readonly (readonly [StoredRelease, readonly (string | null)[]])[]> {
  const stored = await from.observe(purl, name, get, baseUrl);
  if (stored.outcome !== 'read') throw new Error(`${purl} was read and now is not: ${stored.reason}`);
  const read: (readonly [StoredRelease, readonly (string | null)[]])[] = [];
  for (const version of versions) {
    const { release, archives } = await readRelease({ ecosystem: from, baseUrl, stored, version }, { get, describe });
    read.push([release, archives]);
  }
  return read;
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}
