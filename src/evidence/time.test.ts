import { describe, expect, it } from 'vitest';
import { ageDays, calendarDate, gapDays, instantMs } from './time.ts';

describe('instantMs', () => {
  it.each([
    ['2026-03-02T10:00:00Z', Date.UTC(2026, 2, 2, 10)],
    ['2026-03-02T10:00:00.123456789Z', Date.UTC(2026, 2, 2, 10, 0, 0, 123)],
    ['2026-03-02T10:00:00+02:00', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02', Date.UTC(2026, 2, 2)],
    ['2026-03-02 10:00:00.5', Date.UTC(2026, 2, 2, 10, 0, 0, 500)],
  ])('reads %s in UTC', (text, ms) => {
    expect(instantMs(text)).toBe(ms);
  });

  it.each([
    null,
    '',
    'yesterday',
    '2026',
    '02/03/2026',
    '2026-13-02T10:00:00Z',
    `2026-03-02T10:00:00.${'1'.repeat(99)}Z`,
  ])('does not guess at %s', (text) => {
    expect(instantMs(text)).toBeNull();
  });
});

it('counts calendar days up to the date of the snapshot', () => {
  expect(ageDays('2026-06-29T23:59:59Z', '2026-06-29')).toBe(0);
  expect(ageDays('2026-06-28T23:59:59Z', '2026-06-29')).toBe(1);
  expect(ageDays('2026-06-30T00:00:00Z', '2026-06-29')).toBe(-1);
  expect(ageDays(null, '2026-06-29')).toBeNull();
});

it('measures the days between two moments with fractions', () => {
  expect(gapDays('2026-06-28T12:00:00Z', '2026-06-30T00:00:00Z')).toBe(1.5);
  expect(gapDays('2026-06-28T12:00:00Z', 'soon')).toBeNull();
});

it('writes a date in UTC wherever it runs', () => {
  expect(calendarDate('2026-03-02T23:30:00-02:00')).toBe('2026-03-03');
  expect(calendarDate('never')).toBeNull();
});
