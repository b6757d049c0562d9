import { decode, type Encoded, excerptOf } from './decode.ts';
import { FetchError } from './fetch-error.ts';
import { header, type Headers } from './rate-limit.ts';
import type { Received } from './receive.ts';

/** What one request came to. */
export type Exchange =
  | { readonly outcome: 'answered'; readonly response: WireResponse }
  | { readonly outcome: 'failed'; readonly error: FetchError; readonly isWorthAnother: boolean };

export interface WireResponse {
  readonly status: number;
  readonly headers: Headers;
  /** After content decoding; of a refusal, the text of its start. */
  readonly body: Buffer;
  /** The same as it came, where that is worth keeping instead. */
  readonly encoded: Encoded | null;
}

interface Reading {
  readonly url: URL;
  readonly maxBytes: number;
  readonly withoutKeys: (text: string) => string;
}

/** Decodes what was received. A body that is not whole in its coding is a transfer that broke, and worth another request. */
export function exchangeOf(received: Received, { url, maxBytes, withoutKeys }: Reading): Exchange {
  const { status, headers, bytes, isWhole } = received;
  const coding = bytes.length === 0 ? null : header(headers, 'content-encoding');
  if (!isSuccess(status)) {
    return {
      outcome: 'answered',
      response: { status, headers, body: Buffer.from(withoutKeys(excerptOf(bytes, coding))), encoded: null },
    };
  }
  const decoded = isWhole ? decode(bytes, coding, maxBytes) : null;
  if (decoded === null || decoded.outcome === 'too-large') {
    return { outcome: 'failed', error: tooLarge(url.href, maxBytes, status), isWorthAnother: false };
  }
  if (decoded.outcome === 'undecodable') {
    const error = new FetchError('UNREACHABLE', url.href, `${url.origin}: ${decoded.reason}`, { status });
    return { outcome: 'failed', error, isWorthAnother: true };
  }
  return { outcome: 'answered', response: { status, headers, body: decoded.body, encoded: decoded.encoded } };
}

export function tooLarge(url: string, maxBytes: number, status: number): FetchError {
  return new FetchError('TOO_LARGE', url, `the body of "${url}" is larger than ${maxBytes} bytes`, { status });
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
