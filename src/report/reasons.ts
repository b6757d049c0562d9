import type { Candidate } from '../model/candidate.ts';
import type { Fired } from '../model/finding.ts';
import { inert } from '../text/inert.ts';

const MAX_STATEMENT_CHARACTERS = 160;

/** A line under a candidate's name in summary.md and on the terminal; `said` is cut, and Markdown in it is not escaped. */
export interface Reason {
  readonly weight: string;
  readonly said: string;
}

/** What speaks for reading it, what speaks against, and what could not be looked for. */
export function reasons({ fired, cleared, notLookedFor }: Candidate): readonly Reason[] {
  return [
    ...fired.map((finding) => ({ weight: `+${finding.weight}`, said: cited(finding) })),
    ...cleared.map((finding) => ({ weight: `−${finding.weight} %`, said: cited(finding) })),
    ...(notLookedFor.length === 0
      ? []
      : [{ weight: '?', said: `not looked for: ${notLookedFor.map(({ signal }) => signal).join(', ')}` }]),
  ];
}

function cited({ evidence: [first, ...more] }: Fired): string {
  const statement = inert(first.statement, MAX_STATEMENT_CHARACTERS);
  return more.length === 0 ? statement : `${statement} (and ${more.length} more)`;
}
