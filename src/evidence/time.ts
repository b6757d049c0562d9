const DAY_MS = 86_400_000;
/** RFC 3339 with up to nine fraction digits; the zone may be missing, since some registries leave it out and mean UTC. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|z|[+-]\d{2}:\d{2})?$/;
/** What nearly all registries write; engines read it alike. */
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Milliseconds since 1970, or null where the text is not a date that registries write.
 *
 * Never Date.parse alone: it reads what has no zone in the zone of the machine, and half of what hostile text can hold.
 */
export function instantMs(text: string | null): number | null {
  if (text === null || text.length > 40) return null;
  if (UTC_INSTANT.test(text)) return numberOrNull(Date.parse(text));
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

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
