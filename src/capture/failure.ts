import type { FetchError } from '../fetch/fetch-error.ts';

/** Short and without the address, so that equal reasons count as one. */
export function fetchFailure({ code, status }: FetchError): string {
  if (code === 'NOT_CACHED') return 'not in the cache';
  if (status === 404 && code === 'STATUS') return 'not found in the registry';
  return status === null ? `fetch failed: ${code}` : `fetch failed: status ${status}`;
}
