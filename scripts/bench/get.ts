/** `node scripts/bench/get.ts [BODY_BYTES]` prints how many requests a second `get` reaches through loopback, its cache included, beside a bare undici Pool. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { Pool } from 'undici';

import { openCache } from '../../src/fetch/cache.ts';
import { createGet } from '../../src/fetch/get.ts';

const CONCURRENCY = 32;
const ROUNDS = 7;
const REQUESTS = 4_000;
const BODY_BYTES = Number(process.argv[2] ?? 1_000);

/** In a process of its own: a server in this one would be measured too. */
const SERVER = `
  const rows = Array.from({ length: 1000 }, (_, i) => ({ name: 'io.github.tidewater/harbor-' + i, version: '1.0.' + i }));
  const body = JSON.stringify({ rows }).slice(0, ${BODY_BYTES});
  require('node:http')
    .createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.end(body);
    })
    .listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
const [port] = await once(createInterface(server.stdout), 'line');
const origin = `http://127.0.0.1:${port}`;
const folder = await mkdtemp(join(tmpdir(), 'bench-get-'));
try {
  const pool = new Pool(origin, { connections: CONCURRENCY });
  const bare = async (path: string) => {
    const { body } = await pool.request({ method: 'GET', path });
    await body.arrayBuffer();
  };
  const cache = await openCache(folder, { variables: {}, platform: 'linux', homeDirectory: folder });
  const door = createGet({
    hosts: [{ baseUrl: origin, pace: { concurrency: CONCURRENCY, requestsPerSecond: null }, keyHeaders: {} }],
    cache,
    offline: false,
    freshSince: new Date().toISOString(),
    now: () => new Date(),
    userAgent: 'bench',
  });
  const ours = (path: string) => door.get(origin + path);

  await measured(bare, '/warm-bare');
  await measured(ours, '/warm-ours');
  const rounds = [];
  // Alternating, since other work on the machine comes and goes.
  for (let round = 0; round < ROUNDS; round += 1) {
    const barePerSecond = await measured(bare, `/${round}`);
    const oursPerSecond = await measured(ours, `/${round}`);
    const replayedPerSecond = await measured(ours, `/${round}`);
    rounds.push({ barePerSecond, oursPerSecond, replayedPerSecond, ratio: oursPerSecond / barePerSecond });
  }
  const { barePerSecond, oursPerSecond, replayedPerSecond, ratio } = median(rounds);
  process.stdout.write(
    `${BODY_BYTES} B bodies, ${CONCURRENCY} at a time, median of ${ROUNDS} rounds of ${REQUESTS}: bare Pool ${barePerSecond}/s, ` +
      `get with its cache ${oursPerSecond}/s, replayed ${replayedPerSecond}/s; ratio ${ratio.toFixed(2)}\n`,
  );
  await door.close();
  await cache.close();
  await pool.destroy();
} finally {
  server.kill();
  await rm(folder, { recursive: true });
}

async function measured(ask: (path: string) => Promise<unknown>, path: string): Promise<number> {
  let next = 0;
  const startMs = performance.now();
  const worker = async () => {
    while (next < REQUESTS) {
      next += 1;
      await ask(`${path}/v0.1/servers/io.github.tidewater%2Fharbor-${next}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return Math.round((REQUESTS / (performance.now() - startMs)) * 1_000);
}

function median<Round extends { ratio: number }>(rounds: readonly Round[]): Round {
  const middle = rounds.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds.length / 2)];
  if (middle === undefined) throw new Error('no rounds');
  return middle;
}
