import { expect, it } from 'vitest';
import { release } from '../testing/subjects.ts';
import { isHigher, isPrerelease, isSemver, linewise, releaseLine } from './release-line.ts';

it.each([
  ['1.2.3', '1'],
  ['v2.0', '2'],
  ['01.4', '1'],
  ['2026.8.31', 'calendar'],
  ['2025.12', 'calendar'],
  ['20260831', 'calendar'],
  ['1989.1.1', '1989'],
  ['1990.1.1', 'calendar'],
  ['1.0.0.post2', '1'],
  ['next', null],
  ['', null],
  ['9'.repeat(10_000), null],
])('%s belongs to the line %s', (version, line) => {
  expect(releaseLine(version)).toBe(line);
});

it.each([
  ['1.0.0-beta.1', true],
  ['1.0.0rc1', true],
  ['1.0.0.dev3', true],
  ['1.0.0', false],
  ['1.0.0+build-7', false],
  ['1.0.0.post1', false],
])('%s is a prerelease: %s', (version, answer) => {
  expect(isPrerelease(version)).toBe(answer);
});

it.each([
  ['1.0.0', true],
  ['1.0.0-rc.1+7', true],
  ['v1.0.0', false],
  ['1.0', false],
  ['2025.11.17.0704', false],
  ['{{VERSION}}', false],
  [' 1.0.0', false],
  ['1'.repeat(5_000), false],
])('%s is a semantic version: %s', (version, answer) => {
  expect(isSemver(version)).toBe(answer);
});

it('orders numbers and says nothing about what is none', () => {
  expect(isHigher('1.10.0', '1.9.0')).toBe(true);
  expect(isHigher('1.9.0', '1.9.0')).toBe(false);
  expect(isHigher('1.9.0', 'latest')).toBeNull();
});

it('compares lines that are published in turns each with its own past', () => {
  const releases = ['1.0.0', '2.0.0', '1.0.1', '2.0.1'].map((version) => release(version));
  const pairs = linewise(releases).map(({ before, after }) => `${before.version} ${after.version}`);
  expect(pairs).toEqual(['1.0.0 2.0.0', '1.0.0 1.0.1', '2.0.0 2.0.1']);
});
