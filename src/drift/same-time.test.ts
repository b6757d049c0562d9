import { expect, test } from 'vitest';
import { isSameTime } from './same-time.ts';

test.each([
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000000Z', true],
  ['2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123457Z', true],
  ['2026-01-01T00:00:00.123456789Z', '2026-01-01T00:00:00.123456Z', true],
  ['2025-12-31T23:59:59.9999999Z', '2026-01-01T00:00:00Z', true],
  ['2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.124Z', false],
  ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00Z', true],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', false],
  ['today', 'today', true],
  ['today', '2026-01-01T00:00:00Z', false],
])('%s and %s: %s', (before, after, same) => {
  expect(isSameTime(before, after)).toBe(same);
});
