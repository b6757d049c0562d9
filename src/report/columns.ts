import type { Cell } from './tables.ts';

/** Columns with a number in them stand to the right, the others to the left. */
export function rightColumns(rows: readonly (readonly Cell[])[]): boolean[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.some((row) => typeof row[column] === 'number'));
}

/** Pads the cells of each column to one width; a last column on the left is not padded. */
export function aligned(lines: readonly (readonly string[])[], right: readonly boolean[]): string[][] {
  const widths = right.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line.map((cell, column) => {
      const width = widths[column] ?? 0;
      if (right[column] === true) return cell.padStart(width);
      return column === line.length - 1 ? cell : cell.padEnd(width);
    }),
  );
}
