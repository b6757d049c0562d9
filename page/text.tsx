import type { ComponentChildren } from 'preact';
import type { Json } from '../src/model/place.ts';
import { inert } from '../src/text/inert.ts';
import { facts } from './data.ts';

const MAX_VALUE_CHARACTERS = 4_000;
const live = new Set(facts.liveHosts);

/** Text from outside: characters that do not show are spelled out, and long text is cut. */
export function Text({ of, most = 500 }: { readonly of: string; readonly most?: number }) {
  return <>{inert(of, most)}</>;
}

export function Code({ of, most = 500 }: { readonly of: string; readonly most?: number }) {
  return <code>{inert(of, most)}</code>;
}

/** An address: a link only to hosts that the program itself may ask, else text. */
export function Address({ of, children }: { readonly of: string; readonly children?: ComponentChildren }) {
  if (!isLive(of)) return <code class="address">{inert(of)}</code>;
  return (
    <a class="address" href={of} rel="noreferrer noopener" target="_blank">
      {children ?? inert(of)}
    </a>
  );
}

function isLive(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && live.has(url.host);
}

/** The page of a listing, where the terms of its registry ask for a link; null elsewhere. */
export function listingAddress(id: string): string | null {
  if (!id.startsWith('glama:')) return null;
  const path = id.slice('glama:'.length).split('/').map(encodeURIComponent).join('/');
  return `https://glama.ai/mcp/servers/${path}`;
}

/** A value of a record as lines: text by its own, a list an item a line, an object a field a line. */
export function shownLines(value: Json): readonly string[] {
  if (typeof value === 'string') return value.slice(0, MAX_VALUE_CHARACTERS).split(/\r?\n/).map(oneLine);
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).map(([key, each]) =>
    oneLine(Array.isArray(value) ? inWords(each) : `${key}: ${inWords(each)}`),
  );
}

function inWords(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function oneLine(line: string): string {
  return inert(line, MAX_VALUE_CHARACTERS);
}

/** 12345 as 12,345, whatever the reader's machine is set to. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
