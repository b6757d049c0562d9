const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** Registries have rounded nine digits to six. */
const SAME_MS = 0.002;

/** Whether two RFC 3339 texts name the same time, however many fraction digits each has. Other texts have to be equal. */
export function isSameTime(before: string, after: string): boolean {
  if (before === after) return true;
  const [was, is] = [partsOf(before), partsOf(after)];
  return was !== null && is !== null && Math.abs(was.ms - is.ms + (was.fractionMs - is.fractionMs)) <= SAME_MS;
}

/** Fractions apart: a time in milliseconds has no bits left for them. */
function partsOf(time: string): { readonly ms: number; readonly fractionMs: number } | null {
  const [, seconds, fraction = '', zone] = TIME.exec(time) ?? [];
  if (seconds === undefined || zone === undefined) return null;
  const ms = Date.parse(seconds + zone);
  return Number.isNaN(ms) ? null : { ms, fractionMs: fraction === '' ? 0 : Number(`0${fraction}`) * 1000 };
}
