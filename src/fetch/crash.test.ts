import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { fetchErrorOf, serve, testDoor, unpaced } from '../testing/door.ts';
import { openCache } from './cache.ts';

const HERE = { variables: {}, platform: 'linux', homeDirectory: '/nonexistent' };

/** Asks for berths without end and prints each one that it was given. */
const CAPTURE = `
  const [origin, folder, src] = process.argv.slice(1);
  const { openCache } = await import(src + '/cache.ts');
  const { createGet } = await import(src + '/get.ts');
  const cache = await openCache(folder, ${JSON.stringify(HERE)});
  const hosts = [{ baseUrl: origin, pace: { concurrency: 16, requestsPerSecond: null }, keyHeaders: {} }];
  const freshSince = '2026-06-29T00:00:00Z';
  const { get } = createGet({ hosts, cache, offline: false, freshSince, now: () => new Date(), userAgent: 'test' });
  let next = 0;
  const worker = async () => {
    for (;;) {
      const berth = next++;
      await get(origin + '/' + berth);
      process.stdout.write(berth + '\\n');
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
`;

it('loses nothing that was given when the process is killed', async () => {
  const harbour = await serve((request, response) => response.end(`berth ${request.url}`));
  const folder = await mkdtemp(join(tmpdir(), 'crash-'));
  const source = ['--input-type=module', '-e', CAPTURE, harbour.origin, folder, import.meta.dirname];
  const capture = spawn(process.execPath, source, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  capture.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.length > 1_000) capture.kill('SIGKILL');
  });
  await once(capture, 'close');

  const given = printed.split('\n').slice(0, -1);
  expect(given.length).toBeGreaterThan(100);
  const cache = await openCache(folder, HERE);
  const { get, close } = testDoor([unpaced(harbour.origin)], { cache, offline: true });
  for (const berth of given) {
    expect((await get(`${harbour.origin}/${berth}`)).body.toString()).toBe(`berth /${berth}`);
  }
  expect(await fetchErrorOf(get(`${harbour.origin}/never-asked`))).toMatchObject({ code: 'NOT_CACHED' });
  await close();
  await cache.close();
  await harbour.close();
  await rm(folder, { recursive: true });
});
