/** Which letters a word has, a bit each; characters beyond ASCII letters share bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask;
}

/** Whether words with these letters can be so few edits apart: an edit takes away one letter and brings one. */
export function mayBeWithin(letters: number, others: number, edits: number): boolean {
  let rest = letters ^ others;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count <= 2 * edits;
}
