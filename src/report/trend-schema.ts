import { z } from 'zod';
import { DriftReport } from './drift-schema.ts';

/** The published shape of `trend --json`; what it shares with the other reports is taken from theirs. */
const { schemaVersion, tool, attributions, notice, before } = DriftReport.shape;
const { before: listing } = DriftReport.shape.registries.element.shape;
const Count = z.int().min(0);

const Registry = z
  .strictObject({
    registry: z.string(),
    entries: Count,
    listing: listing.unwrap(),
    publishers: Count.nullable().describe('null: the registry says of no entry whose it is'),
    new: Count.nullable().describe('null: the first snapshot, or a listing is not complete'),
    gone: Count.nullable(),
    authentication: z
      .strictObject({ declared: Count, otherInputs: Count, notDeclared: Count, unseen: Count })
      .describe('By what records declare; not declared is not none'),
    tools: z
      .strictObject({ entries: Count, tools: Count, median: Count })
      .nullable()
      .describe('null: no entry says which tools it has'),
    gatewayEntries: Count.nullable().describe('null: not scored'),
  })
  .meta({ id: 'TrendRegistry', description: 'One registry; rows are not to be added up' });

const SignalRate = z
  .strictObject({ signal: z.string(), pipeline: z.string(), fired: Count, silent: Count, unseen: Count })
  .meta({ id: 'SignalRate' });

export const TrendReport = z
  .strictObject({
    schemaVersion,
    report: z.literal('trend'),
    tool,
    attributions,
    notice,
    dates: z.array(z.iso.date()).describe('Oldest first'),
    series: z
      .array(
        z.strictObject({
          registry: z.string().nullable().describe('null: over all entries of all registries'),
          measure: z.string(),
          unit: z.enum(['count', 'share']),
          values: z.array(z.number().nullable()).describe('At the dates; null: not known'),
        }),
      )
      .describe('The same numbers as charts take them'),
    snapshots: z.array(
      z
        .strictObject({
          ...before.shape,
          registries: z.array(Registry),
          signals: z.array(SignalRate).nullable().describe('null: not scored'),
        })
        .meta({ id: 'TrendSnapshot' }),
    ),
  })
  .describe('registry-audit trend --json');
