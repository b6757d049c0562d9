import { z } from 'zod';
import { type PipelineId, TIERS } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { Family } from '../model/finding.ts';
import { VerdictLine } from '../review/verdict.ts';
import { REPORT_SCHEMA_VERSION } from './report.ts';

/**
 * The published shape of the report files; scripts/docs.ts prints it as JSON Schema into schemas/, and tests hold every written
 * report against it. A shape with an `id` is a definition of its own there.
 */
const Json = z.unknown().describe('A value as received');
const Tier = z.enum(TIERS);
const Depth = z.enum(DEPTHS);
const SignalId = z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/);
const Family = z.enum(['N', 'P', 'C', 'V', 'X', 'H', 'I', 'B'] satisfies readonly Family[]);
const Pipeline = z.enum(['lookalike', 'rug-pull'] satisfies readonly PipelineId[]);
const Count = z.int().min(0);

const Head = {
  schemaVersion: z.literal(REPORT_SCHEMA_VERSION),
  snapshot: z.strictObject({ date: z.iso.date(), origin: z.enum(['captured', 'synthetic']), tool: z.string() }),
  baseline: z.iso.date().nullable().describe('Date of the snapshot that this one is compared with'),
  tool: z.string().describe('name@version that made the report'),
  intel: z
    .array(z.strictObject({ title: z.string(), date: z.iso.date(), records: Count }))
    .describe('Lists of packages recorded as malicious that entries were held against'),
  attributions: z.array(z.string()).describe('What registries ask to be said where their listings are shown'),
  notice: z.string().describe('To be shown wherever the rest is'),
};

const Coverage = z
  .strictObject({
    registry: z.string(),
    advertised: Count.nullable().describe('What the registry says it has; null where it does not say'),
    responses: Count,
    rows: Count.describe('distinct + earlierVersions + repeats + quarantined'),
    distinct: Count,
    earlierVersions: Count,
    repeats: Count,
    quarantined: Count,
    byDepth: z.record(Depth, Count).describe('Deepest observation of each entry; sums to distinct'),
    enumeration: z.union([
      z.strictObject({ ended: z.literal('exhausted') }),
      z.strictObject({
        ended: z.enum(['capped', 'targeted', 'auth', 'sunset', 'failed', 'skipped']),
        reason: z.string(),
      }),
    ]),
  })
  .meta({ id: 'Coverage', description: 'One registry; rows are not to be added up' });

const PackageCoverage = z
  .strictObject({
    ecosystem: z.string(),
    named: Count,
    read: Count,
    notRead: z.record(z.string(), Count).describe('Reason to count'),
    unreadReleases: z
      .exactOptional(Count)
      .describe('Releases in histories that were read, of which nothing could be read; absent where not counted'),
  })
  .meta({ id: 'PackageCoverage' });

const SourceCoverage = z
  .strictObject({
    budget: Count.nullable().describe('Releases that could be read beside those of named packages; null: no limit'),
    packages: Count.describe('Packages whose history was read, of which a choice was made'),
    chosen: Count,
    reasons: z.record(z.string(), Count).describe('Reason to the number of packages it spoke for; some have several'),
    archives: Count,
    read: Count,
    notRead: z.record(z.string(), Count).describe('Reason to count'),
  })
  .meta({ id: 'SourceCoverage', description: 'Which packages had their archives read, and what came of it' });

const RepositoryCoverage = z
  .strictObject({
    budget: Count.describe('Repositories that could be asked for'),
    named: Count,
    read: Count,
    absent: Count.describe('Its host shows nothing there'),
    notRead: z.record(z.string(), Count).describe('Reason to count'),
    accounts: Count.describe('Accounts asked for beside them'),
    accountsAbsent: Count,
  })
  .meta({ id: 'RepositoryCoverage', description: 'What code hosts said of the repositories behind packages' });

const TierCounts = z.record(Tier, Count);
const RegistryCounts = z
  .strictObject({
    registry: z.string(),
    looked: Count.describe('Entries at which at least one signal could look'),
    lookedByDepth: z.strictObject({ name: Count, metadata: Count, package: Count, source: Count }),
    byTier: TierCounts,
  })
  .meta({ id: 'RegistryCounts', description: 'One registry; rows are not to be added up' });

const Signal = z
  .strictObject({
    id: SignalId,
    title: z.string(),
    role: z.enum(['incriminates', 'clears', 'fact']),
    family: Family,
    needs: Depth,
    weight: z.number(),
    cases: z.record(z.string(), z.strictObject({ weight: z.number(), when: z.string() })).optional(),
    rationale: z.string(),
    falsePositives: z.string(),
    baseRate: z.strictObject({ value: z.string(), population: z.string(), date: z.string() }).nullable(),
    references: z.array(z.string()),
    outcomes: z.strictObject({ fired: Count, silent: Count, unseen: Count }),
  })
  .meta({ id: 'Signal', description: 'A declaration, and how often it was asked and what came of it' });

const Place = z
  .strictObject({
    resource: z.strictObject({
      uri: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      retrievedAt: z.string(),
    }),
    pointer: z.string().describe('RFC 6901 into those bytes, or /path:line:column of a file in an archive'),
  })
  .meta({ id: 'Place' });

const Fired = z
  .strictObject({
    signal: SignalId,
    family: Family,
    outcome: z.literal('fired'),
    weight: z.number(),
    evidence: z
      .array(
        z.strictObject({
          statement: z.string(),
          observed: Json,
          expected: Json.describe('The earlier or canonical value; null where there is none'),
          at: Place,
          case: z.string().optional(),
        }),
      )
      .min(1),
  })
  .meta({ id: 'Fired' });

const Unseen = z.strictObject({ signal: SignalId, reason: z.string() }).meta({ id: 'Unseen' });

const Verdict = VerdictLine.meta({ id: 'Verdict', description: 'One line of reviews/*.ndjson' });

export const Candidate = z
  .strictObject({
    rank: z.int().min(1).describe('In the whole list; a number that is missing is in suppressed.json'),
    tier: Tier,
    score: z.number().min(0).max(100),
    reachable: z.number().min(0).max(100).describe('The score if every signal that could look had fired'),
    depth: Depth,
    entry: z.strictObject({
      id: z.string(),
      registry: z.string(),
      name: z.string(),
      leaf: z.string(),
      title: z.string().nullable(),
      namespace: z.string().nullable(),
      place: Place,
    }),
    pipeline: Pipeline,
    families: z.array(Family),
    fired: z.array(Fired).min(1),
    cleared: z.array(Fired).describe('Clearing evidence; each lowered the score'),
    notLookedFor: z.array(Unseen).describe('Clearing evidence that could not be looked for'),
    silent: z.array(SignalId).describe('Looked and found nothing'),
    unseen: z.array(Unseen).describe('Could not look'),
    facts: z.array(Fired),
    shown: z.strictObject({
      description: z.string().nullable(),
      version: z.string().nullable(),
      repository: z.string().nullable(),
      packages: z
        .array(z.string())
        .nullable()
        .describe('Empty: the record names none. null: the registry does not say'),
      remotes: z.array(z.string()).nullable(),
      reach: z.number().nullable(),
    }),
    notRead: z.array(z.strictObject({ ecosystem: z.string(), identifier: z.string(), reason: z.string() })),
    identity: z
      .strictObject({
        registries: z.int().min(1).describe('On which it stands, its own among them'),
        twins: z
          .array(z.strictObject({ id: z.string(), because: z.array(z.string()).min(1) }))
          .describe('Other entries that are the same server, and what links them; at most 50'),
      })
      .optional()
      .describe('Absent where entries were not compared with each other'),
    fingerprint: VerdictLine.shape.fingerprint.optional(),
    verdict: Verdict.optional().describe('What a person decided about exactly this evidence'),
    lapsed: z
      .strictObject({ verdict: Verdict, because: z.enum(['expired', 'evidence changed']) })
      .optional()
      .describe('What a person decided once, and why it no longer counts'),
  })
  .meta({ id: 'Candidate' });

/** What verdicts change in one pipeline's list. */
export const ReviewCounts = z
  .strictObject({
    verdicts: Count.describe('Given on candidates of this pipeline, in force or not'),
    hidden: Count.describe('Dismissed; in suppressed.json'),
    confirmed: Count.describe('In the list, marked'),
    returned: Count.describe('In the list again: the verdict expired or the evidence is another'),
    precision: z.array(
      z.strictObject({
        top: z.int().min(1).describe('Length of the list looked at, hidden candidates among them'),
        listed: Count,
        judged: Count,
        confirmed: Count,
        share: z.number().min(0).max(1).nullable().describe('confirmed / judged; null: none was judged'),
        interval: z
          .tuple([z.number().min(0).max(1), z.number().min(0).max(1)])
          .nullable()
          .describe('Exact binomial 95 % interval of the share, as if the judged were a random draw'),
      }),
    ),
  })
  .meta({ id: 'ReviewCounts' });

export const CandidatesReport = z
  .strictObject({
    ...Head,
    report: Pipeline,
    coverage: z.array(Coverage),
    packages: z.array(PackageCoverage),
    sources: SourceCoverage.optional().describe('Absent where no archives were wanted'),
    repositories: RepositoryCoverage.optional().describe('Absent where no code host was to be asked'),
    byRegistry: z.array(RegistryCounts),
    signals: z.array(Signal),
    review: ReviewCounts.optional().describe('Absent where no verdicts were given'),
    candidates: z.array(Candidate).describe('In rank order, without those that a verdict hides'),
  })
  .describe('lookalike.json and rug-pull.json of registry-audit');

export const CoverageReport = z
  .strictObject({
    ...Head,
    report: z.literal('coverage'),
    coverage: z.array(Coverage),
    packages: z.array(PackageCoverage),
    sources: SourceCoverage.optional().describe('Absent where no archives were wanted'),
    repositories: RepositoryCoverage.optional().describe('Absent where no code host was to be asked'),
  })
  .describe('coverage.json of registry-audit');
