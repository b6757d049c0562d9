import { expect, it } from 'vitest';
import type { Fact } from '../model/source.ts';
import { file, reads, request } from '../testing/facts.ts';
import { beside, inSameFunction } from './source-beside.ts';

const call = request('https://crane.example', { line: 100, column: 10, scope: 3 });

it.each<[name: string, other: Partial<Fact>, bytes: number, isBeside: boolean, isTogether: boolean]>([
  ['in the same function, however far', { line: 900, scope: 3 }, 50_000, true, true],
  ['in another function 60 lines away', { line: 160, scope: 4 }, 50_000, true, false],
  ['in another function 61 lines away', { line: 161, scope: 4 }, 50_000, false, false],
  ['in another function of a short file', { line: 400, scope: 4 }, 16_000, true, false],
  ['in another function of a file a byte longer', { line: 400, scope: 4 }, 16_001, false, false],
  ['3,000 characters away on the line', { line: 100, column: 3_010, scope: 4 }, 50_000, true, false],
  ['3,001 characters away on the line', { line: 100, column: 3_011, scope: 4 }, 50_000, false, false],
])('what stands %s', (_name, other, bytes, isBeside, isTogether) => {
  const secret = reads('CRANE_KEY', other);
  const held = file('a.js', { bytes }, call, secret);
  expect(beside(held, call, ['environment'])).toBe(isBeside ? secret : null);
  expect(inSameFunction(held, call, ['environment'])).toBe(isTogether ? secret : null);
});

it('a line away is far where a line is a whole program', () => {
  const secret = reads('CRANE_KEY', { line: 101, scope: 4 });
  const bundle = file('a.js', { bytes: 900_000, measures: { lines: 200, longestLine: 400_000 } }, call, secret);
  expect(beside(bundle, call, ['environment'])).toBeNull();
});

it('the top level is one function in a short file and not in a long one', () => {
  const top = { ...call, scope: 0 };
  const secret = reads('CRANE_KEY', { line: 900, scope: 0 });
  expect(inSameFunction(file('a.js', { bytes: 16_000 }, top, secret), top, ['environment'])).toBe(secret);
  expect(inSameFunction(file('a.js', { bytes: 16_001 }, top, secret), top, ['environment'])).toBeNull();
});

it('a fact is not beside itself', () => {
  expect(beside(file('a.js', {}, call), call, ['request'])).toBeNull();
});
