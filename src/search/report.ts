import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import { TIERS } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { EntryId } from '../model/entry.ts';
import type { StoredLookup } from '../lookup/open.ts';
import type { Result, Search } from './rank.ts';

export const SEARCH_SCHEMA_VERSION = 1;
/** To be read before the hits. */
export const SEARCH_NOTICE =
  'Facts of a snapshot, for a person to weigh. What was not seen is unknown, and a hit without findings is one where nothing fired.';

/** The same of hits that were asked for now. */
const LIVE_NOTICE =
  'Records of registries as they are now, for a person to weigh. No package or code was read and no signal asked: “not assessed” says nothing either way, and what fired is what the snapshot says of the same entry.';

const Count = z.int().min(0);
const Text = z.string().nullable();

const SearchHit = z
  .strictObject({
    rank: z.int().min(1),
    id: z.string(),
    ids: z.array(z.string()).describe('Entries that are this server, the shown one first'),
    registries: z.array(z.string()),
    name: z.string(),
    title: Text,
    description: Text,
    version: Text,
    status: Text.describe('What a registry calls it other than active'),
    namespace: Text.describe('Whom the registry shows as its publisher'),
    brand: z
      .strictObject({ id: z.string(), relation: z.enum(['vendor', 'unofficial', 'unknown']) })
      .nullable()
      .describe('The brand it names and whether the vendor publishes it; null where it names none'),
    repository: Text.describe('none where the registry says there is none, null where it does not say'),
    packages: z.array(z.string()).nullable(),
    transports: z.array(z.string()).nullable(),
    publishedAt: Text,
    ageDays: z.int().nullable().describe('At the snapshot’s date'),
    provenance: z
      .enum(['attested', 'absent'])
      .nullable()
      .describe('Of the newest release of its package, as the package registry serves it; null where not known'),
    uses: z.number().nullable(),
    depth: z.enum(DEPTHS).describe('How deep it was seen; what lies deeper could not fire'),
    gateway: Text.describe('The hosted gateway it is part of'),
    fired: z.array(
      z.strictObject({
        pipeline: z.enum(['lookalike', 'rug-pull']),
        tier: z.enum(TIERS),
        score: z.number(),
        signals: z.array(z.string()),
        entry: z.string(),
      }),
    ),
    assessed: z.iso
      .date()
      .nullable()
      .describe('Of which snapshot the findings are; null where nobody has looked, which says nothing either way'),
    listed: z
      .strictObject({ list: z.enum(['allow', 'block', 'curated']), reason: Text })
      .nullable()
      .describe('On the organisation’s list'),
    relevance: z.number().min(0).max(1),
  })
  .meta({ id: 'SearchHit' });

export const SearchReport = z
  .strictObject({
    schemaVersion: z.literal(SEARCH_SCHEMA_VERSION),
    report: z.literal('search'),
    tool: z.string(),
    snapshot: z
      .strictObject({ date: z.iso.date(), origin: z.enum(['captured', 'synthetic']), tool: z.string() })
      .nullable()
      .describe('null with --live where none is prepared'),
    live: z
      .strictObject({
        asOf: z.iso.date(),
        asked: z.array(
          z.strictObject({
            registry: z.string(),
            outcome: z.enum(['answered', 'failed']),
            servers: Count,
            refused: Count.describe('Rows without the shape of the registry'),
            reason: z.string().describe('How far it was asked, or why it failed'),
          }),
        ),
      })
      .nullable()
      .describe('With --live: which registries were asked now; null for a search of the snapshot'),
    recalls: z
      .array(z.strictObject({ title: z.string(), date: z.string(), records: Count }))
      .describe('Lists of recalled packages that entries were held against, and how old each is'),
    attributions: z.array(z.string()).describe('What registries ask to be said where their listings are shown'),
    notice: z.string(),
    query: z.string(),
    readAs: z
      .array(z.strictObject({ word: z.string(), as: z.string() }))
      .describe('Words that were also read as others'),
    config: Text.describe('File of the organisation’s lists'),
    counts: z.strictObject({
      entries: Count.describe('Entries that have any of the words'),
      looked: Count.describe('The nearest of these, at which was looked'),
      servers: Count.describe('How many servers these are'),
      passed: Count.describe('Of these, those that pass the filters'),
      notKnown: Count.describe('Left out because no registry says what a filter asks'),
    }),
    hits: z.array(SearchHit),
  })
  .describe('What registry-audit search --json prints');

export type SearchReport = z.infer<typeof SearchReport>;

/** What registries answered just now. */
export interface Live {
  readonly asOf: string;
  readonly asked: NonNullable<SearchReport['live']>['asked'];
  readonly attributions: readonly string[];
  /** Whether the snapshot's findings are of this entry too. */
  isAssessed(id: EntryId): boolean;
}

interface Context {
  /** null: live, and no snapshot is prepared. */
  readonly lookup: Pick<StoredLookup, 'manifest' | 'attributions' | 'recalls'> | null;
  readonly live?: Live;
  readonly tool: string;
  readonly config: Config;
}

export function searchReport(
  { hits, counts, readAs }: Result,
  { query }: Pick<Search, 'query'>,
  { lookup, live, tool, config }: Context,
): SearchReport {
  const manifest = lookup?.manifest ?? null;
  const assessed = (ids: readonly EntryId[]) =>
    live === undefined || ids.some((id) => live.isAssessed(id)) ? (manifest?.date ?? null) : null;
  return {
    schemaVersion: SEARCH_SCHEMA_VERSION,
    report: 'search',
    tool,
    snapshot: manifest === null ? null : { date: manifest.date, origin: manifest.origin, tool: manifest.tool },
    live: live === undefined ? null : { asOf: live.asOf, asked: live.asked },
    recalls: (lookup?.recalls ?? []).map(({ title, date, records }) => ({ title, date, records })),
    attributions: [...(live?.attributions ?? lookup?.attributions ?? [])],
    notice: live === undefined ? SEARCH_NOTICE : LIVE_NOTICE,
    query,
    readAs: [...readAs],
    config: config.file,
    counts,
    hits: hits.map(({ entry, facts, listed, relevance }, index) => ({
      rank: index + 1,
      id: entry.id,
      ids: [...facts.ids],
      registries: [...facts.registries],
      name: entry.name,
      title: facts.title,
      description: facts.description,
      version: facts.version,
      status: facts.status,
      namespace: facts.namespace,
      brand: facts.brand,
      repository: facts.repository,
      packages: facts.packages === null ? null : [...facts.packages],
      transports: facts.transports === null ? null : [...facts.transports],
      publishedAt: facts.publishedAt,
      ageDays: facts.ageDays,
      provenance: provenanceOf(facts.attested),
      uses: facts.uses,
      depth: facts.depth,
      gateway: facts.gateway,
      fired: facts.fired.map((each) => ({ ...each, signals: [...each.signals] })),
      assessed: assessed(facts.ids),
      listed: listed === null ? null : { list: listed.list, reason: listed.reason },
      relevance: Math.round(relevance * 1000) / 1000,
    })),
  };
}

function provenanceOf(attested: boolean | null): 'attested' | 'absent' | null {
  if (attested === null) return null;
  return attested ? 'attested' : 'absent';
}
