import { expect, it, vi } from 'vitest';
import { remembered } from './remembered.ts';

it('what is asked for again is not made again', () => {
  const make = vi.fn((name: string) => ({ name }));
  const named = remembered(make);
  expect(named('tidewater')).toBe(named('tidewater'));
  expect(make).toHaveBeenCalledTimes(1);
});

it('nothing, once found, is remembered too', () => {
  const make = vi.fn(() => null);
  const found = remembered(make);
  expect([found('tidewater'), found('tidewater')]).toEqual([null, null]);
  expect(make).toHaveBeenCalledTimes(1);
});

it.each([
  ['two are remembered', ['tidewater', 'quayside', 'tidewater'], 2],
  ['with a third, all are forgotten', ['tidewater', 'quayside', 'lantern', 'tidewater'], 4],
])('of at most two %s', (_what, asked, made) => {
  const make = vi.fn((name: string) => name);
  const named = remembered(make, 2);
  for (const name of asked) named(name);
  expect(make).toHaveBeenCalledTimes(made);
});
