/**
 * Where something comes from, as far as that was shown.
 *
 * `attested` says who signed, not that it is good: everybody can sign, a stolen workflow signs too, and a signature that holds never
 * lowers a score. `absent` is definite: the registry attests releases and did not attest this one. `undetermined` is everything that
 * could not be looked at or not be followed to a root, and says why. `mismatch` is a contradiction: a signature over other bytes,
 * or a statement about something else. Reasons are short and name no entry, so that equal ones count as one.
 */
export type Answer<Attested> = ({ readonly outcome: 'attested' } & Attested) | Absent | Undetermined | Mismatch;

export interface Absent {
  readonly outcome: 'absent';
  readonly reason: string;
}

export interface Undetermined {
  readonly outcome: 'undetermined';
  readonly reason: string;
}

export interface Mismatch {
  readonly outcome: 'mismatch';
  readonly compared: Comparison;
}

/** Texts of strangers, cut to 500 characters. */
export interface Comparison {
  readonly what: string;
  readonly expected: string;
  readonly observed: string;
}

const MAX_CHARACTERS = 500;

export function absent(reason: string): Absent {
  return { outcome: 'absent', reason };
}

export function undetermined(reason: string): Undetermined {
  return { outcome: 'undetermined', reason };
}

export function mismatch({ what, expected, observed }: Comparison): Mismatch {
  return { outcome: 'mismatch', compared: { what, expected: cut(expected), observed: cut(observed) } };
}

/**
 * One answer of several to one question: a contradiction outweighs all, and what was shown outweighs what was not.
 *
 * `none` where there are no answers.
 */
export function combined<Attested>(answers: readonly Answer<Attested>[], none: Answer<Attested>): Answer<Attested> {
  for (const outcome of ['mismatch', 'attested', 'undetermined', 'absent'] as const) {
    const found = answers.find((answer) => answer.outcome === outcome);
    if (found !== undefined) return found;
  }
  return none;
}

function cut(text: string): string {
  return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`;
}
