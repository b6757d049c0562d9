/**
 * Chance that can be repeated: named streams of sfc32, seeded by hashing the name.
 *
 * Every entity and every field draws from its own stream, so that adding a field moves no other field.
 */

/** Uniform in [0, 1). */
export type Chance = () => number;
export type Some<T> = readonly [T, ...T[]];
/** Value and weight; weights need not add up to one. */
export type Weighted<T> = Some<readonly [T, number]>;
/** Share of the population (rising, from 0 to 1) and the value that this share does not exceed. */
export type Quantiles = Some<readonly [number, number]>;

export function stream(...names: readonly (string | number)[]): Chance {
  const name = names.join('/');
  let first = 0x9e3779b9;
  let second = 0x243f6a88;
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at);
    first = Math.imul(first ^ unit, 2654435761);
    second = Math.imul(second ^ unit, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  const chance = sfc32(first, second, first ^ 0x6d2b79f5);
  for (let round = 0; round < 8; round += 1) chance();
  return chance;
}

/** sfc32 of PractRand (Chris Doty-Humphrey), with its counter starting at one. */
function sfc32(one: number, two: number, three: number): Chance {
  let [a, b, c, counter] = [one | 0, two | 0, three | 0, 1];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}

export function happens(chance: Chance, rate: number): boolean {
  return chance() < rate;
}

/** A whole number from `least` to `most`, both included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

export function pick<T>(chance: Chance, list: Some<T>): T {
  return list[Math.floor(chance() * list.length)] ?? list[0];
}

export function weighted<T>(chance: Chance, table: Weighted<T>): T {
  let left = chance() * table.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of table) {
    left -= weight;
    if (left < 0) return value;
  }
  return table[0][0];
}

/** A value between the neighbouring quantiles; `along: 'log'` suits tables that span orders of magnitude. */
export function quantile(chance: Chance, table: Quantiles, along: 'line' | 'log' = 'line'): number {
  const share = chance();
  const above = table.findIndex(([upTo]) => upTo >= share);
  const [highShare, high] = table[above] ?? table[0];
  const [lowShare, low] = table[above - 1] ?? table[0];
  if (highShare === lowShare) return high;
  const part = (share - lowShare) / (highShare - lowShare);
  return along === 'line' ? low + part * (high - low) : low * (high / low) ** part;
}

const HEX = '0123456789abcdef';
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

export function hex(chance: Chance, digits: number): string {
  return Array.from({ length: digits }, () => HEX[Math.floor(chance() * 16)]).join('');
}

export function letters(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => BASE32[Math.floor(chance() * 32)]).join('');
}

/** Words of a sentence, for tables that would be long as literals. */
export function words(text: string): Some<string> {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  return [first, ...rest];
}
