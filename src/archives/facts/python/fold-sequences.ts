import { also, areLetters, list, membersOf, NO_WAYS, number, ways, type Constant } from './constants.ts';
import type { PythonFile } from './python-file.ts';

export function asList(file: Pick<PythonFile, 'affords'>, of: Constant | null): Constant | null {
  if (of?.is === 'list') return of;
  const members = membersOf(of);
  return members === null || of === null || !file.affords(members.length) ? null : list(members, of.ways);
}

export function backwards(file: Pick<PythonFile, 'affords'>, of: Constant | null): Constant | null {
  const members = membersOf(of);
  if (members === null || of === null || !file.affords(members.length)) return null;
  const how = areLetters(members) ? ways('reversed') : NO_WAYS;
  return list(
    members.toReversed().map((member) => also(member, how)),
    of.ways | how,
  );
}

export function range(file: Pick<PythonFile, 'affords'>, bounds: readonly (Constant | null)[]): Constant | null {
  const [first = Number.NaN, second, third = 1] = bounds.map((each) =>
    each?.is === 'number' ? each.number : Number.NaN,
  );
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const size = Math.ceil((end - start) / third);
  if (!Number.isInteger(size) || size > MAX_RANGE || !file.affords(Math.max(0, size))) return null;
  return list(Array.from({ length: Math.max(0, size) }, (_, index) => number(start + index * third)));
}

export function enumerated(
  file: Pick<PythonFile, 'affords'>,
  of: Constant | null,
  start: Constant | null,
): Constant | null {
  const members = membersOf(of);
  if (members === null || !file.affords(members.length * 2)) return null;
  const first = start?.is === 'number' ? start.number : 0;
  return list(members.map((member, index) => list([number(first + index), member])));
}

export function zipped(file: Pick<PythonFile, 'affords'>, of: readonly (Constant | null)[]): Constant | null {
  const columns = of.map((each) => membersOf(each));
  const size = Math.min(...columns.map((column) => column?.length ?? 0));
  if (columns.length === 0 || !columns.every((column) => column !== null) || !file.affords(size * columns.length))
    return null;
  return list(Array.from({ length: size }, (_, row) => list(columns.map((column) => column[row] ?? null))));
}

/** As often as any payload is long. */
export function cycled(file: Pick<PythonFile, 'affords'>, of: Constant | null): Constant | null {
  const members = membersOf(of);
  if (members === null || members.length === 0 || !file.affords(MAX_CYCLED)) return null;
  return list(Array.from({ length: MAX_CYCLED }, (_, index) => members[index % members.length] ?? null));
}

const MAX_CYCLED = 50_000;
const MAX_RANGE = 100_000;
