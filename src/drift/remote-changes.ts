import type { Remote } from '../model/entry.ts';
import { type Change, change, saidAtAll } from './change.ts';

const MAX_URL_CHARACTERS = 2_000;

/** Hosts first: an address on another host is another operator, one on the same host is not. */
export function remoteChanges(before: readonly Remote[] | null, after: readonly Remote[] | null): readonly Change[] {
  const said = saidAtAll('remotes', before, after, ({ url }) => url);
  if (said !== null || before === null || after === null) return said ?? [];
  if (before.length === 0 && after.length === 0) return [];
  const [was, is] = [before.map(({ url }) => url), after.map(({ url }) => url)];
  if (before.length === 0) return [change('remotes/added', null, is)];
  if (after.length === 0) return [change('remotes/removed', was, null)];

  const [hostsBefore, hostsAfter] = [new Set(was.map(hostOf)), new Set(is.map(hostOf))];
  const came = hostsAfter.difference(hostsBefore).size > 0;
  const went = hostsBefore.difference(hostsAfter).size > 0;
  if (came && went) return [change('remotes/other-host', was, is)];
  if (came) return [change('remotes/host-added', was, is)];
  if (went) return [change('remotes/host-dropped', was, is)];
  if (new Set(was.map(addressOf)).symmetricDifference(new Set(is.map(addressOf))).size > 0)
    return [change('remotes/other-address', was, is)];
  const [typed, typedNow] = [before.map(withType), after.map(withType)];
  return new Set(typed).symmetricDifference(new Set(typedNow)).size > 0
    ? [change('remotes/transport', typed, typedNow)]
    : [];
}

/** Templates stand for whatever host they hold. */
function hostOf(url: string): string {
  return parsed(url)?.host ?? url;
}

function addressOf(url: string): string {
  const known = parsed(url);
  return known === null ? url : `${known.protocol}//${known.host}${known.pathname.replace(/\/$/, '')}${known.search}`;
}

function withType({ type, url }: Remote): string {
  return `${type} ${addressOf(url)}`;
}

function parsed(url: string): URL | null {
  return url.length > MAX_URL_CHARACTERS ? null : URL.parse(url);
}
