import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched, Get } from '../fetch/port.ts';
import type { ResourceDescriptor } from '../model/place.ts';

export type Asked =
  | { readonly outcome: 'answered'; readonly document: unknown; readonly resource: ResourceDescriptor }
  | { readonly outcome: 'absent' | 'not-read'; readonly reason: string };

/** A repository takes seven kilobytes, a hundred tags fifty. */
const MAX_BYTES = 2_097_152;

/** GETs a JSON document of a code host; what fails is a reason, since everything is judged without it too. */
export async function ask(get: Get, url: string): Promise<Asked> {
  try {
    const { body, resource } = await get(url, { accept: 'application/vnd.github+json', maxBytes: MAX_BYTES });
    return documentIn(body, resource);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return failed(error);
  }
}

function documentIn(body: Fetched['body'], resource: ResourceDescriptor): Asked {
  try {
    return { outcome: 'answered', document: JSON.parse(body.toString('utf8')), resource };
  } catch {
    return { outcome: 'not-read', reason: 'its code host answered something that is not JSON' };
  }
}

/** A refused key looks like a request without one, and an exhausted limit like a refusal: each is said by its name. */
function failed({ code, status, excerpt }: FetchError): Asked {
  if (code === 'STATUS' && status === 404) return { outcome: 'absent', reason: 'its code host shows nothing there' };
  return { outcome: 'not-read', reason: reasonOf({ code, status, excerpt }) };
}

function reasonOf({ code, status, excerpt }: Pick<FetchError, 'code' | 'status' | 'excerpt'>): string {
  if (code === 'NOT_CACHED') return 'not asked for earlier, and only the cache may answer';
  if (code === 'REDIRECTED') return 'its code host sends elsewhere';
  if (code === 'UNREACHABLE') return 'its code host could not be reached';
  if (code === 'TIMED_OUT') return 'its code host did not answer in time';
  if (code !== 'STATUS') return `its code host was not read: ${code}`;
  if (status === 401) return 'its code host refused the key in GITHUB_TOKEN';
  if (status === 451) return 'its code host blocks it for legal reasons';
  const isLimited = status === 429 || (status === 403 && /rate limit/i.test(excerpt ?? ''));
  return isLimited ? 'the request limit of its code host is used up' : `its code host answered with status ${status}`;
}
