import { runs, words } from '../text/words.ts';

const MAX_TERM_CHARACTERS = 40;
const MOST_TERMS_OF_A_FIELD = 200;

/** The terms of a name or title: its words, what capitals divide them into, and neighbours written as one (`sendmail` of `send-mail`). */
export function nameTerms(text: string): readonly string[] {
  const found = runs(text).slice(0, MOST_TERMS_OF_A_FIELD);
  const parts = found.flatMap((run) => (run.parts.length > 1 ? run.parts : []));
  const joined = found.slice(1).map((run, index) => `${found[index]?.text ?? ''}${run.text}`);
  return bounded([...found.map(({ text: word }) => word), ...parts, ...joined]);
}

/** The terms of a sentence. */
export function textTerms(text: string): readonly string[] {
  return bounded(words(text));
}

function bounded(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => term.length <= MAX_TERM_CHARACTERS).slice(0, MOST_TERMS_OF_A_FIELD);
}

/**
 * The letters of a term as bits, so that terms far from each other are told without comparing them: one edit changes at most two.
 */
export function lettersOf(term: string): number {
  let bits = 0;
  for (let at = 0; at < term.length; at += 1) bits |= 1 << (term.charCodeAt(at) & 31);
  return bits >>> 0;
}
