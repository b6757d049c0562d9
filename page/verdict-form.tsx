import { useId, useState } from 'preact/hooks';
import type { Decision, Lapsed } from '../src/model/verdict.ts';
import type { PageRow } from '../src/report/page-data.ts';
import { Text } from './text.tsx';
import { decide, isHere, verdictOn, withdraw } from './verdicts.ts';

/** What src/review/verdict.ts takes at most. */
const MAX_REASON = 2_000;
const MAX_REVIEWER = 100;

/** Who decides and on which day: asked once, since the page reads no clock. */
const remembered = { reviewer: '', date: '' };

interface VerdictFormProps {
  readonly candidate: PageRow;
  readonly lapsed: Lapsed | null;
}

/** The decision on a candidate, and the reason for it. */
export function VerdictForm({ candidate, lapsed }: VerdictFormProps) {
  const verdict = verdictOn(candidate.fingerprint);
  if (verdict === undefined) return <Form candidate={candidate} lapsed={lapsed} />;
  return (
    <section class="decided" aria-label="Verdict">
      <p>
        <strong class={`verdict verdict-${verdict.verdict}`}>{verdict.verdict}</strong> by{' '}
        <Text of={verdict.reviewer} most={100} /> on {verdict.date}
        {verdict.expires !== null && <> until {verdict.expires}</>}: <Text of={verdict.reason} most={2_000} />
      </p>
      {isHere(candidate.fingerprint) && (
        <button type="button" onClick={() => withdraw(candidate.fingerprint)}>
          Withdraw
        </button>
      )}
    </section>
  );
}

function Form({ candidate, lapsed }: VerdictFormProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [reviewer, setReviewer] = useState(remembered.reviewer);
  const [date, setDate] = useState(remembered.date);
  const [expires, setExpires] = useState('');
  const [wrong, setWrong] = useState('');

  function said(verdict: Decision): void {
    const problem = problemOf({ reason, reviewer, date, expires });
    setWrong(problem);
    if (problem !== '') return;
    Object.assign(remembered, { reviewer, date });
    decide(candidate, { verdict, reason, reviewer, date, expires: expires === '' ? null : expires });
  }

  return (
    <form class="verdict-form" aria-label="Verdict" onSubmit={(event) => event.preventDefault()}>
      {lapsed !== null && (
        <p>
          Was {lapsed.verdict.verdict} by <Text of={lapsed.verdict.reviewer} most={100} /> on {lapsed.verdict.date},
          which no longer counts ({lapsed.because}): <Text of={lapsed.verdict.reason} most={2_000} />
        </p>
      )}
      <label class="wide" for={`${id}reason`}>
        Reason
        <input
          id={`${id}reason`}
          class="reason"
          type="text"
          maxLength={MAX_REASON}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <label for={`${id}reviewer`}>
        Reviewer
        <input
          id={`${id}reviewer`}
          class="reviewer"
          type="text"
          maxLength={MAX_REVIEWER}
          value={reviewer}
          onInput={({ currentTarget }) => setReviewer(currentTarget.value)}
        />
      </label>
      <label for={`${id}date`}>
        Date
        <input
          id={`${id}date`}
          class="date"
          type="date"
          value={date}
          onInput={({ currentTarget }) => setDate(currentTarget.value)}
        />
      </label>
      <label for={`${id}expires`}>
        Expires (may be empty)
        <input
          id={`${id}expires`}
          class="expires"
          type="date"
          value={expires}
          onInput={({ currentTarget }) => setExpires(currentTarget.value)}
        />
      </label>
      <span class="decide">
        <button type="button" class="dismiss" onClick={() => said('dismissed')}>
          Dismiss
        </button>
        <button type="button" class="confirm" onClick={() => said('confirmed')}>
          Confirm
        </button>
      </span>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </form>
  );
}

interface Said {
  readonly reason: string;
  readonly reviewer: string;
  readonly date: string;
  readonly expires: string;
}

/** What keeps it from being a verdict; '' for nothing. */
function problemOf({ reason, reviewer, date, expires }: Said): string {
  if (reason.trim() === '') return 'A verdict needs a reason.';
  if (reviewer.trim() === '') return 'A verdict needs the name of its reviewer.';
  if (date === '') return 'A verdict needs its date.';
  return expires !== '' && expires <= date ? 'A verdict expires after its date.' : '';
}
