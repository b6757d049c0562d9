import type { FilePlace } from './port.ts';

const START: FilePlace = { line: 1, column: 1 };

/** Line and column of an offset into a text, from 1; the beginning for what has no offset. */
export function placesIn(text: string): (offset: number | null) => FilePlace {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    if (offset === null) return START;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
