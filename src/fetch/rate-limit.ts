/** Response headers as the client gives them: names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** PulseMCP names the exhausted window and no reset, so the wait is the whole window (registries: PulseMCP v0.1). */
const WINDOWS_SECONDS = [
  ['x-ratelimit-remaining-minute', 60],
  ['x-ratelimit-remaining-hour', 3_600],
  ['x-ratelimit-remaining-day', 86_400],
] as const;

const RESETS = [
  ['x-ratelimit-remaining', 'x-ratelimit-reset'],
  ['ratelimit-remaining', 'ratelimit-reset'],
] as const;

/**
 * How long a host asks to be left alone, in milliseconds; null where it does not ask.
 *
 * `Retry-After` counts on refusals only, exhausted windows on any response, so that the next request waits instead of being refused.
 * Points in time are taken relative to the response's own `Date`, so a wrong clock here does no harm.
 */
export function pauseAskedForMs(status: number, headers: Headers, now: () => Date): number | null {
  const nowMs = () => dateMs(header(headers, 'date')) ?? now().getTime();
  const asked = [
    status >= 400 ? retryAfterMs(header(headers, 'retry-after'), nowMs) : null,
    ...WINDOWS_SECONDS.map(([name, seconds]) => (isExhausted(headers, name) ? seconds * 1_000 : null)),
    ...RESETS.map(([remaining, reset]) =>
      isExhausted(headers, remaining) ? resetMs(header(headers, reset), nowMs) : null,
    ),
    structuredMs(header(headers, 'ratelimit')),
  ].filter((each) => each !== null);
  return asked.length === 0 ? null : Math.max(0, ...asked);
}

/** 429, and GitHub's 403 for the same thing (registries: GitHub REST). */
export function isRateLimited(status: number, pauseMs: number | null): boolean {
  return status === 429 || (status === 403 && pauseMs !== null);
}

/** The first value of a header, cut to what any header we read may need. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined ? null : first.slice(0, 4_096);
}

function isExhausted(headers: Headers, name: string): boolean {
  return header(headers, name)?.trim() === '0';
}

function retryAfterMs(value: string | null, nowMs: () => number): number | null {
  const seconds = wholeNumber(value);
  if (seconds !== null) return seconds * 1_000;
  const atMs = dateMs(value);
  return atMs === null ? null : Math.max(0, atMs - nowMs());
}

/** Seconds from now (IETF draft), a point in Unix seconds (GitHub) or in milliseconds: told apart by size. */
function resetMs(value: string | null, nowMs: () => number): number | null {
  const number = wholeNumber(value);
  if (number === null) return null;
  if (number < 1e9) return number * 1_000;
  return Math.max(0, (number < 1e12 ? number * 1_000 : number) - nowMs());
}

/** `RateLimit: "default";r=0;t=30` (draft-ietf-httpapi-ratelimit-headers-10): none left, 30 seconds to go. */
function structuredMs(value: string | null): number | null {
  if (value === null) return null;
  const parameters = new Map(value.split(';').map((part) => [part.trim().slice(0, 2), part.trim().slice(2)]));
  if (parameters.get('r=') !== '0') return null;
  const seconds = wholeNumber(parameters.get('t=') ?? null);
  return seconds === null ? null : seconds * 1_000;
}

function wholeNumber(value: string | null): number | null {
  const text = value?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function dateMs(value: string | null): number | null {
  const ms = value === null || /^[-+\d.]*$/.test(value) ? Number.NaN : Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}
