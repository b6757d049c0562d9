import type { Trait } from '../../src/evidence/source-arrivals.ts';
import type { Fact } from '../../src/model/source.ts';
import { hostOf, registeredLabel, registrableDomain } from '../../src/text/domains.ts';
import { destinationKind, type HostKind } from '../../src/text/host-kinds.ts';
import { squeezed } from '../../src/text/words.ts';
import { ordinaryDomains } from '../data/index.ts';
import type { OwnNames } from './own-names.ts';

/** A host that a fact names, as its text gives it: never resolved, never asked. */
export interface Destination {
  readonly host: string;
  /** The domain somebody registered; the host itself where there is none. */
  readonly domain: string;
  readonly kind: HostKind;
}

/** Leads nowhere, or no further than this machine and this network. */
const NOWHERE: ReadonlySet<HostKind> = new Set(['loopback', 'private', 'documentation']);
const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:\/\//i;
/** Where a command connects by the shell's own means. */
const SHELL_DEVICE = /\/dev\/(?:tcp|udp)\/([A-Za-z0-9.:-]{1,253})\/\d{1,5}/;
const MAX_COMMAND_CHARACTERS = 4_000;

/** null for a fact that names no host, and for hosts that lead nowhere or no further than this network. */
export function destinationOf({ kind, value }: Pick<Fact, 'kind' | 'value'>): Destination | null {
  const written = kind === 'process' ? deviceIn(value) : value;
  if (written === null || written === '') return null;
  const host = hostOf(SCHEME.test(written) ? written : `tcp://${written}`);
  const named = host === null ? 'loopback' : destinationKind(written);
  if (host === null || NOWHERE.has(named)) return null;
  return { host, domain: registrableDomain(host) ?? host, kind: named };
}

/** Named for what it is to everybody: schemas, documentation, code hosts, telemetry, links. */
export function isOrdinary({ domain, host }: Destination): boolean {
  return ordinaryDomains.has(domain) || ordinaryDomains.has(host);
}

/** Under a domain of the package's own, or on one that bears its name. */
export function isOwnHost(own: OwnNames, { domain }: Destination): boolean {
  if (own.domains.has(domain)) return true;
  const label = registeredLabel(domain);
  return label !== null && own.words.has(squeezed(label));
}

/** Whether a word is the name of whom a host belongs to, letter by letter: `GROQ_API_KEY` and `api.groq.example`. */
export function isOfHost(word: string, { domain }: Destination): boolean {
  return squeezed(registeredLabel(domain) ?? domain) === word;
}

/** Hosts by registered domain, and by its address where it has no name; known wherever the package named one before, also in its documents. */
export const HOSTS: Trait = {
  kinds: ['request', 'socket', 'address'],
  identity: (fact) => destinationOf(fact)?.domain ?? null,
  known: () => true,
};

/** The same of calls alone, for hosts that are named first and asked later. */
export const ASKED_HOSTS: Trait = { ...HOSTS, kinds: ['request', 'socket'] };

function deviceIn(command: string): string | null {
  return SHELL_DEVICE.exec(command.slice(0, MAX_COMMAND_CHARACTERS))?.[1] ?? null;
}
