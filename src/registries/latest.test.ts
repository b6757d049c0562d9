import { describe, expect, test } from 'vitest';
import { comparableTime, latestOrder } from './latest.ts';

describe('the latest version of a server', () => {
  test.each([
    [
      'is the one the registry marks, however old',
      { isLatest: true, publishedAt: '2025-09-10T13:57:43Z' },
      { isLatest: false, publishedAt: '2026-09-10T13:57:43Z' },
    ],
    [
      'without a mark is the one published last',
      { publishedAt: '2025-09-10T13:57:43.9Z' },
      { publishedAt: '2025-09-10T13:57:43.123456789Z' },
    ],
    [
      'of two marked ones is the one published last',
      { isLatest: true, publishedAt: '2025-09-10T13:57:43.1000001Z' },
      { isLatest: true, publishedAt: '2025-09-10T13:57:43.1Z' },
    ],
    ['is one with a time before one without', { publishedAt: '2025-09-10T13:57:43Z' }, { publishedAt: null }],
  ])('%s', (_rule, later, earlier) => {
    expect(latestOrder(later, '1.0.0') > latestOrder(earlier, '9.0.0')).toBe(true);
  });

  test('of two published at the same moment is told by the version text alone', () => {
    const moment = { isLatest: false, publishedAt: '2025-09-10T13:57:43Z' };
    expect(latestOrder(moment, '1.0.1') > latestOrder(moment, '1.0.0')).toBe(true);
    expect(latestOrder(moment, '1.0.0')).toBe(
      latestOrder({ ...moment, publishedAt: '2025-09-10T13:57:43.000Z' }, '1.0.0'),
    );
  });
});

test.each([
  ['2025-09-10T13:57:43Z', '2025-09-10T13:57:43.000000000Z'],
  ['2025-09-10T13:57:43.123Z', '2025-09-10T13:57:43.123000000Z'],
  ['2025-09-10T13:57:43.123456789Z', '2025-09-10T13:57:43.123456789Z'],
  ['2025-09-10T15:57:43.5+02:00', '2025-09-10T13:57:43.500000000Z'],
  ['2025-99-99T15:57:43+02:00', ''],
  ['yesterday', ''],
  ['', ''],
])('the time "%s" compares as "%s"', (written, comparable) => {
  expect(comparableTime(written)).toBe(comparable);
});
