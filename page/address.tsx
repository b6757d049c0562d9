import type { ComponentChildren } from 'preact';
import { inert } from '../src/text/inert.ts';
import { blockText } from './block.ts';

const live = new Set<string>(JSON.parse(blockText('hosts')));

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
