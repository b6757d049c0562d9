/** Dates as milliseconds since 1970, without a clock and without a time zone. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** `YYYY-MM-DD` at midnight UTC. */
export function startOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return daysBefore(year, month, date) * DAY_MS;
}

/** RFC 3339 in UTC with as many fraction digits as asked for; digits after the third are made of `fine` (0 to 1). */
export function written(atMs: number, digits: number, fine = 0): string {
  const whole = Math.floor(atMs / 1000);
  const [year, month, date] = civil(Math.floor(whole / 86_400));
  const second = whole - Math.floor(whole / 86_400) * 86_400;
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':');
  const day = `${year}-${two(month)}-${two(date)}`;
  if (digits === 0) return `${day}T${clock}Z`;
  const milliseconds = String(Math.floor(atMs) - whole * 1000).padStart(3, '0');
  const rest = String(Math.floor(fine * 1_000_000)).padStart(6, '1');
  return `${day}T${clock}.${(milliseconds + rest).slice(0, digits)}Z`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Days from 1970-01-01 to a civil date (Howard Hinnant, chrono-compatible low-level date algorithms). */
function daysBefore(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The inverse of `daysBefore`. */
function civil(days: number): [year: number, month: number, date: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex + (monthIndex < 10 ? 3 : -9);
  const date = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date];
}
