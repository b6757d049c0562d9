import type { Fact } from '../../src/model/source.ts';

/** Ways of writing a constant so that nobody reads it; concatenation, joined lists and replaced placeholders are ordinary. */
const UNREADABLE = new Set(
  'char-codes base64 base32 base85 hex escapes reversed rot13 xor compression cipher decryption'.split(' '),
);

/** How a constant was written, where it does not stand there as text that can be read; null where it does. */
export function hiddenSpelling({ folded = [] }: Fact): string | null {
  return folded.find((each) => UNREADABLE.has(each)) ?? null;
}
