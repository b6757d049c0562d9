import type { Trait } from '../../src/evidence/source-arrivals.ts';
import { beside } from '../../src/evidence/source-beside.ts';
import type { Fact, FileFacts } from '../../src/model/source.ts';
import type { HostKind } from '../../src/text/host-kinds.ts';
import { hiddenSpelling } from './hidden-spelling.ts';
import { destinationOf, isOrdinary } from './known-hosts.ts';
import { CREDENTIAL_PLACES } from './secrets-beside.ts';

/** Where nothing that a package needs is fetched from. */
const NO_SOURCE: ReadonlySet<HostKind> = new Set([
  'public-ip',
  'cloud-metadata',
  'paste',
  'webhook',
  'tunnel',
  'dynamic-dns',
  'file-drop',
  'dns-exfiltration',
]);
/** Shared names under which binaries lie. */
const STORAGE =
  /(?:^|\.)(?:githubusercontent\.com|github\.io|gitlab\.io|amazonaws\.com|cloudfront\.net|googleapis\.com|core\.windows\.net|jsdelivr\.net|azureedge\.net|digitaloceanspaces\.com|r2\.dev)$/;

/**
 * What an installation has no business with: others' credentials, the whole environment, hidden or decoded code, services where
 * anybody receives what is sent.
 */
export const REACHING: Trait = {
  kinds: [
    'environment-dump',
    'decoded-execution',
    'execution',
    'hidden-code',
    'obfuscation',
    'file-read',
    'path',
    'process',
    'request',
    'socket',
    'address',
  ],
  counts: ({ entry }) => entry === 'install',
  identity: (fact, file) => {
    const reach = reachOf(fact, file);
    return reach === null ? null : `${reach} ${fact.kind === 'obfuscation' ? fact.by : fact.value}`;
  },
};

/** Completes "it …"; null for what installations do. */
export function reachOf(fact: Fact, file: FileFacts): string | null {
  const { kind, category = '' } = fact;
  if (kind === 'environment-dump') {
    return beside(file, fact, ['request', 'socket', 'file-write']) === null ? null : 'takes the whole environment';
  }
  if (kind === 'decoded-execution') return 'executes what it decodes';
  if (kind === 'hidden-code' || kind === 'obfuscation') return 'holds code made unreadable';
  if (kind === 'file-read' || kind === 'path') return CREDENTIAL_PLACES.has(category) ? REACHES : null;
  if (kind === 'process' && category === 'credential-tool') return REACHES;
  if (hiddenSpelling(fact) !== null) return 'spells out in code what it runs or asks';
  if (kind === 'process') return destinationOf(fact) === null ? null : 'starts a command that connects by itself';
  return destinationReach(fact, file);
}

const REACHES = 'reaches for credentials';

function destinationReach(fact: Fact, file: FileFacts): string | null {
  const destination = destinationOf(fact);
  if (destination === null || !NO_SOURCE.has(destination.kind)) return null;
  return isAskedIn(file, fact) ? `asks ${destination.host}` : null;
}

/** Hosts that an installation asks, and that are neither a project's own nor where everybody's code and binaries lie. */
export const ASKED_WHEN_INSTALLED: Trait = {
  kinds: ['request', 'socket', 'address'],
  counts: ({ entry }) => entry === 'install',
  identity: (fact, file) => {
    const destination = destinationOf(fact);
    if (destination === null || NO_SOURCE.has(destination.kind) || !isAskedIn(file, fact)) return null;
    return isOrdinary(destination) || STORAGE.test(destination.host) ? null : destination.domain;
  },
};

function isAskedIn(file: FileFacts, fact: Fact): boolean {
  return fact.kind !== 'address' || beside(file, fact, ['request', 'socket', 'process']) !== null;
}
