/** One hostile input: what it led to, in a few words that are counted; throws where it led to what must not be. */
export interface Trial {
  readonly name: string;
  run(this: void): string | Promise<string>;
}

/** A kind of trials with what they led to. */
export interface Tried {
  readonly corpus: string;
  readonly tried: number;
  /** What it led to, and how often; the most frequent first. */
  readonly ledTo: readonly (readonly [string, number])[];
  readonly failures: readonly string[];
}

/** Longer than any single input may keep this program busy; of its own time, since others may keep the machine busy. */
const MOST_BUSY_MS = 30_000;

/** Tries all, one after another. What throws or takes too long is a failure. */
export async function tryAll(corpus: string, trials: readonly Trial[]): Promise<Tried> {
  const counts = new Map<string, number>();
  const failures: string[] = [];
  for (const { name, run } of trials) {
    const before = process.cpuUsage();
    try {
      const ledTo = await run();
      counts.set(ledTo, (counts.get(ledTo) ?? 0) + 1);
    } catch (error) {
      failures.push(`${corpus}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const busyMs = process.cpuUsage(before).user / 1_000;
    if (busyMs > MOST_BUSY_MS) failures.push(`${corpus}: ${name}: busy for ${Math.round(busyMs)} ms`);
  }
  const ledTo = [...counts].toSorted(([, a], [, b]) => b - a);
  return { corpus, tried: trials.length, ledTo, failures };
}

/** Throws with the words unless it holds. */
export function must(holds: boolean, words: string): asserts holds {
  if (!holds) throw new Error(words);
}

/** A line for each corpus, and under it what else it led to. */
export function renderTried(all: readonly Tried[]): string {
  const width = Math.max(...all.map(({ corpus }) => corpus.length));
  const rows = all.flatMap(({ corpus, tried, ledTo, failures }) => {
    const [first = ['nothing', 0] as const, ...rest] =
      failures.length === 0 ? ledTo : [...ledTo, ['FAILED', failures.length] as const];
    return [
      `${corpus.padEnd(width)} ${String(tried).padStart(6)}  ${first[1]} ${first[0]}`,
      ...rest.map(([words, count]) => `${' '.repeat(width + 7)}  ${count} ${words}`),
    ];
  });
  return [`${'corpus'.padEnd(width)} ${'tried'.padStart(6)}  what it led to`, ...rows].join('\n');
}
