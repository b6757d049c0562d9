import type { ResourceDescriptor } from '../model/place.ts';

/**
 * The one way to ask for bytes.
 *
 * Answers only 2xx; every other end is a FetchError (a 404 has `code: 'STATUS'` and `status: 404`), so expected absence is the
 * caller's to recognise. The body is decoded from its content coding and bounded.
 */
export type Get = (url: string, options?: GetOptions) => Promise<Fetched>;

export interface GetOptions {
  readonly accept?: string;
  /** Upper bound of the decoded body; the default is 16 MiB. */
  readonly maxBytes?: number;
}

export interface Fetched {
  readonly status: number;
  readonly body: Buffer;
  readonly resource: ResourceDescriptor;
}
