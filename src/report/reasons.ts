import type { Candidate } from '../model/candidate.ts';
import type { Fired } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';
import { inert } from '../text/inert.ts';
import { numberOf } from '../text/number-of.ts';

const MAX_STATEMENT_CHARACTERS = 160;

/** A line under a candidate's name in summary.md and on the terminal; `said` is cut, and Markdown in it is not escaped. */
export interface Reason {
  readonly weight: string;
  readonly said: string;
}

/** Twins of one candidate that a line names. */
const NAMED_TWINS = 4;
const MAX_ID_CHARACTERS = 100;
const MAX_REVIEWER_CHARACTERS = 40;

/** What a person decided about it, what speaks for reading it, what speaks against, what could not be looked for, and where else the server stands. */
export function reasons({ fired, cleared, notLookedFor, identity, verdict, lapsed }: Candidate): readonly Reason[] {
  return [
    ...(verdict === undefined ? [] : [{ weight: '!', said: decided(verdict) }]),
    ...(lapsed === undefined ? [] : [{ weight: '!', said: `${decided(lapsed.verdict)}; ${lapsed.because} since` }]),
    ...fired.map((finding) => ({ weight: `+${finding.weight}`, said: cited(finding) })),
    ...cleared.map((finding) => ({ weight: `−${finding.weight} %`, said: cited(finding) })),
    ...(notLookedFor.length === 0
      ? []
      : [{ weight: '?', said: `not looked for: ${notLookedFor.map(({ signal }) => signal).join(', ')}` }]),
    ...(identity === undefined || identity.twins.length === 0 ? [] : [{ weight: '=', said: listedAlso(identity) }]),
  ];
}

function decided({ verdict, date, reviewer, reason }: Verdict): string {
  return inert(
    `${verdict} on ${date} by ${inert(reviewer, MAX_REVIEWER_CHARACTERS)}: ${reason}`,
    MAX_STATEMENT_CHARACTERS,
  );
}

function listedAlso({ registries, twins }: NonNullable<Candidate['identity']>): string {
  const named = twins.slice(0, NAMED_TWINS).map(({ id }) => inert(id, MAX_ID_CHARACTERS));
  const more = twins.length > NAMED_TWINS ? ` and ${twins.length - NAMED_TWINS} more` : '';
  return `on ${numberOf(registries, 'registry', 'registries')}, the same server as ${named.join(', ')}${more}`;
}

function cited({ evidence: [first, ...more] }: Fired): string {
  const statement = inert(first.statement, MAX_STATEMENT_CHARACTERS);
  return more.length === 0 ? statement : `${statement} (and ${more.length} more)`;
}
