/** `1 file`, `3 files`, `2 entries`; the plural where it takes more than an s. */
export function numberOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
