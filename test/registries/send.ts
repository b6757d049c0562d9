import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';
import type { WireFault } from './misbehave.ts';

const BLANKS = Buffer.alloc(2 ** 20, ' ');

/** Puts an answer on the wire, as well or as badly as is wanted. Never throws for a client that has gone. */
export async function send(response: ServerResponse, answer: Answer, fault: WireFault | null): Promise<void> {
  const { status, headers, body } = answer;
  switch (fault?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'wrong-length':
      response.writeHead(status, {
        ...headers,
        'content-length': Math.max(0, body.length + fault.byBytes),
        connection: 'close',
      });
      response.end(body);
      return;
    case 'slow-drip':
      response.writeHead(status, { ...headers, 'content-length': body.length });
      return drip(response, body, fault);
    case 'huge-body':
      response.writeHead(status, headers);
      return flood(response, fault.bytes);
    case 'gzip-bomb': {
      const bomb = gzipBomb(fault.bytes);
      response.writeHead(status, { ...headers, 'content-encoding': 'gzip', 'content-length': bomb.length });
      response.end(bomb);
      return;
    }
    case undefined:
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.end(body);
  }
}

async function drip(
  response: ServerResponse,
  body: Buffer,
  { chunkBytes, everyMs }: { chunkBytes: number; everyMs: number },
): Promise<void> {
  for (let sent = 0; sent < body.length && !response.destroyed; sent += chunkBytes) {
    response.write(body.subarray(sent, sent + chunkBytes));
    await delay(everyMs, undefined, { ref: false });
  }
  response.end();
}

async function flood(response: ServerResponse, bytes: number): Promise<void> {
  await pipeline(Readable.from(blanks(bytes)), response).catch(() => undefined);
}

function* blanks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= BLANKS.length) yield BLANKS.subarray(0, left);
}

/** Members of one MiB each, one after the other: a decoder reads on through them (RFC 1952 §2.2). */
function gzipBomb(bytes: number): Buffer {
  const member = gzipSync(BLANKS, { level: 9 });
  const members = Array.from({ length: Math.floor(bytes / BLANKS.length) }, () => member);
  return Buffer.concat([...members, gzipSync(BLANKS.subarray(0, bytes % BLANKS.length))]);
}
