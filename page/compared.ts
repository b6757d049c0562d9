/** A piece of text, and whether the other side has it too. */
export interface Piece {
  readonly text: string;
  readonly isOwn: boolean;
}

/** Longer text is shown without marks. */
const MAX_CHARACTERS = 4_000;

/** Two values side by side: what stands between their common beginning and their common end is each one's own. */
export function compared(a: string, b: string): readonly [readonly Piece[], readonly Piece[]] {
  if (a.length > MAX_CHARACTERS || b.length > MAX_CHARACTERS) return [plain(a), plain(b)];
  // By code point, so that no pair of surrogates is split.
  const [left, right] = [[...a], [...b]];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  // Nothing in common but a letter or two is nothing in common.
  if (start + end < 3) return [plain(a), plain(b)];
  return [pieces(left, start, end), pieces(right, start, end)];
}

/** Lines that the other side does not have. */
export function comparedLines(
  a: readonly string[],
  b: readonly string[],
): readonly [readonly Piece[], readonly Piece[]] {
  return [linesNotIn(a, new Set(b)), linesNotIn(b, new Set(a))];
}

function linesNotIn(lines: readonly string[], others: ReadonlySet<string>): Piece[] {
  return lines.map((text) => ({ text, isOwn: !others.has(text) }));
}

function pieces(characters: readonly string[], start: number, end: number): Piece[] {
  return [
    { text: characters.slice(0, start).join(''), isOwn: false },
    { text: characters.slice(start, characters.length - end).join(''), isOwn: true },
    { text: characters.slice(characters.length - end).join(''), isOwn: false },
  ].filter(({ text }) => text !== '');
}

function plain(text: string): Piece[] {
  return [{ text, isOwn: false }];
}
