import { z } from 'zod';
import { type PipelineId, TIERS } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { SignalId } from '../model/finding.ts';
import { type Evaluation, EVALUATION_SCHEMA_VERSION } from './evaluation.ts';

/** The published shape of `evaluate --json`; scripts/generated.ts prints it as JSON Schema. */
const Pipeline = z.enum(['lookalike', 'rug-pull'] satisfies readonly PipelineId[]);
const Signal = z.templateLiteral([z.string(), '/', z.string()]) satisfies z.ZodType<SignalId>;
const Count = z.int().min(0);
const Part = z.number().min(0).max(1);

const Share = z
  .strictObject({ hits: Count, of: Count, low: Part, high: Part })
  .meta({ id: 'Share', description: 'hits of cases; low and high: exact binomial interval at 95 %' });

const Rates = z
  .strictObject({
    asExpected: Share.nullable().describe('Every signal that the label expects fired; null where labels name none'),
    raised: Share.describe('review or review-first, over packages'),
    first: Share.describe('review-first, over packages'),
    raisedOverCampaigns: Part.nullable().describe('Mean of the shares of campaigns'),
    firstOverCampaigns: Part.nullable(),
  })
  .meta({ id: 'Rates' });

const Recall = z
  .strictObject({
    labels: z.string(),
    pipeline: Pipeline,
    cases: Count,
    campaigns: Count,
    knownOnly: Count.describe('Cases that only a list or a takedown can show; not part of detected'),
    detected: Rates.describe('Signals alone'),
    withLists: Rates.nullable().describe('With lists of known records: not a figure of detection'),
    byCampaign: z.array(
      z.strictObject({
        campaign: z.string(),
        cases: Count,
        raised: Count,
        first: Count,
        raisedWithLists: Count.nullable(),
      }),
    ),
    missed: z.array(
      z.strictObject({
        id: z.string(),
        campaign: z.string(),
        tier: z.string().nullable(),
        score: z.number(),
        silent: z.array(Signal).describe('Expected, looked, and found nothing'),
        unseen: z.array(Signal).describe('Expected and could not look'),
      }),
    ),
  })
  .meta({ id: 'Recall' });

const Budget = z
  .strictObject({
    signal: Signal,
    weighing: z.number().describe('Firings of this weight and above are counted'),
    most: Part.describe('The budget'),
    fired: Share,
    standing: z.enum(['within', 'over', 'too few']),
  })
  .meta({ id: 'Budget' });

export const EvaluationReport = z
  .strictObject({
    schemaVersion: z.literal(EVALUATION_SCHEMA_VERSION),
    tool: z.string(),
    snapshot: z.strictObject({ date: z.iso.date(), origin: z.enum(['captured', 'synthetic']), tool: z.string() }),
    baseline: z.iso.date().nullable(),
    asOf: z.iso.date().nullable().describe('Only what was published by that day counts in recall'),
    lists: z.array(z.strictObject({ title: z.string(), date: z.iso.date(), records: Count })),
    entries: Count,
    recall: z.array(Recall),
    depths: z
      .array(
        z.strictObject({
          pipeline: Pipeline,
          depth: z.enum(DEPTHS),
          seen: Count.describe('Cases that the snapshot shows at least so deep'),
          raised: Share.describe('By signals alone, with nothing deeper known of the labelled entry'),
          first: Share,
          raisedOverCampaigns: Part.nullable(),
          attainable: Share.nullable().describe(
            'Of cases whose label names signals: raised, or raised if all of these that could look fired with their largest weight',
          ),
        }),
      )
      .describe('Labels of the snapshot, by how deep one looks'),
    alarms: z.array(
      z.strictObject({
        corpus: z.string(),
        pipeline: Pipeline,
        raised: Share,
        first: Share,
        examples: z.array(z.strictObject({ id: z.string(), score: z.number(), fired: z.array(Signal) })),
      }),
    ),
    budgets: z.array(Budget).describe('On ordinary entries'),
    twinRates: z.array(Budget).describe('On twins, which were chosen for being hard; held against nothing'),
    density: z.array(
      z.strictObject({
        pipeline: Pipeline,
        tier: z.enum(TIERS),
        candidates: Count,
        per20000: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    ),
    scores: z.array(
      z.strictObject({
        pipeline: Pipeline,
        depth: z.enum(DEPTHS),
        looked: Count,
        silent: Count,
        bands: z.array(Count).describe('From 0, 10, 25, 40, 60 and 85 points on'),
        highest: z.number().nullable(),
      }),
    ),
    byLabels: z.array(z.strictObject({ pipeline: Pipeline, top: Count, positives: Share })),
    byVerdicts: z.array(
      z.strictObject({ pipeline: Pipeline, top: Count, listed: Count, judged: Count, confirmed: Count }),
    ),
    ablation: z
      .array(
        z.strictObject({
          pipeline: Pipeline,
          signal: Signal,
          role: z.enum(['incriminates', 'clears', 'fact']),
          positivesLost: z.int(),
          recallLost: z.number(),
          ordinaryLost: z.int(),
        }),
      )
      .nullable(),
    published: z.array(z.strictObject({ system: z.string(), figure: z.string(), source: z.string() })),
    notMeasured: z.array(z.string()),
  })
  .describe('What registry-audit evaluate --json prints') satisfies z.ZodType<Evaluation>;
