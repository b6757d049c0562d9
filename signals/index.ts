/** The catalogue in reading order; commands hand it to the pipelines, nothing in src/ names a signal. */
import type { SignalDeclaration } from '../src/signal.ts';
import { gatewaySignals } from './gateway/index.ts';
import { hygieneSignals } from './hygiene/index.ts';
import { intelSignals } from './intel/index.ts';
import { lookalikeSignals } from './lookalike/index.ts';
import { rugPullSignals } from './rug-pull/index.ts';

export { gatewaySignals, hygieneSignals, intelSignals, lookalikeSignals, rugPullSignals };

export const catalogue: readonly SignalDeclaration[] = [
  ...intelSignals,
  ...lookalikeSignals,
  ...rugPullSignals,
  ...gatewaySignals,
  ...hygieneSignals,
];
