import { request } from 'undici';
import { onTestFinished } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import type { Feed } from './feed.ts';
import { harbourFeed } from './harbour.ts';
import { startRegistries } from './server.ts';
import type { Registries, RegistriesOptions } from './server.ts';

/** A server for the length of one test. */
export async function serving(parts: Partial<Feed>, options: RegistriesOptions = {}): Promise<Registries> {
  const registries = await startRegistries(harbourFeed(parts), options);
  onTestFinished(() => registries.close());
  return registries;
}

export interface Wire {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** One GET as it comes over the wire: nothing decoded, no redirect followed. Rejects where the connection breaks. */
export async function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Wire> {
  const response = await request(url, { headers });
  const bytes = Buffer.from(await response.body.arrayBuffer());
  return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
}

/** The body of one GET, which has to be JSON whatever its status. */
export async function askJson(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Json> {
  const { text } = await ask(url, headers);
  const body: Json = JSON.parse(text);
  return body;
}
