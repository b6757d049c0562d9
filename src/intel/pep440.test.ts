import { describe, expect, test } from 'vitest';
import { canonicalPep440, comparePep440 } from './pep440.ts';

/** The order of the specification, with an epoch and local versions. */
const IN_ORDER = [
  '1.0.dev456',
  '1.0a1',
  '1.0a2.dev456',
  '1.0a12.dev456',
  '1.0a12',
  '1.0b1.dev456',
  '1.0b2',
  '1.0b2.post345.dev456',
  '1.0b2.post345',
  '1.0rc1.dev456',
  '1.0rc1',
  '1.0',
  '1.0+abc.5',
  '1.0+abc.7',
  '1.0+5',
  '1.0+5.1',
  '1.0.post456.dev34',
  '1.0.post456',
  '1.0.1.dev1',
  '1.0.1',
  '1.1',
  '1.9',
  '1.10',
  '2026.8.31',
  '1!0.1',
];

describe('the order of Python versions', () => {
  test('is the order of the specification, each with each', () => {
    for (const [left, a] of IN_ORDER.entries()) {
      for (const [right, b] of IN_ORDER.entries()) {
        expect(canonicalPep440(a) === canonicalPep440(b)).toBe(left === right);
        expect([a, b, Math.sign(comparePep440(a, b) ?? Number.NaN)]).toEqual([a, b, Math.sign(left - right)]);
      }
    }
  });

  test.each([
    ['1.0', '1.0.0'],
    ['1', '1.0.0.0'],
    ['v1.0', '1.0'],
    ['1.0RC1', '1.0-rc.1'],
    ['1.0c1', '1.0.pre1'],
    ['1.0.alpha', '1.0a0'],
    ['1.0-3', '1.0.post3'],
    ['1.0r3', '1.0.rev3'],
    ['1.0-dev', '1.0.dev0'],
    ['0!1.0', '01.00'],
    ['1.0+Ubuntu-1', '1.0+ubuntu.1'],
    [' 1.0 ', '1.0'],
  ])('%s and %s are one version', (a, b) => {
    expect(comparePep440(a, b)).toBe(0);
    expect(canonicalPep440(a)).toBe(canonicalPep440(b));
  });

  test.each([
    '',
    'latest',
    '1.0.x',
    '^1.0',
    '>=1.0',
    '1.0 2.0',
    '1..0',
    '1.0+',
    '1.0.0-beta.2.exp',
    '1e3',
    `1.${'0'.repeat(200)}`,
    '٣.1',
  ])('"%s" is no version, so nothing is before or after it', (text) => {
    expect(canonicalPep440(text)).toBeNull();
    expect(comparePep440(text, '1.0')).toBeNull();
    expect(comparePep440('1.0', text)).toBeNull();
  });

  test('what is made to be slow is not', () => {
    for (const text of ['1.'.repeat(64), `${'1'.repeat(127)}x`, `1.0+${'a.'.repeat(60)}!`])
      expect(canonicalPep440(text)).toBeNull();
  });
});
