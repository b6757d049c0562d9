import type { Exchange, WireResponse } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import type { Clock, Lane } from './pace.ts';
import { isRateLimited, pauseAskedForMs } from './rate-limit.ts';

export interface RetrySettings {
  /** Requests in all, the first included. */
  readonly attempts: number;
  /** Upper bound of the first wait; it doubles with each attempt. */
  readonly baseMs: number;
  readonly capMs: number;
  /** The longest that one URL may wait for its host, all waits together. */
  readonly budgetMs: number;
}

export interface Retrying {
  readonly origin: string;
  readonly url: string;
  readonly lane: Lane;
  readonly settings: RetrySettings;
  readonly clock: Clock;
  /** For `Retry-After` dates where a response has no date of its own. */
  readonly now: () => Date;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly onWait: (wait: { readonly attempt: number; readonly waitMs: number; readonly why: string }) => void;
}

/**
 * Asks until there is an answer that another request would not change.
 *
 * Only 429, 5xx and network failures are asked again; a host that wants to be left alone is left alone by the whole lane, and not asked
 * at all while that lasts longer than the budget. Throws FetchError when attempts or budget are used up.
 */
export async function askUntilAnswered(ask: () => Promise<Exchange>, retrying: Retrying): Promise<WireResponse> {
  const { lane, settings, clock, onWait } = retrying;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    const closedForMs = await lane.turn(settings.budgetMs);
    if (closedForMs > 0) throw leftAlone(retrying, closedForMs);
    const exchange = await ask();
    const askedMs = pauseAskedFor(exchange, retrying.now);
    if (askedMs !== null) lane.pause(askedMs);
    if (!isWorthAnother(exchange, askedMs)) return responseOf(exchange);

    const waitMs = Math.max(askedMs ?? 0, jitteredMs(attempt, retrying));
    waitedMs += waitMs;
    if (attempt >= settings.attempts) throw gaveUp(exchange, retrying, `after ${attempt} requests`);
    if (waitedMs > settings.budgetMs) throw gaveUp(exchange, retrying, overBudget(waitedMs, settings));
    if (exchange.outcome === 'answered' && exchange.response.status === 429) lane.pause(waitMs);
    onWait({
      attempt,
      waitMs: Math.round(waitMs),
      why: exchange.outcome === 'answered' ? String(exchange.response.status) : exchange.error.code,
    });
    await clock.sleep(waitMs);
  }
}

function pauseAskedFor(exchange: Exchange, now: () => Date): number | null {
  return exchange.outcome === 'answered'
    ? pauseAskedForMs(exchange.response.status, exchange.response.headers, now)
    : null;
}

function isWorthAnother(exchange: Exchange, askedMs: number | null): boolean {
  if (exchange.outcome === 'failed') return exchange.isWorthAnother;
  const { status } = exchange.response;
  return status >= 500 || isRateLimited(status, askedMs);
}

/** Full jitter: callers that failed together do not come back together (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
function jitteredMs(attempt: number, { settings, random }: Retrying): number {
  return random() * Math.min(settings.capMs, settings.baseMs * 2 ** (attempt - 1));
}

function responseOf(exchange: Exchange): WireResponse {
  if (exchange.outcome === 'failed') throw exchange.error;
  return exchange.response;
}

function gaveUp(exchange: Exchange, { origin, url }: Retrying, why: string): FetchError {
  if (exchange.outcome === 'failed') {
    const { error } = exchange;
    return new FetchError(error.code, url, `${error.message}; gave up ${why}`, { cause: error.cause });
  }
  const { status, body } = exchange.response;
  const excerpt = body.toString('utf8');
  return new FetchError('STATUS', url, `${origin} answered ${status}; gave up ${why}`, { status, excerpt });
}

function overBudget(waitedMs: number, { budgetMs }: RetrySettings): string {
  return `since the wait would be ${seconds(waitedMs)}, more than the ${seconds(budgetMs)} that one URL may wait`;
}

function leftAlone({ origin, url, settings }: Retrying, closedForMs: number): FetchError {
  const message = `${origin} wants to be left alone for another ${seconds(closedForMs)}, more than the ${seconds(settings.budgetMs)} that one URL may wait; not asked`;
  return new FetchError('STATUS', url, message, { status: 429 });
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1_000)} s`;
}
