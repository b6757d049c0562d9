import { beside } from '../evidence/source-beside.ts';
import type { Fact, FactKind, FileFacts } from '../model/source.ts';
import { hostOf, registrableDomain } from '../text/domains.ts';
import { destinationKind, type HostKind } from '../text/host-kinds.ts';
import { isSecretName } from '../text/secret-names.ts';

/** A host that stands in code, as its text gives it: never resolved, never asked. */
export interface HostUse {
  readonly host: string;
  /** The domain somebody registered; the host itself where there is none. */
  readonly domain: string;
  readonly kind: HostKind;
  /** asked: in a call, or beside one whose destination is not constant. named: it only stands there, as in a text or a link. */
  readonly how: 'asked' | 'named';
  /** Secrets that are read where it is asked: the best that code alone says of where they go. */
  readonly secrets: readonly string[];
  /** `dist/index.js:12`. */
  readonly at: string;
}

const KINDS: ReadonlySet<FactKind> = new Set(['request', 'socket', 'address']);
const ASKING: readonly FactKind[] = ['request', 'socket'];
/** Lead nowhere, or no further than this machine and this network. */
const NOWHERE: ReadonlySet<HostKind> = new Set(['loopback', 'private', 'documentation']);
const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:\/\//i;
const MAX_HOSTS = 300;
/** A bundle that names thousands would have everything beside everything. */
const MAX_FILE_FACTS = 2_000;

/** Hosts that files name, those that are asked before those that are named, each once; this machine's and example hosts left out. */
export function hostsIn(files: readonly FileFacts[]): readonly HostUse[] {
  const found = new Map<string, HostUse>();
  for (const file of files) {
    for (const fact of file.facts) {
      if (!KINDS.has(fact.kind)) continue;
      const use = useOf(file, fact);
      if (use === null) continue;
      const known = found.get(use.host);
      found.set(use.host, known === undefined ? use : together(known, use));
    }
  }
  return [...found.values()].toSorted(byUse).slice(0, MAX_HOSTS);
}

function useOf(file: FileFacts, fact: Fact): HostUse | null {
  const { kind, value, line } = fact;
  const host = value === '' ? null : hostOf(SCHEME.test(value) ? value : `tcp://${value}`);
  const named = host === null ? 'loopback' : destinationKind(value);
  if (host === null || NOWHERE.has(named)) return null;
  const isLarge = file.facts.length > MAX_FILE_FACTS;
  const how =
    kind !== 'address' || (!isLarge && beside(file, fact, ASKING, ({ value: to }) => to === '') !== null)
      ? 'asked'
      : 'named';
  return {
    host,
    domain: registrableDomain(host) ?? host,
    kind: named,
    how,
    secrets: how === 'asked' && !isLarge ? secretsBeside(file, fact) : [],
    at: `${file.path}:${line}`,
  };
}

function secretsBeside(file: FileFacts, fact: Fact): readonly string[] {
  const near = new Set<string>();
  beside(file, fact, ['environment'], ({ value }) => {
    if (isSecretName(value)) near.add(value);
    return false;
  });
  return [...near].toSorted();
}

function together(known: HostUse, other: HostUse): HostUse {
  const first = known.how === 'named' && other.how === 'asked' ? other : known;
  const secrets = [...new Set([...known.secrets, ...other.secrets])].toSorted();
  return { ...first, secrets };
}

function byUse(a: HostUse, b: HostUse): number {
  if (a.how !== b.how) return a.how === 'asked' ? -1 : 1;
  return a.host < b.host ? -1 : 1;
}
