import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileDescription, Language } from '../model/source.ts';
import type { DescribeFile } from './facts/describe.ts';

/** What a worker is asked and answers; `content` is handed over, not copied. */
export interface Question {
  readonly content: ArrayBuffer;
  readonly path: string;
  readonly language: Language;
}
export type Answer =
  | { readonly outcome: 'described'; readonly description: FileDescription }
  | { readonly outcome: 'failed'; readonly reason: string };

export interface Pool {
  readonly describe: DescribeFile;
  close(): Promise<void>;
}

/** A parser may be driven to the end of its memory or time by one file; what is lost then is that file's facts, and it says so. */
const HEAP_MEGABYTES = 640;
/** Of the processor's time: on a busy machine a file has as long as it would have alone, so that a snapshot has the same bytes there. */
const TIME_LIMIT_MS = 30_000;
/** For a thread that gets no processor at all. */
const MOST_WAITED_TIMES = 40;
/** A thread is looked after no more often than this part of its time. */
const LEAST_PART = 0.05;
const MAX_WORKERS = 4;

/**
 * Describes files in worker threads: one a processor core, each with bounds on memory and time.
 *
 * A file over a bound is described as not read, with the reason; its worker is replaced. Threads start with the first file.
 */
export function openPool({ timeLimitMs = TIME_LIMIT_MS, heapMegabytes = HEAP_MEGABYTES } = {}): Pool {
  const size = Math.min(MAX_WORKERS, availableParallelism());
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();

  function start(): Worker {
    const worker = new Worker(WORKER_FILE, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    all.add(worker);
    // A thread that waits for work must not keep the program from ending.
    worker.unref();
    return worker;
  }
  async function taken(): Promise<Worker> {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (all.size < size) return start();
    return new Promise((resolve) => waiting.push(resolve));
  }
  function giveBack(worker: Worker): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  }
  function replace(worker: Worker): void {
    all.delete(worker);
    void worker.terminate();
    const next = waiting.shift();
    if (next !== undefined) next(start());
  }

  return {
    async describe(content, path, language) {
      const worker = await taken();
      const answer = await asked(worker, { content, path, language }, timeLimitMs);
      if (answer.outcome === 'lost') replace(worker);
      else giveBack(worker);
      if (answer.outcome === 'described') return answer.description;
      return { language, reading: { how: 'not-read', reason: answer.reason }, measures: null, facts: [], tools: [] };
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Sources run as they are, the published program from its build; a worker is a file by name in both. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

interface Lost {
  readonly outcome: 'lost';
  readonly reason: string;
}

function asked(
  worker: Worker,
  { content, path, language }: { readonly content: Buffer; readonly path: string; readonly language: Language },
  timeLimitMs: number,
): Promise<Answer | Lost> {
  return new Promise((resolve) => {
    worker.ref();
    const watch = overTime(worker, timeLimitMs, () =>
      done({ outcome: 'lost', reason: `reading it takes longer than ${timeLimitMs / 1_000} s` }),
    );
    const onError = (error: unknown) => done({ outcome: 'lost', reason: lossOf(error) });
    function done(answer: Answer | Lost): void {
      watch.end();
      worker.off('message', done);
      worker.off('error', onError);
      worker.unref();
      resolve(answer);
    }
    worker.on('message', done);
    worker.on('error', onError);
    const bytes = new Uint8Array(content);
    worker.postMessage({ content: bytes.buffer, path, language } satisfies Question, [bytes.buffer]);
  });
}

function lossOf(error: unknown): string {
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory ? 'reading it takes more memory than a file is given' : 'its reader stopped';
}

/** Calls back once the thread has worked for longer than the limit, unless ended before. */
function overTime(worker: Worker, limitMs: number, isOver: () => void): { end(): void } {
  const before = workedMs(worker);
  const latestMs = performance.now() + MOST_WAITED_TIMES * limitMs;
  let isEnded = false;
  let timer = setTimeout(look, limitMs);

  async function look(): Promise<void> {
    const leftMs = limitMs - ((await workedMs(worker)) - (await before));
    if (isEnded) return;
    if (leftMs <= 0 || performance.now() > latestMs) isOver();
    else timer = setTimeout(look, Math.max(leftMs, LEAST_PART * limitMs));
  }
  return {
    end() {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}

/** The processor time that a thread has had; 0 where it does not run yet or any more. */
async function workedMs(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return 0;
  }
}
