import type { PageRow } from '../src/report/page-data.ts';
import { verdictOn } from './verdicts.ts';

export function Tier({ of }: { readonly of: string }) {
  return <span class={`tier tier-text-${of}`}>{of}</span>;
}

/** The score as a number and as a bar within what its depth allows. */
export function Score({ of: { score, reachable } }: { readonly of: Pick<PageRow, 'score' | 'reachable'> }) {
  return (
    <span class="score" title={`${score} of ${reachable} that its depth allows`}>
      {score}
      <i aria-hidden="true">
        <b style={{ width: `${reachable}%` }} />
        <b style={{ width: `${score}%` }} />
      </i>
    </span>
  );
}

export function VerdictMark({ of }: { readonly of: string }) {
  const verdict = verdictOn(of);
  return verdict === undefined ? null : <span class={`verdict verdict-${verdict.verdict}`}>{verdict.verdict}</span>;
}
