import type { PipelineId } from '../model/candidate.ts';
import type { Lapsed, Verdict } from '../model/verdict.ts';
import type { Listed, ReadReports } from '../review/report-folder.ts';
import { undecided } from '../review/states.ts';
import { MAX_VERDICT_REASON_CHARACTERS } from '../review/verdict.ts';
import { inert } from '../text/inert.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { candidateText, evidenceText } from './review-text.ts';
import type { Said } from './review.ts';

export interface TerminalReview {
  readonly reports: ReadReports;
  readonly verdicts: readonly Verdict[];
  /** null: candidates of all pipelines. */
  readonly only: PipelineId | null;
  made(candidate: Listed, said: Said): Verdict;
  keep(verdict: Verdict): void;
}

export type Choice = 'dismissed' | 'confirmed' | 'open' | 'skip' | 'quit';

/** The person at the terminal; what is shown to them is inert already. */
export interface Asker {
  show(text: string): void;
  choose(question: string): Promise<Choice>;
  /** null: they changed their mind. */
  reason(question: string): Promise<string | null>;
}

/** Goes through the candidates on which no verdict is in force, upper tiers first; each verdict is kept as soon as it is given. */
export async function reviewOnTerminal(review: TerminalReview, asker?: Asker): Promise<ExitCode> {
  const person = asker ?? (await clackAsker());
  const waiting = undecided(review.verdicts, review.reports).filter(
    ({ candidate }) => review.only === null || candidate.pipeline === review.only,
  );
  let decided = 0;
  for (const [index, { candidate, lapsed }] of waiting.entries()) {
    const verdict = await askedAbout(person, review, { candidate, lapsed, place: `${index + 1} of ${waiting.length}` });
    if (verdict === 'quit') break;
    if (verdict !== null) decided += 1;
  }
  person.show(`${decided} decided, ${waiting.length - decided} left without a verdict in force.`);
  return EXIT.done;
}

interface Asked {
  readonly candidate: Listed;
  readonly lapsed: Lapsed | null;
  readonly place: string;
}

async function askedAbout(person: Asker, review: TerminalReview, asked: Asked): Promise<Verdict | 'quit' | null> {
  person.show(candidateText(asked.candidate, asked.lapsed));
  for (;;) {
    const choice = await person.choose(`${inert(asked.candidate.entry.id, 100)} (${asked.place})`);
    if (choice === 'quit') return 'quit';
    if (choice === 'skip') return null;
    if (choice === 'open') {
      person.show(evidenceText(asked.candidate));
      continue;
    }
    const reason = await person.reason(choice === 'dismissed' ? 'Why is it dismissed?' : 'What confirms it?');
    if (reason === null) continue;
    const verdict = review.made(asked.candidate, { verdict: choice, reason });
    review.keep(verdict);
    return verdict;
  }
}

async function clackAsker(): Promise<Asker> {
  const { isCancel, log, select, text } = await import('@clack/prompts');
  return {
    show: (shown) => log.message(shown),
    async choose(question) {
      const choice = await select<Choice>({
        message: question,
        options: [
          { value: 'open', label: 'open the evidence' },
          { value: 'dismissed', label: 'dismiss', hint: 'hidden until its evidence changes' },
          { value: 'confirmed', label: 'confirm', hint: 'stays in the list, marked' },
          { value: 'skip', label: 'skip' },
          { value: 'quit', label: 'quit' },
        ],
      });
      return isCancel(choice) ? 'quit' : choice;
    },
    async reason(question) {
      const reason = await text({ message: question, validate: (typed) => refusal(typed ?? '') });
      return isCancel(reason) ? null : reason;
    },
  };
}

function refusal(reason: string): string | undefined {
  if (reason.trim() === '') return 'A verdict needs its reason.';
  if (reason.length > MAX_VERDICT_REASON_CHARACTERS) return `At most ${MAX_VERDICT_REASON_CHARACTERS} characters.`;
  return undefined;
}
