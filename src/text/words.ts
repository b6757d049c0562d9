/** Longest text that is split; what comes after it is not read. */
const MAX_CHARACTERS = 600;
/** What is not drawn divides nothing: a zero-width space is no separator. */
const RUN = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]+/gu;
/** The same for text without other letters, which most is, in a fifth of the time. */
const ASCII_RUN = /[a-z0-9]+/gi;
const ASCII_SEPARATORS = /[^a-z0-9]+/g;
// oxlint-disable-next-line no-control-regex -- the range is the definition of ASCII
const ASCII = /^[\u0000-\u007F]*$/;
/** Dashes, quotation marks and ellipses: all that most sentences have beside ASCII. They divide words, as spaces do. */
const TYPOGRAPHY = /[\u2010-\u2027]/g;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** A new part begins at a capital after a small letter or digit, and at the last capital of a row of them (`AWSTools`). */
const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+|\p{Lu}+/gu;

/** Letters and digits between two separators, in lower case, and what its capitals divide it into. */
export interface Run {
  readonly text: string;
  /** As written. */
  readonly written: string;
  /** One part where capitals do not divide it. */
  readonly parts: readonly string[];
}

/** `GitHub-mcp_2` is the runs `github` (`git`, `hub`), `mcp`, `2`. Empty for a text without letters and digits. */
export function runs(text: string): readonly Run[] {
  return writtenRuns(text).map(runOf);
}

/** The runs of a text as written, for who remembers what each is. */
export function writtenRuns(text: string): readonly string[] {
  const start = text.slice(0, MAX_CHARACTERS);
  return start.match(ASCII.test(start) ? ASCII_RUN : RUN) ?? [];
}

/** One run as `writtenRuns` gives it. */
export function runOf(written: string): Run {
  const lower = written.toLowerCase();
  return { text: lower, written, parts: written === lower ? [lower] : partsOf(written) };
}

/** The words of a sentence in lower case, without signs and without what is not drawn; at most the first 600 characters are read. */
export function words(text: string): readonly string[] {
  const start = text.slice(0, MAX_CHARACTERS).toLowerCase();
  const plain = ASCII.test(start) ? start : start.replace(TYPOGRAPHY, ' ');
  return (ASCII.test(plain) ? plain.match(ASCII_RUN) : plain.replace(IGNORABLE, '').match(RUN)) ?? [];
}

/** A trailing number taken off: `stripe2` is `stripe`; a word that is nothing but digits stays. */
export function withoutNumber(word: string): string {
  let end = word.length;
  while (end > 0 && isDigit(word.charCodeAt(end - 1))) end -= 1;
  return end === 0 ? word : word.slice(0, end);
}

/** Letters and digits alone, in lower case: what is left of a name when separators and case do not count. */
export function squeezed(text: string): string {
  const start = text.slice(0, MAX_CHARACTERS).toLowerCase();
  return ASCII.test(start) ? start.replace(ASCII_SEPARATORS, '') : words(start).join('');
}

function partsOf(run: string): readonly string[] {
  return (run.match(PART) ?? [run]).map((part) => part.toLowerCase());
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
