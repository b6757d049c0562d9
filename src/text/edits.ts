/**
 * Optimal string alignment distance up to a bound: how many insertions, deletions, substitutions and swaps of neighbours turn
 * one name into another.
 *
 * null where it takes more than `most`. Compares UTF-16 code units; the cost is bounded by length × (2·most + 1). Equal to
 * rapidfuzz's OSA distance, which edits.test.ts holds it against.
 */
export function editsWithin(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow({ a, b, row, last, beforeLast, most });
    if (Math.min(...current) > most) return null;
    beforeLast = last;
    last = current;
  }
  const distance = last[b.length] ?? Infinity;
  return distance <= most ? distance : null;
}

/** Whether one name is the other with two neighbouring characters swapped and nothing else. */
export function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

interface Row {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
  readonly most: number;
}

/** Cells farther than `most` from the diagonal cannot come back under the bound, so they are not computed. */
function nextRow({ a, b, row, last, beforeLast, most }: Row): number[] {
  const current = Array.from({ length: b.length + 1 }, () => Infinity);
  if (row <= most) current[0] = row;
  const end = Math.min(b.length, row + most);
  for (let column = Math.max(1, row - most); column <= end; column += 1) {
    const same = a[row - 1] === b[column - 1];
    const substituted = cell(last, column - 1) + (same ? 0 : 1);
    const stretched = Math.min(cell(last, column), cell(current, column - 1)) + 1;
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    const swapped = isSwap ? cell(beforeLast, column - 2) + 1 : Infinity;
    current[column] = Math.min(substituted, stretched, swapped);
  }
  return current;
}

function cell(cells: readonly number[], column: number): number {
  return cells[column] ?? Infinity;
}
