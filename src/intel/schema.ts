import { z } from 'zod';
import { instantMs } from '../evidence/time.ts';

/**
 * A record in OSV's format, only the fields that are matched and shown (https://ossf.github.io/osv-schema/).
 *
 * What decides a match has to have the right shape or the whole record is refused, since half a record would match too little or too
 * much. What is only shown may be anything, and is cut where it is read (record.ts).
 */
const MAX_AFFECTED = 2_000;
const MAX_VERSIONS = 20_000;
const MAX_RANGES = 100;
const MAX_EVENTS = 100;

const Text = (maxCharacters: number) => z.string().min(1).max(maxCharacters);
const Version = Text(256);
const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{1,99}$/);
const Time = z.string().refine((text) => instantMs(text) !== null, 'is not a time');

const EVENT_KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

const OsvEvent = z.record(z.string().max(40), z.unknown()).transform((event, context) => {
  const kind = EVENT_KINDS.find((each) => Object.hasOwn(event, each));
  const version = Version.safeParse(kind === undefined ? undefined : event[kind]);
  if (kind !== undefined && version.success && Object.keys(event).length === 1) return { kind, version: version.data };
  context.addIssue({ code: 'custom', message: 'is not one event' });
  return z.NEVER;
});

/** Nothing, as some write it. */
function orNone<T>(list: T[] | null | undefined): T[] {
  return list ?? [];
}

const OsvAffected = z.object({
  // Records about commits alone name no package.
  package: z.object({ ecosystem: Text(100), name: Text(500) }).optional(),
  versions: z.array(Version).max(MAX_VERSIONS).nullish().transform(orNone),
  ranges: z
    .array(z.object({ type: Text(40), events: z.array(OsvEvent).max(MAX_EVENTS) }))
    .max(MAX_RANGES)
    .nullish()
    .transform(orNone),
});

export const OsvRecord = z.object({
  id: Id,
  modified: Time,
  published: Time.nullish(),
  withdrawn: Time.nullish(),
  affected: z.array(OsvAffected).max(MAX_AFFECTED).nullish().transform(orNone),
  aliases: z.unknown().optional(),
  summary: z.unknown().optional(),
  details: z.unknown().optional(),
  references: z.unknown().optional(),
  database_specific: z.unknown().optional(),
});

/** A record as it lies in a file of ours, so that most of them, with one package and little else, are short. */
export const StoredRecord = z.object({
  id: Id,
  modified: Time,
  published: Time.nullable().default(null),
  withdrawn: Time.nullable().default(null),
  aliases: z.array(z.string()).default([]),
  summary: z.string().nullable().default(null),
  affected: z
    .array(
      z.object({
        ecosystem: Text(100),
        name: Text(500),
        versions: z.array(Version).max(MAX_VERSIONS).default([]),
        ranges: z
          .array(
            z.object({
              type: Text(40),
              events: z.array(z.object({ kind: z.enum(EVENT_KINDS), version: Version })).max(MAX_EVENTS),
            }),
          )
          .max(MAX_RANGES)
          .default([]),
      }),
    )
    .min(1)
    .max(MAX_AFFECTED),
  references: z.array(z.string()).default([]),
  origins: z.array(z.string()).default([]),
  labels: z.array(z.string()).default([]),
});

const Day = z.iso.date();
const Count = z.int().min(0);

export const StoredHead = z.object({
  schemaVersion: z.literal(1),
  origin: z.enum(['seed', 'osv', 'organisation']),
  date: Day,
  title: Text(1_000),
  sources: z
    .array(
      z.object({
        title: Text(1_000),
        ecosystems: z.array(Text(100)).max(100),
        date: Day,
        complete: z.boolean(),
        uri: z.string().max(2_000).nullable(),
        through: Time.nullable(),
        records: Count,
        refused: z.record(Text(500), Count),
        failed: z.string().max(2_000).nullable(),
      }),
    )
    .max(100),
  counts: z.object({ records: Count, withdrawn: Count, refused: Count }),
});
