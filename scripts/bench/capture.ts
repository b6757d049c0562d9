// Capture from loopback without delay against a bare undici pool that fetches the same URLs: `node scripts/bench/capture.ts [SCALE]`.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Pool } from 'undici';
import { captureSnapshot } from '../../src/commands/capture.ts';

const CONCURRENCY = 16;
const scale = Number(process.argv[2] ?? '1');
for (const name of ['GLAMA_API_KEY', 'PULSEMCP_API_KEY', 'PULSEMCP_TENANT_ID']) process.env[name] = 'loopback';

const worker = new Worker(new URL('registries-worker.ts', import.meta.url), { workerData: { scale } });
const { baseUrls } = await message<{ baseUrls: Record<string, string> }>();

// Once to learn the URLs and to let the server write each answer; what is measured comes after.
await captureOnce();
worker.postMessage('urls');
const { urls } = await message<{ urls: string[] }>();
const pool = new Pool(new URL(Object.values(baseUrls)[0] ?? '').origin, { connections: CONCURRENCY });
const poolSeconds = await seconds(fetchAll);
const captureSeconds = await seconds(captureOnce);
await pool.close();
await worker.terminate();

const [captured, bare] = [urls.length / captureSeconds, urls.length / poolSeconds];
console.log(`${urls.length} requests`);
console.log(`capture    ${captured.toFixed(0)} requests/s, ${captureSeconds.toFixed(1)} s`);
console.log(`bare pool  ${bare.toFixed(0)} requests/s, ${poolSeconds.toFixed(1)} s`);
console.log(`capture / bare pool ${(captured / bare).toFixed(2)} (at least 0.5)`);

async function captureOnce(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
  await captureSnapshot('2026-06-29', {
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
}

async function fetchAll(): Promise<void> {
  const waiting = urls.values();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const path of waiting) {
        const { body } = await pool.request({
          method: 'GET',
          path,
          headers: { authorization: 'Bearer loopback', 'x-api-key': 'loopback', 'x-tenant-id': 'loopback' },
        });
        await body.arrayBuffer();
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
  const [first]: T[] = await once(worker, 'message');
  if (first === undefined) throw new Error('an empty message');
  return first;
}
