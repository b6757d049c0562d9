import { numberOf } from './number-of.ts';

/** `3 days old`, for people. */
export function daysOld(days: number | null): string {
  if (days === null) return 'of unknown age';
  if (days < 0) return 'later than today';
  if (days === 0) return 'of today';
  return `${numberOf(days, 'day')} old`;
}
