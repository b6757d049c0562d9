import type { Input } from '../model/entry.ts';
import type { Pointer } from '../model/place.ts';
import { hostOf } from '../text/domains.ts';
import { hostKind } from '../text/host-kinds.ts';
import { runs } from '../text/words.ts';

/** Longer names and values are not looked into. */
const MAX_CHARACTERS = 500;
/** Every secret is held against each of them. */
const MAX_BASE_URLS = 50;
/** Last words of a setting that says where requests go, the longest first: `ACME_API_BASE_URL`, `ACME_HOST`. */
const ENDINGS = [
  ['api', 'base', 'url'],
  ['base', 'url'],
  ['base', 'uri'],
  ['api', 'url'],
  ['api', 'base'],
  ['api', 'host'],
  ['api', 'endpoint'],
  ['api', 'server'],
  ['server', 'url'],
  ['service', 'url'],
  ['gateway', 'url'],
  ['instance', 'url'],
  ['request', 'server'],
  ['baseurl'],
  ['apiurl'],
  ['apihost'],
  ['endpoint'],
  ['host'],
  ['hostname'],
  ['url'],
];
/** Cheaper than dividing every name into words. */
const MAY_NAME_BASE_URL = /(?:url|uri|base|host|hostname|endpoint|server)$/i;
/** Addresses of something else than the service: `WEBHOOK_URL`, `DATABASE_URL`. */
const NO_BASE_BEFORE = new Set(
  'webhook callback redirect database db proxy docs documentation repo repository image avatar website vector store'.split(
    ' ',
  ),
);
const BARE_HOST = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.[a-z]{2,30}(?::\d{1,5})?(?:\/|$)/i;

/** A setting that says where a program sends its requests, and the host that it has where the user does not change it. */
export interface BaseUrl {
  readonly at: Pointer;
  readonly name: string;
  readonly host: string;
  /** `acme` of `ACME_BASE_URL`: what it is the address of; empty where the name does not say. */
  readonly of: readonly string[];
}

/**
 * The base URLs among inputs that have a fixed value or a default, in the order of the inputs.
 *
 * This machine, its network and names reserved for examples are no destination: they are filled in by the user.
 */
export function baseUrls(inputs: readonly Input[]): readonly BaseUrl[] {
  const found = inputs.flatMap(({ at, name, value, default: ordinary }) => {
    if (name.length > MAX_CHARACTERS || !MAY_NAME_BASE_URL.test(name)) return [];
    const host = hostNamed(value ?? ordinary ?? '');
    const of = host === null ? null : serviceOf(name);
    return host === null || of === null ? [] : [{ at, name, host, of }];
  });
  return found.slice(0, MAX_BASE_URLS);
}

/** The base URL that a secret goes with: of the same service, the longest name first; one that names none is everybody's. */
export function baseUrlFor(secret: string, all: readonly BaseUrl[]): BaseUrl | null {
  if (all.length === 0) return null;
  const own = partsOf(secret);
  let best: BaseUrl | null = null;
  for (const each of all) {
    const fits = each.of.every((word, index) => own[index] === word);
    if (fits && (best === null || each.of.length > best.of.length)) best = each;
  }
  return best;
}

/** The words before a base URL's ending; null where the name is not that of one. */
function serviceOf(name: string): readonly string[] | null {
  const parts = partsOf(name);
  const ending = ENDINGS.find((each) =>
    each.every((word, index) => parts[parts.length - each.length + index] === word),
  );
  if (ending === undefined) return null;
  const service = parts.slice(0, parts.length - ending.length);
  return NO_BASE_BEFORE.has(service.at(-1) ?? '') ? null : service;
}

function partsOf(name: string): readonly string[] {
  return runs(name).flatMap((run) => run.parts);
}

function hostNamed(value: string): string | null {
  if (value === '' || value.length > MAX_CHARACTERS) return null;
  const host = hostOf(BARE_HOST.test(value) ? `https://${value}` : value);
  return host === null || isFilledIn(host) ? null : host;
}

/** A host that stands for one that the user has. */
export function isFilledIn(host: string): boolean {
  const kind = hostKind(host);
  return kind === 'loopback' || kind === 'private' || kind === 'documentation';
}
