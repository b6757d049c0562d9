import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it, test } from 'vitest';

import { fetchErrorOf, serve, testDoor, unpaced, type Harbour } from '../testing/door.ts';
import type { Door } from './get.ts';
import type { GetSettings } from './settings.ts';

const IMPATIENT = { connectMs: 1_000, headersMs: 300, totalMs: 600 };
const RETRIES = { attempts: 2, baseMs: 1, capMs: 1, budgetMs: 100_000 };

let harbour: Harbour;
let door: Door;

async function open(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  settings: Partial<GetSettings> = {},
): Promise<string> {
  harbour = await serve(answer);
  door = testDoor([unpaced(harbour.origin)], { retries: RETRIES, maxBytes: 100_000, ...settings });
  return `${harbour.origin}/tides`;
}

afterEach(async () => {
  await door.close();
  await harbour.close();
});

describe('a body that is too large', () => {
  it('is not read where its length says so', async () => {
    const url = await open((_request, response) => {
      response.writeHead(200, { 'content-length': 10_000_000 }).write('x');
    });
    expect(await fetchErrorOf(door.get(url))).toMatchObject({ code: 'TOO_LARGE', status: 200 });
    expect(harbour.seen).toHaveLength(1);
  });

  it('is cut off where it does not end', async () => {
    let isOpen = true;
    const url = await open((_request, response) => {
      const pour = () => {
        if (isOpen && response.write(Buffer.alloc(16_384))) setImmediate(pour);
      };
      response.on('drain', pour).on('close', () => {
        isOpen = false;
      });
      pour();
    });
    expect(await fetchErrorOf(door.get(url))).toMatchObject({ code: 'TOO_LARGE' });
    await expect.poll(() => isOpen).toBe(false);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(200_000_000 / 10))],
    ['br', brotliCompressSync(Buffer.alloc(200_000_000 / 10))],
  ])('is not decoded where it is a %s bomb', async (coding, bomb) => {
    const url = await open((_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(bomb);
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await fetchErrorOf(door.get(url))).toMatchObject({ code: 'TOO_LARGE' });
    expect(harbour.seen).toHaveLength(1);
  });

  it('is fine up to its last byte', async () => {
    const url = await open((_request, response) => {
      response.end(Buffer.alloc(100_000));
    });
    expect((await door.get(url)).body.length).toBe(100_000);
    expect(await fetchErrorOf(door.get(`${url}?again`, { maxBytes: 99_999 }))).toMatchObject({ code: 'TOO_LARGE' });
  });

  it.each([{}, { 'content-length': 9_000_000 }])('of a refusal is only read for its start (%o)', async (headers) => {
    const url = await open((_request, response) => {
      response.writeHead(404, headers).end('not here '.repeat(1_000_000));
    });
    const error = await fetchErrorOf(door.get(url));
    expect(error).toMatchObject({ code: 'STATUS', status: 404 });
    expect(error.excerpt).toHaveLength(4_096);
  });
});

describe('a host that takes its time', () => {
  it('is asked again where it does not begin to answer', async () => {
    const url = await open(() => {}, { timeouts: IMPATIENT });
    const error = await fetchErrorOf(door.get(url));
    expect(error).toMatchObject({ code: 'TIMED_OUT', status: null });
    expect(error.message).toContain('gave up after 2 requests');
    expect(harbour.seen).toHaveLength(2);
  });

  it('is left where it drips, however steadily', async () => {
    let drips: NodeJS.Timeout | undefined;
    const url = await open(
      (_request, response) => {
        response.writeHead(200);
        drips = setInterval(() => response.write('.'), 20);
      },
      { timeouts: { ...IMPATIENT, headersMs: 30_000 } },
    );
    expect(await fetchErrorOf(door.get(url))).toMatchObject({ code: 'TIMED_OUT' });
    expect(harbour.seen).toHaveLength(1);
    clearInterval(drips);
  });
});

describe('a transfer that breaks is asked for again', () => {
  const BROKEN: readonly [string, (response: ServerResponse) => void][] = [
    ['a reset before the answer', (response) => response.socket?.resetAndDestroy()],
    ['an end before the answer', (response) => response.socket?.end()],
    [
      'fewer bytes than its length',
      (response) => response.writeHead(200, { 'content-length': 100 }).write('half', () => response.socket?.end()),
    ],
    ['chunks without the last one', (response) => response.writeHead(200).write('half', () => response.socket?.end())],
    [
      'half a gzip stream',
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('tides').subarray(0, 12)),
    ],
    ['something else than HTTP', (response) => response.socket?.end('ahoy\r\n\r\n')],
  ];

  test.each(BROKEN)('%s', async (_case, breakIt) => {
    const url = await open((_request, response) => {
      if (harbour.seen.length === 1) breakIt(response);
      else response.end('tides');
    });
    expect((await door.get(url)).body.toString()).toBe('tides');
    expect(harbour.seen).toEqual(['GET /tides', 'GET /tides']);
  });

  test.each(BROKEN)('and given up where it is always %s', async (_case, breakIt) => {
    const url = await open((_request, response) => breakIt(response));
    expect(await fetchErrorOf(door.get(url))).toMatchObject({ code: 'UNREACHABLE', url });
    expect(harbour.seen).toHaveLength(2);
  });

  it('and given up where nobody listens', async () => {
    const url = await open(() => {});
    await harbour.close();
    const error = await fetchErrorOf(door.get(url));
    expect(error.code).toBe('UNREACHABLE');
    expect(error.message).toContain('ECONNREFUSED');
  });
});

describe('the door', () => {
  it('only ever sends GET, whatever it is answered', async () => {
    const answers = [303, 500, 307, 200];
    const url = await open((_request, response) => {
      response.writeHead(answers[harbour.seen.length - 1] ?? 404, { location: '/tides?moved' }).end('tides');
    });
    expect((await door.get(url)).body.toString()).toBe('tides');
    expect(harbour.seen).toEqual(['GET /tides', 'GET /tides?moved', 'GET /tides?moved', 'GET /tides?moved']);
    expect(door.requests().get(harbour.origin)).toBe(4);
  });

  it('asks a host for no more at once than its lane allows', async () => {
    const LANE = 8;
    let waiting: ServerResponse[] = [];
    let most = 0;
    await open((_request, response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
      if (waiting.length < LANE) return;
      // Time for a ninth to come.
      setTimeout(() => {
        const answered = waiting;
        waiting = [];
        for (const each of answered) each.end('tides');
      }, 50);
    });
    await Promise.all(Array.from({ length: 5 * LANE }, (_, berth) => door.get(`${harbour.origin}/${berth}`)));
    expect(most).toBe(LANE);
  });

  it('ends what is under way when it is closed', async () => {
    const url = await open(() => {});
    const asked = fetchErrorOf(door.get(url));
    await expect.poll(() => harbour.seen.length).toBe(1);
    await door.close();
    const error = await asked;
    expect([error.code, error.message]).toEqual(['UNREACHABLE', 'interrupted']);
    expect(await fetchErrorOf(door.get(`${url}?later`))).toMatchObject({ code: 'UNREACHABLE' });
    expect(harbour.seen).toHaveLength(1);
  });
});
