import { code } from '../report/markdown.ts';
import type { Share } from './interval.ts';

/** `5 of 34,353: 0.015 % (0.0047 to 0.034)`; the interval in per cent. */
export function counted({ hits, of, low, high }: Share): string {
  if (of === 0) return '–';
  return `${hits} of ${of}: ${percent(hits / of)} (${digits(100 * low)} to ${digits(100 * high)})`;
}

export function percent(part: number): string {
  return `${digits(100 * part)} %`;
}

/** Three significant digits are enough for any of these figures. */
function digits(value: number): string {
  if (value === 0) return '0';
  if (value >= 99.95) return '100';
  return value >= 0.01 ? String(Number(value.toPrecision(3))) : value.toFixed(4);
}

/** `; fired: …` after what stands before it, or nothing. */
export function named(what: string, signals: readonly string[]): string {
  return signals.length === 0 ? '' : `; ${what}: ${signals.map((each) => code(each)).join(', ')}`;
}
