/** The catalogue in reading order; commands hand it to the pipelines, nothing in src/ names a signal. */
import type { SignalDeclaration } from '../src/signal.ts';
import { gatewaySignals } from './gateway/index.ts';
import { hygieneSignals } from './hygiene/index.ts';
import { intelSignals, recordSignals } from './intel/index.ts';
import { lookalikeSignals } from './lookalike/index.ts';
import { rugPullSignals } from './rug-pull/index.ts';

export { gatewaySignals, hygieneSignals, intelSignals, lookalikeSignals, rugPullSignals };

/**
 * What the lookalike pipeline asks. That a registry took a name away says nothing about whose it looks like, and would head this list
 * with all such names; it stands in the other one.
 */
export const askedByLookalike = [...recordSignals, ...lookalikeSignals, ...hygieneSignals] as const;

/** What the rug-pull pipeline asks. */
export const askedByRugPull = [...intelSignals, ...rugPullSignals, ...hygieneSignals] as const;

export const catalogue: readonly SignalDeclaration[] = [
  ...intelSignals,
  ...lookalikeSignals,
  ...rugPullSignals,
  ...gatewaySignals,
  ...hygieneSignals,
];
