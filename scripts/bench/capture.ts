// Capture from loopback without delay against a bare undici pool that fetches the same URLs: `node scripts/bench/capture.ts [SCALE]`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { captureSnapshot } from '../../src/commands/capture.ts';

const CONCURRENCY = 16;
const ROUNDS = 5;
/** What is measured for a moment alone is measured in a lucky one: the pool's time is to be about as long as the capture's. */
const POOL_TIMES = 3;
const [scale = '1'] = process.argv.slice(2);
for (const name of ['GLAMA_API_KEY', 'PULSEMCP_API_KEY', 'PULSEMCP_TENANT_ID']) process.env[name] = 'loopback';

// In a process of its own: a server in this one would be measured too, and its garbage would stop the asking.
const server = fork(new URL('registries-process.ts', import.meta.url), [scale], { execArgv: [] });
const { baseUrls } = await message<{ baseUrls: Record<string, string> }>();

// Once to learn the URLs and to let the server make each answer; what is measured comes after.
await captureOnce();
server.send('urls');
const { urls } = await message<{ urls: string[] }>();
const pool = new Pool(new URL(Object.values(baseUrls)[0] ?? '').origin, { connections: CONCURRENCY });
let wireBytes = 0;
await fetchAll();

// Taking turns, the pool before and after each capture, and compared within a round: other work on the machine comes and goes.
const rounds: Record<'pool' | 'requests' | 'whole', number>[] = [];
/** Processor time of this process for one pool's turn and for one capture: what a busy machine distorts least. */
const cpu = { pool: Infinity, whole: Infinity };
let before = await poolSeconds();
for (let round = 0; round < ROUNDS; round += 1) {
  let requests = 0;
  const cpuBefore = process.cpuUsage();
  const whole = await seconds(async () => {
    requests = await captureOnce();
  });
  cpu.whole = Math.min(cpu.whole, cpuSeconds(cpuBefore));
  const after = await poolSeconds();
  rounds.push({ pool: (before + after) / 2, requests, whole });
  before = after;
}
await pool.close();
server.kill();

console.log(`${urls.length} requests, ${(wireBytes / 1e6).toFixed(1)} MB on the wire, the median of ${ROUNDS} rounds`);
for (const what of ['pool', 'requests', 'whole'] as const) {
  const took = median(rounds.map((round) => round[what]));
  const ratios = rounds.map((round) => round.pool / round[what]);
  console.log(
    `${what.padEnd(9)} ${(urls.length / took).toFixed(0).padStart(6)} requests/s ${took.toFixed(2).padStart(7)} s   ` +
      `${median(ratios).toFixed(2)} of the bare pool${what === 'pool' ? '' : `, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} (at least 0.5)`}`,
  );
}

console.log(
  `processor time of the whole ${cpu.whole.toFixed(2)} s, of the pool ${cpu.pool.toFixed(2)} s (the least of the rounds): ${(cpu.pool / cpu.whole).toFixed(2)}`,
);

/** Returns the seconds until the last answer was read; writing the sorted, compressed snapshot comes after. */
async function captureOnce(): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
  const { startedAt, finishedAt } = await captureSnapshot('2026-06-29', {
    snapshots: join(home, 'snapshots'),
    cache: join(home, 'cache'),
    depth: 'package',
    versions: 'all',
    offline: false,
    baseUrl: Object.entries(baseUrls).map(([id, url]) => `${id}=${url}`),
    progress: false,
    verbose: false,
  });
  rmSync(home, { recursive: true });
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}

/** With the codings that capture asks for, so that the same bytes come; they are read and not decoded. */
async function fetchAll(): Promise<void> {
  const headers = {
    authorization: 'Bearer loopback',
    'x-api-key': 'loopback',
    'x-tenant-id': 'loopback',
    'accept-encoding': 'gzip, br',
  };
  const waiting = urls.values();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const path of waiting) {
        const { body } = await pool.request({ method: 'GET', path, headers });
        wireBytes += (await body.arrayBuffer()).byteLength;
      }
    }),
  );
}

async function poolSeconds(): Promise<number> {
  const cpuBefore = process.cpuUsage();
  const total = await seconds(async () => {
    for (let time = 0; time < POOL_TIMES; time += 1) {
      wireBytes = 0;
      await fetchAll();
    }
  });
  cpu.pool = Math.min(cpu.pool, cpuSeconds(cpuBefore) / POOL_TIMES);
  return total / POOL_TIMES;
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

async function message<T>(): Promise<T> {
  const [first]: T[] = await once(server, 'message');
  if (first === undefined) throw new Error('an empty message');
  return first;
}
