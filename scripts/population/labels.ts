/** Ground truth of the planted entries: what `evaluate` measures against and `scan` never opens. */
import type { PipelineId } from '../../src/model/candidate.ts';
import type { EntryId } from '../../src/model/entry.ts';
import type { SignalId } from '../../src/model/finding.ts';

export interface Label {
  /** `${registry}:${name as the registry writes it}`. */
  readonly id: EntryId;
  readonly pipeline: PipelineId;
  /** positive: a disclosed attack pattern, rebuilt inert. twin: the honest case that looks most like it. */
  readonly truth: 'positive' | 'twin';
  /** One name for a positive and its twins. */
  readonly pattern: string;
  /** Signals that must fire on a positive. On a twin: those that may fire, weak ones; the pattern's own stay silent. */
  readonly expects: readonly SignalId[];
  readonly note: string;
}
