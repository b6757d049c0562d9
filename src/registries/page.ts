import type { z } from 'zod';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched, Get, GetOptions } from '../fetch/port.ts';
import type { Enumeration } from '../model/coverage.ts';
import type { Json, ResourceDescriptor } from '../model/place.ts';
import type { Key } from './port.ts';
import { refusalOf } from './refusal.ts';

export interface PageRequest<Page> {
  readonly url: string;
  /** From 1; it is what the reason of a failed listing names. */
  readonly number: number;
  readonly schema: z.ZodType<Page>;
  readonly keys: readonly Key[];
}

export interface ReadPage<Page> {
  readonly page: Page;
  readonly resource: ResourceDescriptor;
}

/**
 * Asks for one JSON page of a listing: the page, or how the listing ends when it cannot be had.
 *
 * A page of HTML and a truncated one both come with status 200 at times; neither is an empty page.
 */
export async function askPage<Page>(get: Get, request: PageRequest<Page>): Promise<ReadPage<Page> | Enumeration> {
  const { url, number, schema, keys } = request;
  const answer = await ask(get, url, { accept: 'application/json' });
  if (answer instanceof FetchError) return endOf(answer, number, keys);

  const json = jsonOf(answer.body);
  if (json === undefined) return { ended: 'failed', reason: `page ${number} is not JSON` };
  const page = schema.safeParse(json);
  if (!page.success) return { ended: 'failed', reason: `page ${number} has another shape: ${refusalOf(page.error)}` };
  return { page: page.data, resource: answer.resource };
}

/** A failed fetch as a value, since a listing keeps what it had and says how it ended. */
export async function ask(get: Get, url: string, options: GetOptions): Promise<Fetched | FetchError> {
  try {
    return await get(url, options);
  } catch (error) {
    if (error instanceof FetchError) return error;
    throw error;
  }
}

/** undefined where the bytes are not JSON. */
export function jsonOf(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** `STATUS 502`, `TIMED_OUT`. */
export function failureOf({ code, status }: FetchError): string {
  return status === null ? code : `${code} ${status}`;
}

function endOf(error: FetchError, number: number, keys: readonly Key[]): Enumeration {
  const refused = error.status === 401 || error.status === 403;
  if (!refused || number > 1) return { ended: 'failed', reason: `page ${number}: ${failureOf(error)}` };
  const variables = keys.map(({ environmentVariable }) => environmentVariable).join(' and ');
  return { ended: 'auth', reason: `status ${error.status}: check ${variables}` };
}

/** Gone on from, since the rest is there; but whether it should have held rows nobody can tell, so the listing is not called complete. */
export function withGap(page: number): Enumeration {
  return { ended: 'capped', reason: `page ${page} was empty and not the last` };
}
