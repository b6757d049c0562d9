import type { WireResponse } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import type { HostList, Target } from './hosts.ts';
import { header } from './rate-limit.ts';

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks, and follows at most three redirects, each checked against the list of hosts like a URL of our own.
 *
 * Each hop is asked as a request of its own, so its host's keys and pace apply and no other's. Throws FetchError `REDIRECTED`.
 */
export async function follow(
  start: Target,
  hosts: HostList,
  askOne: (target: Target) => Promise<WireResponse>,
): Promise<WireResponse> {
  let target = start;
  for (let redirects = 0; ; redirects += 1) {
    const response = await askOne(target);
    const location = REDIRECTS.has(response.status) ? header(response.headers, 'location') : null;
    if (location === null) return response;
    if (redirects === MAX_REDIRECTS) throw refused(start, response.status, `more than ${MAX_REDIRECTS} times`);
    target = redirected({ from: target, to: location }, hosts, (why, cause) =>
      refused(start, response.status, why, cause),
    );
  }
}

function redirected(
  { from, to }: { from: Target; to: string },
  hosts: HostList,
  refuse: (why: string, cause: unknown) => FetchError,
): Target {
  const absolute = URL.parse(to, from.url.href);
  try {
    return hosts.admit(absolute?.href ?? to);
  } catch (error) {
    // The origin says enough; the rest may repeat what was sent.
    throw refuse(`to "${(absolute?.origin ?? 'nowhere').slice(0, 200)}", which is not on the list of hosts`, error);
  }
}

function refused({ url }: Target, status: number, why: string, cause?: unknown): FetchError {
  return new FetchError('REDIRECTED', url.href, `${url.origin} redirected ${why}; not followed`, { status, cause });
}
