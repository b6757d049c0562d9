/** Part of a text, in UTF-16 code units. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Runs of at least `least` characters of one sort, in order. Looks at every `least`th character only: a run holds one of them. */
export function* longRuns(text: string, least: number, isOfSort: (code: number) => boolean): Generator<Run> {
  for (let probe = least - 1; probe < text.length; probe += least) {
    if (!isOfSort(text.charCodeAt(probe))) continue;
    let start = probe;
    while (start > 0 && isOfSort(text.charCodeAt(start - 1))) start -= 1;
    let end = probe + 1;
    while (end < text.length && isOfSort(text.charCodeAt(end))) end += 1;
    if (end - start >= least) yield { start, end };
    while (probe + least < end) probe += least;
  }
}
