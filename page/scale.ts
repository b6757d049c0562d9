/** A place in a drawing; y grows downwards. */
export interface Point {
  /** Which of the values. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** The next of 1, 2, 5, 10, 20 … at or above the largest value; 1 where there is none above zero. */
export function roundTop(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return (STEPS.find((step) => step * power >= most) ?? 10) * power;
}

const STEPS = [1, 2, 5];

/**
 * Where values stand, by day and from zero, in runs without a gap: a value that is not known ends a line.
 *
 * A single day stands in the middle.
 */
export function runsOf(
  dates: readonly string[],
  values: readonly (number | null)[],
  { width, height }: Frame,
): readonly (readonly Point[])[] {
  const days = dates.map((date) => Date.parse(date));
  const first = days[0] ?? 0;
  const spanMs = (days.at(-1) ?? 0) - first;
  const top = roundTop(values);
  const runs: Point[][] = [[]];
  for (const [index, day] of days.entries()) {
    const value = values[index] ?? null;
    if (value === null) runs.push([]);
    else {
      const x = spanMs === 0 ? width / 2 : (width * (day - first)) / spanMs;
      runs.at(-1)?.push({ index, x, y: height - (height * value) / top });
    }
  }
  return runs.filter(({ length }) => length > 0);
}
