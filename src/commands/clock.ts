import { UsageError } from './exit.ts';

/**
 * The time a capture stamps on what it retrieves.
 *
 * SOURCE_DATE_EPOCH (seconds, as reproducible builds define it) stops the clock, so that two captures of the same bytes make the
 * same files.
 */
export function captureClock(environment: NodeJS.ProcessEnv): () => Date {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return () => new Date();
  if (!/^\d{1,12}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it has to be whole seconds since 1970.`);
  const stopped = new Date(Number(epoch) * 1000);
  return () => stopped;
}

/** The date in UTC, as snapshots are named. */
export function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Throws UsageError unless the text is a day of the calendar as YYYY-MM-DD. */
export function checkedDate(text: string, option: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (time === null || Number.isNaN(time.getTime()) || dateOf(time) !== text) {
    throw new UsageError(`${option} "${text}" is not a date; write it as YYYY-MM-DD, such as 2026-06-29.`);
  }
  return text;
}
