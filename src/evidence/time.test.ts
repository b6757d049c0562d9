import { describe, expect, it } from 'vitest';
import { ageDays, calendarDate, gapDays, instantMs } from './time.ts';

describe('instantMs', () => {
  it.each([
    ['2026-03-02T10:00:00Z', Date.UTC(2026, 2, 2, 10)],
    ['2026-03-02T10:00:00.123456789Z', Date.UTC(2026, 2, 2, 10, 0, 0, 123)],
    ['2026-03-02T10:00:00+02:00', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02', Date.UTC(2026, 2, 2)],
    ['2026-03-02T10:00:00.07Z', Date.UTC(2026, 2, 2, 10, 0, 0, 70)],
    ['2026-03-02T24:00:00Z', Date.UTC(2026, 2, 3)],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
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
    '2026-03-00T10:00:00Z',
    '2026-03-02T10:60:00Z',
    '2026-03-02T10:00:60Z',
    '2026-03-02T25:00:00.123Z',
    `2026-03-02T10:00:00.${'1'.repeat(99)}Z`,
  ])('does not guess at %s', (text) => {
    expect(instantMs(text)).toBeNull();
  });
});

it('counts to what the engine would parse, day after day, at all hours and with three to nine fraction digits', () => {
  for (let day = 0; day < 5_000; day += 1) {
    const ms = Date.UTC(2015, 0, 1 + day, day % 24, (day * 7) % 60, (day * 13) % 60, (day * 37) % 1_000);
    const written = new Date(ms).toISOString();
    expect([written, instantMs(written)]).toEqual([written, ms]);
    const nanoseconds = written.replace('Z', `${'9'.repeat(day % 7)}Z`);
    expect([nanoseconds, instantMs(nanoseconds)]).toEqual([nanoseconds, ms]);
  }
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
