import type { PipelineId } from '../model/candidate.ts';
import type { Depth } from '../model/depth.ts';

/** How many of known cases a pipeline raised to `review` or above, and where that was measured. */
export interface Recall {
  readonly pipeline: PipelineId;
  /** The depth at which the cases were looked at. */
  readonly depth: Depth;
  /** Over campaigns (macro), 0 to 1. */
  readonly recall: number;
  readonly cases: number;
  readonly campaigns: number;
  /** YYYY-MM-DD. */
  readonly measured: string;
  /** What measures it again. */
  readonly command: string;
  /** What the figure is of, to complete "of …": nothing is said of other cases. */
  readonly population: string;
}

/** Where a pipeline and depth is not among them, its recall is unknown. */
export const MEASURED_RECALL: readonly Recall[] = [
  {
    pipeline: 'rug-pull',
    depth: 'source',
    recall: 0.958,
    cases: 87,
    campaigns: 36,
    measured: '2026-11-21',
    command: 'node scripts/recall.ts',
    population: '87 cases of 36 campaigns, reconstructed by the authors of the signals',
  },
];
