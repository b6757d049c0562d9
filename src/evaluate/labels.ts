import { z } from 'zod';
import type { PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';

/** Ground truth about one entry of a snapshot; `scan` never opens it. */
export interface Label {
  readonly id: EntryId;
  readonly pipeline: PipelineId;
  /** positive: a disclosed pattern. twin: the honest case that looks most like it. */
  readonly truth: 'positive' | 'twin';
  /** What recall is averaged over: a campaign, or one name for a positive and its twins. */
  readonly pattern: string;
  /** Of a positive the signals that should fire; of a twin those that may. */
  readonly expects: readonly SignalId[];
  /** `YYYY-MM-DD`: when it happened, where the label says so. */
  readonly since?: string | undefined;
}

const isSignalId = (text: string): text is SignalId => /^[a-z-]{1,40}\/[a-z0-9-]{1,80}$/.test(text);
export const SignalIdText = z.string().refine(isSignalId, { error: 'is not a signal’s id' });

/** `labels.json` of a snapshot. */
export const Labels = z.array(
  z.object({
    id: z.string().min(1).max(4_096),
    pipeline: z.enum(['lookalike', 'rug-pull'] satisfies readonly PipelineId[]),
    truth: z.enum(['positive', 'twin']),
    pattern: z.string().min(1).max(200),
    expects: z.array(SignalIdText).max(100),
    since: z.iso.date().optional(),
  }),
) satisfies z.ZodType<readonly Label[]>;

/** By entry and truth; what is labelled both is a positive. */
export function labelledEntries(labels: readonly Label[]): ReadonlyMap<EntryId, Label['truth']> {
  const truths = new Map<EntryId, Label['truth']>();
  for (const { id, truth } of labels) if (truth === 'positive' || !truths.has(id)) truths.set(id, truth);
  return truths;
}
