import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AttackPattern } from 'recheck';

interface Attack {
  readonly source: string;
  readonly flags: string;
  readonly attack: AttackPattern;
  /** As long as the text is to be. */
  readonly characters: number;
}

const GIVES_UP_AFTER_MS = 30_000;
const WORKER = `
const { parentPort, workerData: { source, flags, text } } = require('node:worker_threads');
const pattern = new RegExp(source, flags);
let least = Infinity;
for (let round = 0; round < 3; round += 1) {
  const before = process.threadCpuUsage().user;
  if (pattern.global) for (const each of text.matchAll(pattern)) void each;
  else pattern.exec(text);
  least = Math.min(least, (process.threadCpuUsage().user - before) / 1000);
  if (least > 1000) break;
}
parentPort.postMessage(least);
`;

/** Milliseconds of the thread's own time for the text that recheck found to be worst, repeated until it has that length. Infinity where it does not end. */
export async function attackMs({ source, flags, attack, characters }: Attack): Promise<number> {
  const text = textOf(attack, characters);
  const worker = new Worker(WORKER, { eval: true, workerData: { source, flags, text } });
  const alarm = setTimeout(() => void worker.terminate(), GIVES_UP_AFTER_MS);
  try {
    const [ms]: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [Infinity])]);
    return typeof ms === 'number' ? ms : Infinity;
  } finally {
    clearTimeout(alarm);
    await worker.terminate();
  }
}

function textOf({ pumps, suffix }: AttackPattern, characters: number): string {
  const room = characters / Math.max(1, pumps.length);
  const pumped = pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(room / Math.max(1, pump.length))));
  return pumped.join('') + suffix;
}
