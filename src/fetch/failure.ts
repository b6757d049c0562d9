import { FetchError, type FetchErrorCode } from './fetch-error.ts';
import { OutOfTime } from './receive.ts';

/** Codes of undici that another request would not change. */
const FINAL = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED', 'UND_ERR_INVALID_ARG']);

const CODES: ReadonlyMap<string, FetchErrorCode> = new Map([
  ['UND_ERR_CONNECT_TIMEOUT', 'TIMED_OUT'],
  ['UND_ERR_HEADERS_OVERFLOW', 'TOO_LARGE'],
]);

/**
 * What an error of the client means.
 *
 * Network failures and hosts that do not begin to answer are worth another request; one that drips past the total time is not, since
 * it would drip again. Rethrows what is no failure of the network but a bug.
 */
export function failureOf(cause: unknown, url: URL): { error: FetchError; isWorthAnother: boolean } {
  if (!(cause instanceof Error) || cause instanceof TypeError) throw cause;
  if (cause instanceof OutOfTime) {
    const error = new FetchError('TIMED_OUT', url.href, `${url.origin}: ${cause.message}`, { cause });
    return { error, isWorthAnother: !cause.hadBegun };
  }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const message = `${url.origin}: ${(cause.message || code).slice(0, 300)}`;
  const error = new FetchError(CODES.get(code) ?? 'UNREACHABLE', url.href, message, { cause });
  return { error, isWorthAnother: !FINAL.has(code) };
}
