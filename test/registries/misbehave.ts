/**
 * What a registry of the loopback server does wrong, on whose requests, and how often.
 *
 * Rules are asked in the order in which they were made; the first that applies decides.
 */
export interface Rule {
  /** Applies to requests whose path with query (`/official/v0.1/servers?…`) matches; a string is a part of it. */
  readonly url: string | RegExp;
  /** How many matching requests go well first; none where it is not given. */
  readonly after?: number;
  /** How many are spoilt then; all where it is not given. */
  readonly times?: number;
  /** Spoils this share of the matching requests, 0 to 1; drawn from seed, URL and attempt, so order does not matter. */
  readonly chance?: { readonly share: number; readonly seed: number };
  readonly does: Misbehaviour;
}

export type Misbehaviour = ContentFault | WireFault;

/** What is sent is wrong. */
export type ContentFault =
  /** In the registry's own error envelope: 401, 410 (PulseMCP's API_SUNSET), 429 with `retry-after`, 5xx. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** 302; null: to the URL that was asked. */
  | { readonly kind: 'redirect'; readonly to: string | null }
  /** Status 200, but a challenge page. */
  | { readonly kind: 'html' }
  /** Status 200, cut in the middle, with the length of what is sent. */
  | { readonly kind: 'truncated-json' }
  /** Status 200, but a bit in the middle is the other one: digests tell. */
  | { readonly kind: 'flipped-bit' }
  /** The next cursor is the one that was sent; a first page is left as it is. */
  | { readonly kind: 'repeated-cursor' }
  /** No rows, but more are promised. */
  | { readonly kind: 'empty-page' }
  | { readonly kind: 'lying-total'; readonly total: number };

/** How it is sent is wrong. */
export type WireFault =
  /** The connection ends before a header. */
  | { readonly kind: 'reset' }
  /** Content-Length is off by so many bytes, above or below. */
  | { readonly kind: 'wrong-length'; readonly byBytes: number }
  | { readonly kind: 'slow-drip'; readonly chunkBytes: number; readonly everyMs: number }
  /** Chunked blanks, valid before any JSON. */
  | { readonly kind: 'huge-body'; readonly bytes: number }
  /** Blanks again, `bytes` of them after decoding, in a thousandth of that on the wire. */
  | { readonly kind: 'gzip-bomb'; readonly bytes: number };

export function isWireFault(misbehaviour: Misbehaviour): misbehaviour is WireFault {
  return ['reset', 'wrong-length', 'slow-drip', 'huge-body', 'gzip-bomb'].includes(misbehaviour.kind);
}

export interface Misbehaviours {
  /** Adds a rule; what comes back withdraws it. */
  readonly add: (rule: Rule) => () => void;
  /** What to do wrong on this request, or null. Counts, so ask once a request. */
  readonly next: (url: string) => Misbehaviour | null;
}

export function misbehaviours(): Misbehaviours {
  const active = new Set<ActiveRule>();
  return {
    add(rule) {
      const entry = { rule, matched: 0, spoilt: 0, attempts: new Map<string, number>() };
      active.add(entry);
      return () => void active.delete(entry);
    },
    next(url) {
      for (const entry of active) {
        if (applies(entry, url)) return entry.rule.does;
      }
      return null;
    },
  };
}

interface ActiveRule {
  readonly rule: Rule;
  matched: number;
  spoilt: number;
  readonly attempts: Map<string, number>;
}

function applies(entry: ActiveRule, url: string): boolean {
  const { rule } = entry;
  const isMatch = typeof rule.url === 'string' ? url.includes(rule.url) : url.search(rule.url) >= 0;
  if (!isMatch) return false;
  entry.matched += 1;
  if (entry.matched <= (rule.after ?? 0) || entry.spoilt >= (rule.times ?? Infinity)) return false;
  const attempt = (entry.attempts.get(url) ?? 0) + 1;
  entry.attempts.set(url, attempt);
  if (rule.chance !== undefined && draw(`${rule.chance.seed}\n${url}\n${attempt}`) >= rule.chance.share) return false;
  entry.spoilt += 1;
  return true;
}

/** 0 to 1 from a text: FNV-1a, then murmur3's finaliser, which spreads neighbouring texts. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
