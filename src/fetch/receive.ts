import { header, type Headers } from './rate-limit.ts';

/** A response as it came over the wire, still in its content coding. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  /** What came of the body; cut where `isWhole` is false. */
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

export interface Bounds {
  readonly maxBytes: number;
  /** Both from when the request is sent: to the first line of the answer, and to the last byte of it. */
  readonly headersMs: number;
  readonly totalMs: number;
}

export interface Receiver {
  onRequestStart(controller: Controller): void;
  onResponseStart(controller: Controller, status: number, headers: Headers): void;
  onResponseData(controller: Controller, chunk: Buffer): void;
  onResponseEnd(): void;
  onResponseError(controller: unknown, error: Error): void;
}

interface Controller {
  abort(reason: Error): void;
}

/** The host took the request and did not begin, or did not finish, to answer in time. */
export class OutOfTime extends Error {
  readonly hadBegun: boolean;

  constructor(hadBegun: boolean, limitMs: number) {
    super(hadBegun ? `an answer was not finished after ${limitMs} ms` : `no answer had begun after ${limitMs} ms`);
    this.name = 'OutOfTime';
    this.hadBegun = hadBegun;
  }
}

/** Bodies of refusals are read this far; only their start is used. */
const REFUSAL_BYTES = 65_536;

/**
 * A dispatch handler of undici that collects one response within bounds, and hangs up where one is passed.
 *
 * Resolves with a cut body for too many bytes, rejects with `OutOfTime` for too much time and with the client's error for all else.
 */
export function receiver(
  { maxBytes, headersMs, totalMs }: Bounds,
  { resolve, reject }: { resolve: (received: Received) => void; reject: (error: Error) => void },
): Receiver {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let bound = maxBytes;
  let status = 0;
  let headers: Headers = {};
  let toBegin: NodeJS.Timeout | undefined;
  let toFinish: NodeJS.Timeout | undefined;

  function stopClocks(): void {
    clearTimeout(toBegin);
    clearTimeout(toFinish);
  }

  function finish(isWhole: boolean): void {
    stopClocks();
    const [first] = chunks;
    const joined = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
    resolve({ status, headers, bytes: joined, isWhole });
  }

  function cut(controller: Controller): void {
    finish(false);
    controller.abort(new Error('the body is larger than its bound'));
  }

  return {
    onRequestStart(controller) {
      stopClocks();
      toBegin = setTimeout(() => controller.abort(new OutOfTime(false, headersMs)), headersMs);
      toFinish = setTimeout(() => controller.abort(new OutOfTime(true, totalMs)), totalMs);
    },
    onResponseStart(controller, itsStatus, itsHeaders) {
      clearTimeout(toBegin);
      status = itsStatus;
      headers = itsHeaders;
      const isSuccess = status >= 200 && status < 300;
      bound = isSuccess ? maxBytes : REFUSAL_BYTES;
      if (isSuccess && Number(header(headers, 'content-length')) > bound) cut(controller);
    },
    onResponseData(controller, chunk) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > bound) cut(controller);
    },
    onResponseEnd() {
      finish(true);
    },
    onResponseError(_controller, error) {
      stopClocks();
      reject(error);
    },
  };
}
