import { FetchError, type FetchErrorCode } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import { undetermined, type Undetermined } from './answer.ts';

/** `not-found` is the registry's 404, with the start of what it said; whether that means that there is none is for the caller to know. */
export type Asked =
  | { readonly outcome: 'answered'; readonly document: unknown }
  | { readonly outcome: 'not-found'; readonly excerpt: string }
  | Undetermined;

/** Real ones have tens of kilobytes; a provenance that lists thousands of materials has some hundreds. */
const MAX_BYTES = 4_194_304;

const REASONS: Readonly<Record<Exclude<FetchErrorCode, 'STATUS'>, string>> = {
  HOST_NOT_ALLOWED: 'not asked for, since its host is not on the list',
  REDIRECTED: 'its registry sends elsewhere',
  TOO_LARGE: 'its registry answers with more than 4 MiB',
  TIMED_OUT: 'its registry did not answer in time',
  UNREACHABLE: 'its registry could not be reached',
  NOT_CACHED: 'not asked for earlier, and only the cache may answer',
};

/** GETs a JSON document; what fails is a reason and no error, since a release is looked at without it too. */
export async function ask(get: Get, url: string, accept = 'application/json'): Promise<Asked> {
  try {
    const { body } = await get(url, { accept, maxBytes: MAX_BYTES });
    return { outcome: 'answered', document: JSON.parse(body.toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return undetermined('its registry answered something that is not JSON');
    if (!(error instanceof FetchError)) throw error;
    if (error.code !== 'STATUS') return undetermined(REASONS[error.code]);
    if (error.status === 404) return { outcome: 'not-found', excerpt: error.excerpt ?? '' };
    return undetermined(`its registry answered with status ${error.status}`);
  }
}

/** A name, version or file name as a segment of a path; null for what is none and could lead elsewhere. */
export function pathSegment(text: string): string | null {
  if (text.length > 300 || !/^[\w.@/!+~'()*-]+$/.test(text) || /^\.*$/.test(text)) return null;
  return encodeURIComponent(text).replace(/^%40/, '@');
}
