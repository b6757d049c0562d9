/** `1 file`, `3 files`; for nouns whose plural takes an s. */
export function numberOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
