/** A text is at most this long here: names are shorter, and two deletions of a longer one make too many variants. */
const MAX_CHARACTERS = 64;
/** Texts that share one variant; with more of them every pair would be listed, and there are as many as their square. */
const MAX_CROWD = 128;
/** An odd base has an inverse modulo 2^32, by which what follows a deletion moves one place to the left. */
const BASE = 0x01_00_01_93;
const INVERSE = inverse(BASE);
const INVERSE_SQUARED = Math.imul(INVERSE, INVERSE);

export interface CandidatePairs {
  /** `a × texts.length + b` with `a` below `b`, ascending, each once. */
  readonly keys: Float64Array;
  /** Variants shared by more than 128 texts, whose pairs are not listed. */
  readonly crowded: number;
}

/**
 * Pairs of texts that share a variant: what is left of a text after as many deletions as it may have edits.
 *
 * Two texts within `d` edits always share one (an insertion is a deletion of the other, a substitution or a swap is one in each),
 * so nothing is missed; what shares one by chance or by hash is for the caller to tell apart. One pass for each length of
 * variant, so that memory holds the variants of one length only. Longer texts than 64 characters are left out.
 */
export function candidatePairs(texts: readonly string[], mostEdits: (characters: number) => number): CandidatePairs {
  const byLength = placesByLength(texts);
  const found = new Set<number>();
  let crowded = 0;
  for (let length = 1; length <= MAX_CHARACTERS; length += 1) {
    const shares = sharesOf(length, byLength, mostEdits);
    const variants = emptyVariants(
      shares.reduce((sum, { out, places }) => sum + places.length * choices(length + out, out), 0),
    );
    for (const { out, places } of shares)
      for (const place of places) addVariants(variants, texts[place] ?? '', { out, place });
    crowded += pairUp(grouped(repeated(variants)), texts.length, found);
  }
  return { keys: Float64Array.from(found).sort(), crowded };
}

function placesByLength(texts: readonly string[]): number[][] {
  const places: number[][] = Array.from({ length: MAX_CHARACTERS + 1 }, () => []);
  for (const [place, text] of texts.entries()) places[text.length]?.push(place);
  return places;
}

/** Texts that have variants of a length: those that long, and longer ones with one or two characters out. */
interface Share {
  readonly out: number;
  readonly places: readonly number[];
}

function sharesOf(
  length: number,
  byLength: readonly (readonly number[])[],
  mostEdits: (characters: number) => number,
): readonly Share[] {
  return [0, 1, 2].flatMap((out) => {
    const places = mostEdits(length + out) >= out ? byLength[length + out] : undefined;
    return places === undefined || places.length === 0 ? [] : [{ out, places }];
  });
}

function choices(length: number, out: number): number {
  if (out === 0) return 1;
  return out === 1 ? length : (length * (length - 1)) / 2;
}

/** Typed arrays and one loop a kind: a million names have a hundred and fifty million variants. */
interface Variants {
  readonly hashes: Int32Array;
  readonly places: Int32Array;
  count: number;
}

function emptyVariants(room: number): Variants {
  return { hashes: new Int32Array(room), places: new Int32Array(room), count: 0 };
}

/** Sums of c·base^i up to each place; reused, since they are needed for every name. */
const upTo = new Int32Array(MAX_CHARACTERS + 1);

/**
 * Adds the hash of a text without `out` of its characters, for every choice of them that leaves another text.
 *
 * Of equal neighbours only the first is taken out: `aab` without either `a` is the same.
 */
function addVariants(variants: Variants, text: string, { out, place }: { out: number; place: number }): void {
  const { hashes, places } = variants;
  const { length } = text;
  let power = 1;
  for (let at = 0; at < length; at += 1) {
    upTo[at + 1] = ((upTo[at] ?? 0) + Math.imul(text.charCodeAt(at), power)) | 0;
    power = Math.imul(power, BASE);
  }
  const start = variants.count;
  const whole = upTo[length] ?? 0;
  let count = start;
  if (out === 0) {
    hashes[count] = whole;
    count += 1;
  }
  const firstOut = out > 0 ? length : 0;
  const secondOut = out > 1 ? length : 0;
  for (let first = 0; first < firstOut; first += 1) {
    if (first > 0 && text.charCodeAt(first) === text.charCodeAt(first - 1)) continue;
    const before = upTo[first] ?? 0;
    const after = upTo[first + 1] ?? 0;
    if (out === 1) {
      hashes[count] = before + Math.imul(whole - after, INVERSE);
      count += 1;
    }
    for (let second = first + 1; second < secondOut; second += 1) {
      if (second > first + 1 && text.charCodeAt(second) === text.charCodeAt(second - 1)) continue;
      const between = Math.imul((upTo[second] ?? 0) - after, INVERSE);
      hashes[count] = before + between + Math.imul(whole - (upTo[second + 1] ?? 0), INVERSE_SQUARED);
      count += 1;
    }
  }
  places.fill(place, start, count);
  variants.count = count;
}

/** Bytes of the table that tells lone variants from others: more of them tell more apart, fewer stay in the processor's cache. */
const MOST_TABLE_BYTES = 2 ** 25;

/** The variants that are not alone in their place of a table, in which nearly all are: a sort of the few that are left costs little. */
function repeated({ hashes, places, count }: Variants): Variants {
  const bytes = Math.min(MOST_TABLE_BYTES, 2 ** Math.ceil(Math.log2(Math.max(2, count * 4))));
  const mask = bytes - 1;
  const seen = new Uint8Array(bytes);
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketOf(hashes[at] ?? 0, mask);
    seen[bucket] = seen[bucket] === 0 ? 1 : 2;
  }
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const hash = hashes[at] ?? 0;
    if (seen[bucketOf(hash, mask)] !== 2) continue;
    hashes[kept] = hash;
    places[kept] = places[at] ?? 0;
    kept += 1;
  }
  return { hashes, places, count: kept };
}

/** Variants with those of equal hash side by side: a counting sort by as many bits as there are variants. */
interface Grouped extends Variants {
  /** Where each bucket starts, and the end of the last. */
  readonly starts: Int32Array;
}

function grouped({ hashes, places, count }: Variants): Grouped {
  const buckets = 2 ** Math.max(1, Math.ceil(Math.log2(Math.max(1, count))));
  const mask = buckets - 1;
  const starts = new Int32Array(buckets + 1);
  for (let at = 0; at < count; at += 1)
    starts[bucketOf(hashes[at] ?? 0, mask) + 1] = (starts[bucketOf(hashes[at] ?? 0, mask) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  const next = starts.slice();
  const sorted = emptyVariants(count);
  for (let at = 0; at < count; at += 1) {
    const hash = hashes[at] ?? 0;
    const to = next[bucketOf(hash, mask)] ?? 0;
    next[bucketOf(hash, mask)] = to + 1;
    sorted.hashes[to] = hash;
    sorted.places[to] = places[at] ?? 0;
  }
  return { ...sorted, count, starts };
}

/** The low bits of a polynomial say little of its later characters. */
function bucketOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Adds the pairs of equal hashes; returns how many buckets were too full. */
function pairUp({ hashes, places, starts }: Grouped, texts: number, found: Set<number>): number {
  let crowded = 0;
  for (let bucket = 0; bucket + 1 < starts.length; bucket += 1) {
    const [start = 0, end = 0] = [starts[bucket], starts[bucket + 1]];
    if (end - start < 2) continue;
    if (end - start > MAX_CROWD) {
      crowded += 1;
      continue;
    }
    for (let one = start; one < end; one += 1) {
      for (let other = one + 1; other < end; other += 1) {
        if (hashes[one] !== hashes[other]) continue;
        const [a = 0, b = 0] = [places[one], places[other]];
        if (a !== b) found.add(a < b ? a * texts + b : b * texts + a);
      }
    }
  }
  return crowded;
}

/** Newton's iteration doubles the bits that are right; five of them make 32 of the first three. */
function inverse(odd: number): number {
  let found = odd;
  for (let round = 0; round < 5; round += 1) found = Math.imul(found, 2 - Math.imul(odd, found));
  return found;
}
