import { FetchError } from './fetch-error.ts';
import type { Pace } from './pace.ts';

/** A host that may be asked, and how. */
export interface HostRule {
  /** Its origin is what is allowed; its path tells rules of one origin apart. */
  readonly baseUrl: string;
  readonly pace: Pace;
  /** Sent to exactly this origin and to no other, whatever redirects say. */
  readonly keyHeaders: Readonly<Record<string, string>>;
}

/** A URL that has passed the list. */
export interface Target {
  readonly url: URL;
  readonly rule: HostRule;
}

export interface HostList {
  /** Throws FetchError `HOST_NOT_ALLOWED`; opens nothing and resolves nothing. */
  admit(url: string): Target;
}

const MAX_URL_CHARACTERS = 8_192;

/**
 * The fixed list of hosts.
 *
 * Host names are compared as origins after WHATWG parsing, by the parser that the client uses too: other spellings of a listed host
 * are the same host, and everything that only looks like it is another. Throws FetchError for a rule that is neither https nor loopback.
 */
export function hostList(rules: readonly HostRule[]): HostList {
  const byOrigin = new Map<string, { readonly path: string; readonly rule: HostRule }[]>();
  for (const rule of rules) {
    const base = parsed(rule.baseUrl);
    if (!isHttps(base) && !isLoopbackHttp(base)) {
      throw refused(rule.baseUrl, 'a base URL has to be https, or http on this machine (127.0.0.1, [::1], localhost)');
    }
    const ofOrigin = byOrigin.get(base.origin) ?? [];
    byOrigin.set(base.origin, [...ofOrigin, { path: folder(base.pathname), rule }]);
  }
  for (const ofOrigin of byOrigin.values()) ofOrigin.sort((a, b) => b.path.length - a.path.length);

  return {
    admit(text) {
      const url = parsed(text);
      const ofOrigin = byOrigin.get(url.origin);
      const path = folder(url.pathname);
      const found = ofOrigin?.find((each) => path.startsWith(each.path)) ?? ofOrigin?.at(-1);
      if (found === undefined) throw refused(text, `"${cut(url.origin)}" is not on the list of hosts`);
      return { url, rule: found.rule };
    },
  };
}

/** Userinfo, backslashes, blanks and controls have no use in our URLs and many in misleading ones. */
function parsed(text: string): URL {
  if (text.length > MAX_URL_CHARACTERS) throw refused(text, `the URL is longer than ${MAX_URL_CHARACTERS} characters`);
  if (hasMisleadingCharacter(text))
    throw refused(text, 'the URL has a blank, a control character or a backslash in it');
  const url = URL.parse(text);
  if (url === null) throw refused(text, 'this is not an absolute URL');
  if (url.username !== '' || url.password !== '')
    throw refused(text, 'a URL with a user name in it is never asked for');
  if (text.includes('#')) url.hash = '';
  return url;
}

function hasMisleadingCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code === 0x7f || code === 0x5c) return true;
  }
  return false;
}

function isHttps(url: URL): boolean {
  return url.protocol === 'https:';
}

/** Plain http to this machine. After parsing, every spelling of an IPv4 address is dotted decimal. */
export function isLoopbackHttp({ protocol, hostname }: URL): boolean {
  const isLoopback =
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
  return protocol === 'http:' && isLoopback;
}

function folder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function refused(url: string, why: string): FetchError {
  return new FetchError('HOST_NOT_ALLOWED', url, `"${cut(url)}" was not asked for: ${why}`);
}

function cut(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
