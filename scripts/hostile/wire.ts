import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Keyv } from 'keyv';
import { cacheOver } from '../../src/fetch/cache.ts';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import { createGet } from '../../src/fetch/get.ts';
import { must, type Trial } from './trial.ts';

const KEY = 'key-of-the-harbour';
const MAX_BYTES = 1_000_000;
const BODY = '{"servers":[]}';

/** Answers byte for byte, so that they may be what no server library would send. */
export function wireTrials(): readonly Trial[] {
  return answers().map(([name, answer]) => ({ name, run: () => ledTo(answer) }));
}

async function ledTo(answer: Answer): Promise<string> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      asked.push(data.toString('latin1'));
      const { port } = addressOf(server);
      socket.write(typeof answer === 'function' ? answer(port) : answer);
      socket.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${addressOf(server).port}`;
  const door = createGet({
    hosts: [{ baseUrl: origin, pace: { concurrency: 2, requestsPerSecond: null }, keyHeaders: { 'x-api-key': KEY } }],
    cache: cacheOver(new Keyv(), 'memory'),
    offline: false,
    freshSince: '2026-06-29T00:00:00Z',
    now: () => new Date('2026-06-29T00:00:00Z'),
    userAgent: 'hostile-corpus',
    maxBytes: MAX_BYTES,
    timeouts: { connectMs: 2_000, headersMs: 2_000, totalMs: 4_000 },
    retries: { attempts: 2, baseMs: 1, capMs: 5, budgetMs: 1_000 },
  });
  try {
    const { body } = await door.get(`${origin}/servers`);
    must(body.length <= MAX_BYTES, `a body of ${body.length} bytes`);
    return 'answered';
  } catch (error) {
    must(error instanceof FetchError, String(error));
    must(!`${error.message} ${error.excerpt ?? ''}`.includes(KEY), 'the key is repeated');
    return `FetchError ${error.code}`;
  } finally {
    await door.close();
    server.close();
    must(
      asked.every((request) => request.startsWith('GET ')),
      'asked by another method',
    );
    must(asked.length <= 8, `asked ${asked.length} times`);
  }
}

type Answer = string | Buffer | ((port: number) => string);

function addressOf(server: Server): { readonly port: number } {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address;
}

function answers(): readonly (readonly [string, Answer])[] {
  const redirects: readonly [string, Answer][] = [
    'https://elsewhere.invalid/',
    '//elsewhere.invalid/',
    '\\\\elsewhere.invalid\\',
    '/\\elsewhere.invalid/',
    'http://169.254.169.254/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://[::ffff:169.254.169.254]/',
    'http://0177.0.0.1/',
    'http://localhost/',
    'file:///etc/hostname',
    'data:text/plain,ferry',
    'javascript:alert(1)',
    'gopher://elsewhere.invalid/',
    'https://user@elsewhere.invalid/',
    'https://',
    'http://',
    '?',
    '#',
    '',
    ' ',
    '%00',
    'http://[',
    '\u0000',
    'x'.repeat(9_000),
  ].map((location) => [
    `a redirect to ${JSON.stringify(location.slice(0, 40))}`,
    head(`location: ${location}\r\ncontent-length: 0`, '302 Found'),
  ]);
  return [
    ['as it should be', whole('')],
    ...redirects,
    [
      'a redirect with a user name to itself',
      (port) => head(`location: http://harbour@127.0.0.1:${port}/\r\ncontent-length: 0`, '302 Found'),
    ],
    [
      'a redirect to another port',
      (port) => head(`location: http://127.0.0.1:${port === 1 ? 2 : 1}/\r\ncontent-length: 0`, '302 Found'),
    ],
    [
      'a redirect to itself under another name',
      (port) => head(`location: http://localhost:${port}/\r\ncontent-length: 0`, '302 Found'),
    ],
    [
      'a redirect to itself as a number',
      (port) => head(`location: http://2130706433:${port}/servers\r\ncontent-length: 0`, '302 Found'),
    ],
    ['two locations', head('location: /a\r\nlocation: https://elsewhere.invalid/\r\ncontent-length: 0', '302 Found')],
    [
      'a line break in a location',
      head('location: /a\n\thttps://elsewhere.invalid/\r\ncontent-length: 0', '302 Found'),
    ],
    ['a refresh', whole('refresh: 0; url=https://elsewhere.invalid/')],
    ['an alternative service', whole('alt-svc: h2="elsewhere.invalid:443"')],
    ['a switch of protocols', head('upgrade: h2c\r\nconnection: upgrade', '101 Switching Protocols')],
    [
      'a thousand early hints',
      Buffer.from(`${head('link: </x>', '103 Early Hints').repeat(1_000)}${whole('').toString()}`),
    ],
    ['a thousand headers', whole(Array.from({ length: 1_000 }, (_, at) => `x-${at}: y`).join('\r\n'))],
    ['a header of a megabyte', whole(`x-long: ${'y'.repeat(1_000_000)}`)],
    ['a header name of 100,000 characters', whole(`${'x'.repeat(100_000)}: y`)],
    ['two lengths', head(`content-length: 5\r\ncontent-length: ${BODY.length}`) + BODY],
    ['a negative length', `${head('content-length: -1')}${BODY}`],
    ['a length in hexadecimal', `${head('content-length: 0xe')}${BODY}`],
    ['a length above all bounds', `${head('content-length: 99999999999999999999')}${BODY}`],
    ['a length that is too long', `${head('content-length: 9000')}${BODY}`],
    ['a length and chunks', `${head(`content-length: 3\r\ntransfer-encoding: chunked`)}e\r\n${BODY}\r\n0\r\n\r\n`],
    ['chunks', `${head('transfer-encoding: chunked')}e\r\n${BODY}\r\n0\r\n\r\n`],
    ['a chunk of a negative size', `${head('transfer-encoding: chunked')}-e\r\n${BODY}\r\n0\r\n\r\n`],
    ['a chunk of 2^64 bytes', `${head('transfer-encoding: chunked')}ffffffffffffffff\r\n${BODY}\r\n0\r\n\r\n`],
    ['chunks without an end', `${head('transfer-encoding: chunked')}e\r\n${BODY}\r\n`],
    [
      'an extension of a chunk of 100,000 characters',
      `${head('transfer-encoding: chunked')}e;${'x'.repeat(100_000)}\r\n${BODY}\r\n0\r\n\r\n`,
    ],
    ['no length at all', `${head('x: y')}${BODY}`],
    ['no headers', `HTTP/1.1 200 OK\r\n\r\n${BODY}`],
    ['another protocol', `RTSP/1.0 200 OK\r\n\r\n${BODY}`],
    ['an old protocol', `HTTP/0.9 200 OK\r\n\r\n${BODY}`],
    ['no protocol', BODY],
    ['a status of no number', `HTTP/1.1 abc OK\r\n\r\n${BODY}`],
    ['status 999', `HTTP/1.1 999 Ferry\r\ncontent-length: 0\r\n\r\n`],
    ['status 99', `HTTP/1.1 099 Ferry\r\ncontent-length: 0\r\n\r\n`],
    ['status 204 with a body', `HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\nferry`],
    ['status 304 unasked', 'HTTP/1.1 304 Not Modified\r\n\r\n'],
    ['status 206', `HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 0-4/1000\r\ncontent-length: 5\r\n\r\n{"ser`],
    ['bare line feeds', `HTTP/1.1 200 OK\ncontent-length: ${BODY.length}\n\n${BODY}`],
    ['a blank before a colon', whole('x-ferry : y')],
    ['a header that is folded', whole('x-ferry: y\r\n z')],
    ['controls in a header', whole('x-ferry: \u0001\u0007')],
    ['the key sent back', `HTTP/1.1 403 ${KEY}\r\ncontent-length: ${KEY.length}\r\nx-ferry: ${KEY}\r\n\r\n${KEY}`],
    ['a wait of a century', head('retry-after: 3153600000\r\ncontent-length: 0', '429 Too Many Requests')],
    ['a wait of no number', head('retry-after: soon\r\ncontent-length: 0', '503 Service Unavailable')],
    [
      'a wait until year 99999',
      head('retry-after: Fri, 31 Dec 99999 23:59:59 GMT\r\ncontent-length: 0', '503 Service Unavailable'),
    ],
    ['a negative wait', head('retry-after: -5\r\ncontent-length: 0', '503 Service Unavailable')],
    ['cookies', whole('set-cookie: ferry=1; Domain=127.0.0.1\r\nset-cookie: quay=2')],
    ['an etag with a quote and a line break', whole('etag: "a\tb"')],
    ['an etag of 10,000 characters', whole(`etag: "${'e'.repeat(10_000)}"`)],
    ['gzip', whole('content-encoding: gzip', gzipSync(BODY))],
    ['gzip that is none', whole('content-encoding: gzip')],
    ['gzip that is cut', whole('content-encoding: gzip', gzipSync(BODY).subarray(0, 20))],
    ['gzip of 100 MB', whole('content-encoding: gzip', gzipSync(Buffer.alloc(100_000_000)))],
    ['brotli of 100 MB', whole('content-encoding: br', brotliCompressSync(Buffer.alloc(100_000_000)))],
    ['deflate of 100 MB', whole('content-encoding: deflate', deflateSync(Buffer.alloc(100_000_000)))],
    ['gzip in gzip', whole('content-encoding: gzip, gzip', gzipSync(gzipSync(BODY)))],
    ['gzip in gzip in gzip', whole('content-encoding: gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(BODY))))],
    ['a thousand codings', whole(`content-encoding: ${'gzip, '.repeat(1_000)}gzip`)],
    ['a coding of nobody', whole('content-encoding: ferry')],
    ['zstd, which was not asked for', whole('content-encoding: zstd')],
    ['a body of 2 MB', whole('', 'x'.repeat(2_000_000))],
  ];
}

function head(lines: string, status = '200 OK'): string {
  return `HTTP/1.1 ${status}\r\n${lines}\r\n\r\n`;
}

function whole(lines: string, body: string | Buffer = BODY): Buffer {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return Buffer.concat([Buffer.from(head(lines === '' ? length : `${lines}\r\n${length}`)), Buffer.from(body)]);
}
