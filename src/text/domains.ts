import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';

/** Longer URLs are not looked into. */
const MAX_CHARACTERS = 2_048;
const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:\/\//i;
const MAX_TEMPLATES = 20;
/** Already in canonical form, which the URL parser would only confirm; the last label is no number, so it is no IPv4 address. */
const PLAIN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,30}$/;

/**
 * The host of a URL as its text gives it, in lower case and IDNA form; null where there is none.
 *
 * Never resolved, never asked. Templated labels on the left are left out (`https://{tenant}.acme.example/mcp` is `acme.example`);
 * a host that is templated anywhere else could be any host, so it is null. Never throws.
 */
export function hostOf(url: string): string | null {
  if (url.length > MAX_CHARACTERS) return null;
  const scheme = SCHEME.exec(url);
  if (scheme === null) return null;
  const [authority = ''] = url.slice(scheme[0].length).split(/[/?#\\]/, 1);
  const written = authority.slice(authority.lastIndexOf('@') + 1);
  return canonicalHost(withoutLeftTemplates(written));
}

/**
 * The domain somebody registered, or was given on a shared host: `acme.example` of `api.acme.example`, `acme.workers.dev` of
 * `mcp.acme.workers.dev`.
 *
 * By the public suffix list of the installed tldts, private suffixes included. null for IP addresses, bare suffixes and single
 * labels.
 */
export function registrableDomain(host: string): string | null {
  return parsed(host).domain;
}

/** Whether the registrable domain is a name given out by a hosting platform (`workers.dev`, `vercel.app`) and not bought. */
export function isOnSharedHost(host: string): boolean {
  return parsed(host).isPrivate === true;
}

/** The registered label in the script it is shown in: `acme` of `api.acme.co.uk`, `münze` of `xn--mnze-0ra.example`; null as above. */
export function registeredLabel(host: string): string | null {
  const label = parsed(host).domainWithoutSuffix;
  if (label === null || !label.startsWith('xn--')) return label;
  return domainToUnicode(label) || label;
}

/** Whether a host is a domain or lies under it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function parsed(host: string): Parsed {
  if (last?.host !== host) last = { host, result: parse(host, { allowPrivateDomains: true, validateHostname: true }) };
  return last.result;
}

type Parsed = ReturnType<typeof parse>;
/** One host is asked about in several ways, and neighbouring entries often share it. */
let last: { readonly host: string; readonly result: Parsed } | null = null;

function withoutLeftTemplates(authority: string): string {
  let rest = authority;
  for (let count = 0; count < MAX_TEMPLATES && rest.startsWith('{'); count += 1) {
    const dot = rest.indexOf('.');
    if (dot < 0) return '';
    rest = rest.slice(dot + 1);
  }
  return rest;
}

function canonicalHost(authority: string): string | null {
  if (PLAIN_HOST.test(authority)) return authority;
  const url = URL.parse(`http://${authority}`);
  if (url === null || url.hostname === '' || url.hostname.includes('{')) return null;
  return url.hostname.replace(/\.$/, '');
}
