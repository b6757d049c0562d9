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
  const [origin, folder, src, how] = process.argv.slice(1);
  const { openCache } = await import(src + '/cache.ts');
  const { writtenBehind } = await import(src + '/write-behind.ts');
  const { createGet } = await import(src + '/get.ts');
  const opened = await openCache(folder, ${JSON.stringify(HERE)});
  const cache = how === 'behind' ? writtenBehind(opened) : opened;
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

/** Kills a capture in the middle; returns the berths that it was given, and which of them are kept and whole. */
async function killed(how: 'before' | 'behind'): Promise<{ given: string[]; kept: string[] }> {
  const harbour = await serve((request, response) => response.end(`berth ${request.url}`));
  const folder = await mkdtemp(join(tmpdir(), 'crash-'));
  const source = ['--input-type=module', '-e', CAPTURE, harbour.origin, folder, import.meta.dirname, how];
  const capture = spawn(process.execPath, source, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  capture.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.length > 5_000) capture.kill('SIGKILL');
  });
  await once(capture, 'close');

  const given = printed.split('\n').slice(0, -1);
  const cache = await openCache(folder, HERE);
  const { get, close } = testDoor([unpaced(harbour.origin)], { cache, offline: true });
  const kept: string[] = [];
  for (const berth of given) {
    const fetched = await get(`${harbour.origin}/${berth}`).catch(() => null);
    if (fetched?.body.toString() === `berth /${berth}`) kept.push(berth);
  }
  expect(await fetchErrorOf(get(`${harbour.origin}/never-asked`))).toMatchObject({ code: 'NOT_CACHED' });
  await close();
  await cache.close();
  await harbour.close();
  await rm(folder, { recursive: true });
  return { given, kept };
}

it('loses nothing that was given when the process is killed', async () => {
  const { given, kept } = await killed('before');
  expect(given.length).toBeGreaterThan(500);
  expect(kept).toEqual(given);
});

it('loses a batch or two of what was given last, where answers are written behind', async () => {
  const { given, kept } = await killed('behind');
  expect(given.length).toBeGreaterThan(500);
  expect(given.length - kept.length).toBeLessThan(300);
  expect(kept.slice(0, 200)).toEqual(given.slice(0, 200));
});
