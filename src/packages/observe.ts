import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import type { Json } from '../model/place.ts';
import type { StoredPackage } from '../model/snapshot.ts';

const MAX_MEGABYTES = 100;

export interface DocumentRequest {
  readonly purl: string;
  readonly url: string;
  /** The document cut to what is read of it, or why it is not the one asked for. */
  readonly cut: (document: unknown) => Kept;
  readonly get: Get;
}

export type Kept = { readonly document: Json } | { readonly refused: string };

/**
 * GETs a package's document and keeps what is read of it.
 *
 * Reasons are short and without names, so that equal ones count as one. Throws FetchError for what may be different next time.
 */
export async function observeDocument({ purl, url, cut, get }: DocumentRequest): Promise<StoredPackage> {
  const notRead = (reason: string) => ({ purl, outcome: 'not-read', reason }) as const;
  try {
    const { body, resource } = await get(url, { accept: 'application/json', maxBytes: MAX_MEGABYTES * 1_000_000 });
    const kept = cut(JSON.parse(body.toString('utf8')));
    return 'refused' in kept ? notRead(kept.refused) : { purl, outcome: 'read', document: kept.document, resource };
  } catch (error) {
    if (error instanceof SyntaxError) return notRead('its registry answered something that is not JSON');
    if (!(error instanceof FetchError)) throw error;
    if (error.status === 404 && error.code === 'STATUS') return notRead('not found in the registry');
    if (error.code === 'TOO_LARGE') return notRead(`its document is larger than ${MAX_MEGABYTES} MB`);
    throw error;
  }
}
