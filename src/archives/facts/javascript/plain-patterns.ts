import type { Pattern } from './values.ts';

/** Longer ones are no list of signs to be taken out. */
const MAX_CHARACTERS = 40;
const SIGNS_TO_ESCAPE = /[\\^$.*+?()[\]{}|/]/;
const CHUNKS = /^(?:\.|\\w|\[\\s\\S\]|\[0-9a-f\]|\[a-f0-9\]|\[0-9a-fA-F\]|\[\\da-f\])(?:\{(?:1,)?(\d{1,2})\})?$/i;

/**
 * The texts that a regular expression matches, where it is nothing but one text or a choice of signs: `/-/g`, `/[x#]/g`.
 *
 * null for all others: no pattern of a stranger is ever run.
 */
export function plainPattern({
  source,
  flags,
}: Pattern): { readonly texts: readonly string[]; readonly everywhere: boolean } | null {
  if (source.length > MAX_CHARACTERS || flags.includes('i')) return null;
  const everywhere = flags.includes('g');
  const choice = /^\[([^\]^\\-][^\]\\-]{0,30})\]\+?$/.exec(source)?.[1];
  if (choice !== undefined) return everywhere ? { texts: [...choice], everywhere } : null;
  const text = source.replace(/\\([^a-zA-Z0-9])/g, '\u0000$1');
  // oxlint-disable-next-line no-control-regex -- NUL stands before what was escaped, and for nothing else
  const plain = text.replace(/\u0000./g, '');
  if (SIGNS_TO_ESCAPE.test(plain)) return null;
  return { texts: [text.replaceAll('\u0000', '')], everywhere };
}

/** The number of characters that a pattern takes at a time: 2 for `/../g` and `/.{1,2}/g`; null for other patterns. */
export function chunkLength({ source, flags }: Pattern): number | null {
  if (!flags.includes('g') || source.length > MAX_CHARACTERS) return null;
  if (/^\.{1,8}$/.test(source)) return source.length;
  const [all, times] = CHUNKS.exec(source) ?? [];
  if (all === undefined) return null;
  const length = times === undefined ? 1 : Number(times);
  return length > 0 ? length : null;
}
