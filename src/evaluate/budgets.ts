import type { SignalId } from '../model/finding.ts';
import { heaviest } from '../signal.ts';
import type { Corpus } from './corpus.ts';
import { type Share, share } from './interval.ts';
import { isIntel } from './scored.ts';

/** How often a signal may fire on ordinary entries, by the points it gives there. */
export const BUDGETS = [
  { weighing: 25, most: 0.01 },
  { weighing: 10, most: 0.05 },
] as const;

export interface BudgetRow {
  readonly signal: SignalId;
  /** Firings that weigh as much or more are counted. */
  readonly weighing: number;
  readonly most: number;
  /** Of the entries at which it could look. */
  readonly fired: Share;
  /**
   * `over` where the share is above the budget; `too few` where so few entries were looked at that a single firing would be
   * above it, so that nothing is said.
   */
  readonly standing: 'within' | 'over' | 'too few';
}

/**
 * Each signal held against its budget on entries of which none is known to be anything but ordinary.
 *
 * A signal of several weights has a row for each budget that it can reach. Matches with lists of known records have none: their
 * rate is the list's.
 */
export function budgetsOn({ signals, outcomes, candidates }: Corpus): readonly BudgetRow[] {
  const weights = new Map<SignalId, number[]>();
  for (const { fired } of candidates) {
    for (const { signal, weight } of fired) {
      const known = weights.get(signal);
      if (known === undefined) weights.set(signal, [weight]);
      else known.push(weight);
    }
  }
  return signals
    .filter(({ id, role }) => role === 'incriminates' && !isIntel(id))
    .flatMap((signal) =>
      BUDGETS.filter(({ weighing }) => heaviest(signal) >= weighing).map(({ weighing, most }) => {
        const { fired = 0, silent = 0 } = outcomes.get(signal.id) ?? {};
        const counted = (weights.get(signal.id) ?? []).filter((weight) => weight >= weighing).length;
        const rate = share(counted, fired + silent);
        return { signal: signal.id, weighing, most, fired: rate, standing: standing(rate, most) };
      }),
    );
}

export function overBudget(rows: readonly BudgetRow[]): readonly BudgetRow[] {
  return rows.filter(({ standing: stands }) => stands === 'over');
}

function standing({ hits, of }: Share, most: number): BudgetRow['standing'] {
  if (of * most < 1) return 'too few';
  return hits > of * most ? 'over' : 'within';
}
