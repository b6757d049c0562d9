import { z } from 'zod';
import { CHANGES } from '../model/drift.ts';
import { CoverageReport } from './schema.ts';

/** The published shape of drift.json; what it shares with the other reports is taken from theirs. */
const { schemaVersion, snapshot, baseline, tool, intel, attributions, notice, coverage } = CoverageReport.shape;
const { advertised, distinct, quarantined, byDepth, enumeration } = coverage.element.shape;
const Count = z.int().min(0);

const ListingSeen = z
  .strictObject({
    advertised,
    distinct,
    quarantined,
    byDepth,
    enumeration,
    complete: z
      .boolean()
      .describe('It ended by itself, and its size agrees with what it says it has and with the other listing'),
    reason: z.string().nullable().describe('Why it is not complete'),
  })
  .meta({ id: 'ListingSeen' });

const RegistryDrift = z
  .strictObject({
    registry: z.string(),
    before: ListingSeen.nullable().describe('null: that snapshot did not ask this registry'),
    after: ListingSeen.nullable(),
    paired: Count.describe('Entries of both, renamed ones among them; changed + unchanged'),
    changed: Count,
    unchanged: Count,
    respelled: Count.describe('Of the unchanged: other bytes that say the same'),
    renamed: Count,
    new: Count.nullable().describe('null: the earlier listing is not complete'),
    gone: Count.nullable().describe('null: one of the listings is not complete'),
    notSeen: z.strictObject({
      before: Count.describe('In the later listing, and not in the earlier, incomplete one'),
      after: Count.describe('In the earlier listing, where one of the two is incomplete, and not in the later one'),
      refused: Count.describe('The row stands in quarantine on one side'),
    }),
  })
  .meta({ id: 'RegistryDrift', description: 'One registry; rows are not to be added up' });

const Value = z.unknown().describe('As received, long texts and lists cut; null: nothing there');
const Place = z
  .strictObject({
    resource: z.strictObject({ uri: z.string(), sha256: z.string(), retrievedAt: z.string() }),
    pointer: z.string(),
  })
  .meta({ id: 'RowPlace' });

const Change = z
  .strictObject({
    entry: z.string(),
    was: z.string().nullable().describe('Its id in the earlier snapshot where that was another'),
    publisher: z.string().nullable(),
    version: z.string().nullable(),
    before: Value,
    after: Value,
    at: z.strictObject({ before: Place.nullable(), after: Place.nullable() }).describe('Where the rows stand'),
  })
  .meta({ id: 'DriftChange' });

const Line = z
  .strictObject({
    rank: z.int().min(1),
    registry: z.string(),
    statement: z.string(),
    kind: z.literal(Object.keys(CHANGES)),
    scope: z
      .enum(['release', 'in place'])
      .nullable()
      .describe('With a new version, or on rows of a version that was there; null where no rows are compared'),
    migration: z.boolean().describe('The same transformation over many publishers: the registry’s doing'),
    entries: Count,
    rows: Count,
    publishers: Count,
    foremost: z
      .strictObject({ publisher: z.string(), entries: Count })
      .nullable()
      .describe('The publisher of most of them'),
    of: Count.describe('Entries that could have changed in this way'),
    changes: z.array(Change),
  })
  .meta({ id: 'DriftLine' });

const GroupDrift = z
  .strictObject({
    registry: z.string(),
    group: z.string(),
    new: Count,
    changed: Count,
    gone: Count,
    registryWide: Count.describe('Changed by the registry itself, and in none of the other counts for that'),
  })
  .meta({ id: 'GroupDrift', description: 'An entry counts once however many of its fields changed' });

const Side = z
  .strictObject({ date: z.iso.date(), origin: z.enum(['captured', 'synthetic']), tool: z.string() })
  .meta({ id: 'DriftSide' });

export const DriftReport = z
  .strictObject({
    schemaVersion,
    snapshot,
    baseline,
    tool,
    intel,
    attributions,
    notice,
    report: z.literal('drift'),
    before: Side,
    after: Side,
    registries: z.array(RegistryDrift),
    groups: z.array(GroupDrift).describe('Entries that changed in each field group'),
    lines: z.array(Line).describe('Rarest first'),
  })
  .describe('drift.json of registry-audit');
