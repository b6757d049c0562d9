/**
 * Where remotes live: the publisher's own domain, or a label under a platform's real suffix.
 *
 * The suffixes must be real because who may register below them decides what a registrable domain is; the labels are invented.
 */
import { REMOTE_PATH, REMOTES_OF_ONE, SSE, HEADERS } from './figures.ts';
import { header } from './inputs.ts';
import type { Publisher, RemoteSpec } from './model.ts';
import { between, happens, letters, pick, weighted, type Chance, type Weighted } from './random.ts';
import { OBJECTS, PLACES } from './words.ts';

/** Entries a suffix, 2026-08-05. */
const PLATFORMS: Weighted<string> = [
  ['up.railway.app', 298],
  ['workers.dev', 305],
  ['vercel.app', 214],
  ['onrender.com', 159],
  ['fly.dev', 76],
  ['a.run.app', 60],
  ['trycloudflare.com', 50],
  ['netlify.app', 30],
  ['herokuapp.com', 20],
  ['azurewebsites.net', 20],
  ['duckdns.org', 10],
  ['ngrok-free.app', 6],
];

export function remotes(chance: Chance, publisher: Publisher, leaf: string): readonly RemoteSpec[] {
  const count = weighted(chance, REMOTES_OF_ONE);
  const host = hostOf(chance, publisher, leaf);
  const headers = happens(chance, HEADERS) ? [header(chance, leaf)] : [];
  const path = weighted(chance, REMOTE_PATH);
  const sse = path === '/sse' || happens(chance, SSE / 2);
  return Array.from({ length: count }, (_, at) => ({
    type: sse || at === 1 ? 'sse' : 'streamable-http',
    url: at === 0 ? `https://${host}${path}` : `https://${host}/${at === 1 ? 'sse' : `mcp/${at}`}`,
    headers,
  }));
}

export function hostOf(chance: Chance, publisher: Publisher, leaf: string): string {
  if (publisher.domain !== null && happens(chance, 0.85)) {
    if (happens(chance, 0.25)) return publisher.domain;
    return `${pick(chance, ['mcp', 'api', 'mcp', label(leaf), 'app'])}.${publisher.domain}`;
  }
  return platformHost(chance, publisher, leaf);
}

/** A host below a platform's suffix, shaped as that platform makes them. */
function platformHost(chance: Chance, publisher: Publisher, leaf: string): string {
  const suffix = weighted(chance, PLATFORMS);
  const own = label(leaf);
  if (suffix === 'workers.dev') return `${own}.${label(publisher.login)}.workers.dev`;
  if (suffix === 'a.run.app') return `${own}-${letters(chance, 10)}-ew.a.run.app`;
  if (suffix === 'up.railway.app') return `${own}-production-${letters(chance, 4)}.up.railway.app`;
  if (suffix === 'trycloudflare.com') {
    return `${Array.from({ length: 4 }, () => pick(chance, happens(chance, 0.5) ? OBJECTS : PLACES)).join('-')}.trycloudflare.com`;
  }
  return `${own}-${label(publisher.login)}${happens(chance, 0.2) ? `-${between(chance, 2, 9)}` : ''}.${suffix}`;
}

/** A DNS label made of a name: at most 40 letters, digits and hyphens. */
export function label(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '-')
    .slice(0, 40);
  return plain.startsWith('-') || plain.endsWith('-') ? `x${plain}x` : plain;
}
