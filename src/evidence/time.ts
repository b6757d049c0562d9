const DAY_MS = 86_400_000;
/** Code of the character `0`. */
const ZERO = 48;
/** RFC 3339 with up to nine fraction digits; the zone may be missing, since some registries leave it out and mean UTC. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|z|[+-]\d{2}:\d{2})?$/;
/** What nearly all registries write, every part within its range, so that counting it comes to what parsing it would. */
const UTC_INSTANT =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3,9})?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Milliseconds since 1970, or null where the text is not a date that registries write.
 *
 * Never Date.parse alone: it reads what has no zone in the zone of the machine, and half of what hostile text can hold.
 */
export function instantMs(text: string | null): number | null {
  if (text === null || text.length > 40) return null;
  if (UTC_INSTANT.test(text)) return countedMs(text);
  if (DATE.test(text)) return numberOrNull(Date.parse(`${text}T00:00:00Z`));
  const [, date, time, fraction = '', zone = 'Z'] = INSTANT.exec(text) ?? [];
  return date === undefined ? null : numberOrNull(Date.parse(`${date}T${time}${fraction}${zone.toUpperCase()}`));
}

/** Whole calendar days (UTC) from a moment to the snapshot's date: 0 on the day itself, negative for what lies after it. */
export function ageDays(then: string | null, asOf: string): number | null {
  const [from, to] = [instantMs(then), instantMs(asOf)];
  return from === null || to === null ? null : Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}

/** Days between two moments, with fractions. */
export function gapDays(earlier: string | null, later: string | null): number | null {
  const [from, to] = [instantMs(earlier), instantMs(later)];
  return from === null || to === null ? null : (to - from) / DAY_MS;
}

/** `2026-03-02`, in UTC. */
export function calendarDate(text: string | null): string | null {
  const at = instantMs(text);
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}

/** Date.parse of a UTC_INSTANT in half its time, for the dates of a million releases. Digits after the third are left out. */
function countedMs(text: string): number {
  const month = digits(text, 5, 7) - 1;
  const ms = text.length === 'YYYY-MM-DDTHH:MM:SSZ'.length ? 0 : digits(text, 20, 23);
  return Date.UTC(
    digits(text, 0, 4),
    month,
    digits(text, 8, 10),
    digits(text, 11, 13),
    digits(text, 14, 16),
    digits(text, 17, 19),
    ms,
  );
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + (text.charCodeAt(index) - ZERO);
  return value;
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
