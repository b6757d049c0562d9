import { hostOf } from './domains.ts';
import { HOST_ENDINGS } from './host-endings.ts';
import { addressKind } from './ip-kinds.ts';

/**
 * loopback, private: this machine, this network. documentation: names and ranges that are reserved for examples and lead nowhere
 * (RFC 2606, 5737, 3849, 9637). public-ip: an address without a name. cloud-metadata: gives a machine's credentials to who asks from
 * inside. paste, file-drop: anybody puts text or files there. webhook: anybody receives messages there. tunnel, dynamic-dns: a
 * name before somebody's own machine. dns-exfiltration: catches the names that are asked for.
 */
export type HostKind = 'loopback' | 'private' | 'documentation' | 'public-ip' | keyof typeof HOST_ENDINGS | 'other';

/** Longer names are no host names (RFC 1035). */
const MAX_HOST_CHARACTERS = 253;
const MAX_CHARACTERS = 2_048;
const LOOPBACK = /(?:^|\.)(?:localhost|localhost\.localdomain)$/;
/** Names that mean something only inside a network (RFC 6762, RFC 8375, and what networks use). */
const PRIVATE = /(?:^|\.)(?:local|localdomain|internal|intranet|lan|home|corp|home\.arpa|svc|cluster\.local)$/;
/** RFC 2606. `.invalid` and `.test` are not among them: they count like any other host, reconstructed cases send there. */
const DOCUMENTATION = /(?:^|\.)(?:example|example\.(?:com|org|net|edu))$/;

const ENDINGS = endingsOf();

/**
 * What a host is for, as far as its name or address says; 'other' for all that is on no list.
 *
 * Takes a host as `hostOf` gives it: lower case, IPv6 in brackets (also without). `discord.com` is 'other': only its webhooks are
 * one, which `destinationKind` sees.
 */
export function hostKind(host: string): HostKind {
  const name = host.slice(0, MAX_HOST_CHARACTERS).toLowerCase().replace(/\.$/, '');
  const address = addressKind(name);
  if (address !== null) return address;
  if (LOOPBACK.test(name)) return 'loopback';
  const listed = listedKind(name, '');
  if (listed !== null) return listed;
  if (DOCUMENTATION.test(name)) return 'documentation';
  return PRIVATE.test(name) || !name.includes('.') ? 'private' : 'other';
}

/** The same for a URL or `host:port`, whose path may tell more; 'other' where no host is named. */
export function destinationKind(destination: string): HostKind {
  const url = destination.slice(0, MAX_CHARACTERS);
  const host = hostOf(/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(url) ? url : `tcp://${url}`);
  if (host === null) return 'other';
  const path = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?[^/?#]{0,300}(\/[^?#]{0,500})/i.exec(url)?.[1] ?? '';
  return listedKind(host, path.toLowerCase()) ?? hostKind(host);
}

interface Ending {
  readonly kind: HostKind;
  readonly path: string;
}

function endingsOf(): ReadonlyMap<string, readonly Ending[]> {
  const endings = new Map<string, Ending[]>();
  const add = (kind: HostKind, written: readonly string[]): void => {
    for (const each of written) {
      const [host = '', ...path] = each.split('/');
      const known = endings.get(host) ?? [];
      known.push({ kind, path: path.length === 0 ? '' : `/${path.join('/')}` });
      endings.set(host, known);
    }
  };
  add('cloud-metadata', HOST_ENDINGS['cloud-metadata']);
  add('paste', HOST_ENDINGS.paste);
  add('webhook', HOST_ENDINGS.webhook);
  add('tunnel', HOST_ENDINGS.tunnel);
  add('dynamic-dns', HOST_ENDINGS['dynamic-dns']);
  add('file-drop', HOST_ENDINGS['file-drop']);
  add('dns-exfiltration', HOST_ENDINGS['dns-exfiltration']);
  return endings;
}

/** The host or an ending of it, label by label, that is on the list. */
function listedKind(host: string, path: string): HostKind | null {
  for (let dot = -1; ;) {
    const found = ENDINGS.get(host.slice(dot + 1))?.find((ending) => path.startsWith(ending.path));
    if (found !== undefined) return found.kind;
    dot = host.indexOf('.', dot + 1);
    if (dot < 0) return null;
  }
}
