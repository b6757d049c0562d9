// Capture from loopback without delay against a bare undici pool that fetches the same URLs: `node scripts/bench/capture.ts [SCALE]`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { captureSnapshot } from '../../src/commands/capture.ts';

const CONCURRENCY = 16;
const ROUNDS = 3;
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

// Taking turns, and the best of each: other work on the machine only ever adds.
const best = { pool: Infinity, requests: Infinity, whole: Infinity };
for (let round = 0; round < ROUNDS; round += 1) {
  wireBytes = 0;
  best.pool = Math.min(best.pool, await seconds(fetchAll));
  let requests = 0;
  const whole = await seconds(async () => {
    requests = await captureOnce();
  });
  best.requests = Math.min(best.requests, requests);
  best.whole = Math.min(best.whole, whole);
}
await pool.close();
server.kill();

console.log(`${urls.length} requests, ${(wireBytes / 1e6).toFixed(1)} MB on the wire, the best of ${ROUNDS} rounds`);
for (const [what, took] of Object.entries(best)) {
  console.log(
    `${what.padEnd(9)} ${(urls.length / took).toFixed(0).padStart(6)} requests/s ${took.toFixed(2).padStart(7)} s   ` +
      `${(best.pool / took).toFixed(2)} of the bare pool${what === 'pool' ? '' : ' (at least 0.5)'}`,
  );
}

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
