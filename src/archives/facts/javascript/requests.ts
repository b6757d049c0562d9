import { destinationIn, hostIn } from '../destinations.ts';
import { alternatives, type Context, type Where } from './context.ts';
import type { Folded } from './evaluate.ts';
import { plainCallee, REQUESTS } from './request-callees.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { type Entries, isEntries, partlyKnown, type Value } from './values.ts';

/** Tells of a call that asks the network; false where it is none. One fact for each destination that it may have. */
export function requestFacts(context: Context, site: Site<AnyCall>, meaning: string): boolean {
  const callee = plainCallee(meaning);
  const form = REQUESTS.get(callee);
  if (form === undefined) return false;
  const [first, second] = site.node.arguments;
  const target = form === 'second' ? second : first;
  const found = new Map<string, Folded>();
  for (const at of target === undefined ? [] : alternatives({ node: target, scope: site.scope })) {
    const folded = context.reader.read(at.node, at.scope);
    const destination = form === 'host' ? hostOf(folded.value) : destinationOf(folded.value, callee);
    if (destination !== null) found.set(destination, folded);
  }
  if (form === 'options' && found.size === 0 && second !== undefined)
    addOptions(context, { node: second, scope: site.scope }, callee, found);
  if (form === 'base' && found.size === 0) return true;
  for (const [value, from] of found) context.tell({ kind: 'request', value, by: callee, from }, site);
  if (found.size === 0) context.tell({ kind: 'request', value: '', by: callee }, site);
  else if (target !== undefined) context.consume(target);
  return true;
}

function addOptions(context: Context, at: Where, callee: string, found: Map<string, Folded>): void {
  const folded = context.reader.read(at.node, at.scope);
  const destination = isEntries(folded.value) ? destinationOf(folded.value, callee) : null;
  if (destination !== null) found.set(destination, folded);
}

/** Where a URL or an object of options leads, as far as that is constant; null where no host is known. */
function destinationOf(value: Value, callee: string): string | null {
  const text = partlyKnown(value);
  if (text !== null) return destinationIn(text);
  return isEntries(value) ? optionsDestination(value, callee) : null;
}

const URL_KEYS = ['url', 'uri', 'href', 'baseURL', 'baseUrl', 'prefixUrl', 'prefix'];

function optionsDestination({ members }: Entries, callee: string): string | null {
  const text = (key: string) => partlyKnown(members.get(key));
  const path = text('path') ?? text('pathname') ?? text('url') ?? text('uri') ?? '';
  for (const key of URL_KEYS) {
    const destination = destinationIn(text(key) ?? '');
    if (destination === null) continue;
    const isBase = /^(?:base|prefix)/i.test(key);
    return isBase && path !== '' && !path.includes('://')
      ? `${destination.replace(/(?<!\/)\/+$/, '')}/${path.replace(/^\/+/, '')}`
      : destination;
  }
  const host = hostOf(members.get('hostname') ?? members.get('host'));
  if (host === null) return null;
  const protocol =
    text('protocol')?.replace(/:?\/{0,2}$/, '') ??
    (callee.includes('https') || members.get('port') === 443 ? 'https' : 'http');
  const port = text('port');
  const hasPort = port === null || /:\d+$/.test(host) || (protocol === 'https' ? port === '443' : port === '80');
  return `${protocol}://${host}${hasPort ? '' : `:${port}`}${path.startsWith('/') ? path : ''}`;
}

/** A host name as it is given to a resolver or in options; unknown labels before it are `*`. */
function hostOf(value: Value): string | null {
  const text = partlyKnown(value);
  if (text === null) return null;
  const known = text.replace(/^(?:[^.*]{0,60}\*[^.]{0,60}\.)+/, '');
  return known !== '' && hostIn(known) !== null && (known === text || known.includes('.')) ? text : null;
}
