import { z } from 'zod';
import { CHECK_IDS } from '../card/checks.ts';
import { PERMISSION_CLASSES } from '../card/permissions.ts';
import { RECALL_TITLES } from './card-words.ts';

const Json: z.ZodType = z.json();
const Count = z.int().min(0);
const Names = z.array(z.string());
const Text = z.string().nullable();
const Changed = z.strictObject({ added: Names, removed: Names });
const Destined = z
  .strictObject({
    hosts: z
      .array(z.strictObject({ host: z.string(), by: z.enum(['record', 'code']) }))
      .describe('record: the registry’s record names it. code: it is asked where code reads the secret'),
    said: z.string().describe('Completes "goes to …"'),
  })
  .meta({ id: 'Destined', description: 'Who receives a secret, as far as anything says; nothing was asked' });

const Capabilities = z
  .strictObject({
    read: z.array(
      z.strictObject({
        purl: z.string(),
        version: z.string(),
        filename: z.string(),
        sha256: z.string(),
        files: Count.describe('That run'),
        unread: Count.describe('Of them, those that could not be read'),
      }),
    ),
    permissions: z.array(
      z.strictObject({
        class: z.enum(PERMISSION_CLASSES),
        places: Count,
        because: z.array(z.strictObject({ by: z.string(), value: z.string(), at: z.string() })),
      }),
    ),
    hosts: z.array(
      z.strictObject({
        host: z.string(),
        domain: z.string(),
        kind: z.string(),
        how: z.enum(['asked', 'named']),
        secrets: Names.describe('Read where it is asked'),
        at: z.string(),
      }),
    ),
    secrets: Names,
    environment: Names,
    tools: z.array(
      z.strictObject({ name: z.string(), description: Text, inputSchema: Json, annotations: Json, at: z.string() }),
    ),
    installHooks: Names,
    exposure: z.strictObject({ privateData: Names, untrustedInput: Names, wayOut: Names, allThree: z.boolean() }),
    unseen: Names.describe('Why what is not listed may be there all the same'),
  })
  .meta({ id: 'Capabilities', description: 'What stands in files that run; what is not listed was not seen' });

const CapabilityChanges = z.strictObject({
  permissions: Changed,
  hosts: Changed,
  secrets: Changed,
  tools: z.strictObject({ ...Changed.shape, changed: Names }),
  installHooks: Changed,
  doubts: Names,
});

/** null where no snapshot was looked into. */
const LookedInto = z.strictObject({ date: z.string(), origin: z.string() }).nullable();
const Listed = z.strictObject({ id: z.string(), title: Text, description: Text });

const Package = z.strictObject({
  ecosystem: z.string(),
  identifier: z.string(),
  purl: Text,
  named: Text.describe('What the record names'),
  version: Text.describe('What the card is about; null where no history was read'),
  newest: Text,
  publishedAt: Text,
  ageDays: z.int().nullable(),
  firstPublishedAt: Text,
  releases: Count.nullable(),
  bytes: z.number().nullable(),
  deprecated: Text,
  yanked: z.boolean().nullable(),
  transport: Text,
  launch: z.string(),
  notRead: Text,
});

const Findings = z.strictObject({
  pipeline: z.enum(['lookalike', 'rug-pull']),
  from: z.enum(['snapshot', 'packages']),
  outcome: z.enum(['fired', 'silent', 'unseen', 'not fired']),
  tier: z.enum(['review-first', 'review', 'watch', 'noted']).nullable(),
  score: z.number().nullable(),
  fired: z.array(z.strictObject({ id: z.string(), weight: z.number(), statements: Names, clearedBy: z.string() })),
  cleared: Names,
  facts: Names,
});

const CodeHost = z.strictObject({
  readAt: z.string(),
  id: z.string(),
  fullName: z.string(),
  renamed: z.boolean().describe('Called otherwise than it was asked for'),
  numberOfRecord: z.enum(['same', 'another']).nullable().describe('null: the record has none'),
  ownerType: Text,
  createdAt: Text,
  ageDays: z.int().nullable(),
  pushedAt: Text,
  pushedDays: z.int().nullable(),
  archived: z.boolean().nullable(),
  fork: z.boolean().nullable(),
  forkOf: Names,
  stars: Count.nullable(),
  license: Text,
});

/** What `info --json` prints of one server. */
export const CardReport = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.string(),
    query: z.string(),
    asOf: z.string(),
    snapshot: LookedInto,
    packagesReadAt: Text,
    name: z.string(),
    title: Text,
    description: Text,
    version: Text,
    status: Text,
    listings: z.array(z.strictObject({ id: z.string(), registry: z.string(), because: Names })),
    alsoNamedBy: Names,
    publisher: z.strictObject({
      namespace: Text,
      portfolio: z
        .array(z.strictObject({ registry: z.string(), entries: Count }))
        .nullable()
        .describe('Not to be added up: registries list the same servers'),
      firstSeen: Text,
      firstSeenDays: z.int().nullable(),
      publishedBy: Names.nullable(),
      maintainers: Names.nullable(),
    }),
    repository: z.strictObject({
      url: Text.describe('none: the record says that there is none'),
      canonical: Text,
      packages: z.enum(['same', 'different', 'silent', 'unseen', 'alone']),
      saidByPackages: Names,
      host: CodeHost.nullable().describe('null: not seen'),
    }),
    packages: z.array(Package).nullable(),
    remotes: z.array(z.strictObject({ type: z.string(), url: z.string(), host: Text })).nullable(),
    gateway: Text,
    inputs: z.array(
      z.strictObject({
        name: z.string(),
        kind: z.string(),
        description: Text,
        secret: z.boolean(),
        required: z.boolean().nullable(),
        default: Text,
        goesTo: Destined.nullable(),
      }),
    ),
    undeclaredSecrets: z.array(z.strictObject({ name: z.string(), goesTo: Destined })),
    tools: z.strictObject({
      from: z.enum(['source', 'claimed', 'unseen']),
      tools: z.array(z.strictObject({ name: z.string(), description: Text, annotations: Json })),
    }),
    capabilities: Capabilities.nullable().describe('null: no code was read, so that it is not known'),
    authentication: z.strictObject({ declared: Names, outcome: z.enum(['declared', 'none', 'unseen']) }),
    provenance: z.array(
      z.strictObject({
        purl: z.string(),
        version: z.string(),
        attestation: z.enum(['named', 'absent', 'unseen']),
        trustedPublisher: z.boolean().nullable(),
        archive: z.enum(['matches', 'differs', 'not given', 'unseen']),
      }),
    ),
    findings: z.array(Findings),
    changes: z.array(
      z.strictObject({
        purl: z.string(),
        from: z.string(),
        to: z.string(),
        days: z.int().nullable(),
        capabilities: CapabilityChanges,
        dependencies: Changed,
        publisherChanged: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
      }),
    ),
    organisation: z
      .strictObject({
        file: z.string(),
        listed: z
          .strictObject({
            list: z.enum(['allow', 'block', 'curated']),
            by: z.string().describe('The rule that holds'),
            reason: z.string().nullable().describe('As the organisation wrote it'),
          })
          .nullable()
          .describe('null: on none of the lists'),
      })
      .nullable()
      .describe('null where no lists are in force'),
    recalls: z.array(z.strictObject({ kind: z.literal(Object.keys(RECALL_TITLES)), statement: z.string() })),
    recallLists: z.array(
      z.strictObject({
        ecosystem: z.string(),
        date: Text.describe('null: nobody looked'),
        ageDays: z.int().nullable(),
      }),
    ),
    unseen: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  })
  .describe('registry-audit info --json: the card of one server');

/** What `info --json` and `verify --json` print instead where there is not one server of that name. */
export const ChoicesReport = z
  .union([
    z.strictObject({
      query: z.string(),
      outcome: z.literal('ambiguous'),
      snapshot: LookedInto,
      choices: z.array(Listed),
    }),
    z.strictObject({ query: z.string(), outcome: z.literal('unknown'), snapshot: LookedInto, near: z.array(Listed) }),
  ])
  .describe('registry-audit info --json and verify --json, exit code 2: what there is to choose from');

/** What `verify --json` prints. */
export const VerifyReport = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.string(),
    query: z.string(),
    asOf: z.string(),
    packages: z.array(
      z.strictObject({
        ecosystem: z.string(),
        name: z.string(),
        version: z.string(),
        checks: z.array(
          z.strictObject({
            id: z.enum(CHECK_IDS),
            outcome: z.enum(['holds', 'does-not-hold', 'unseen']),
            contradicts: z.boolean().describe('Two things that cannot both be true: the exit code is 1'),
            said: z.string(),
            facts: Json,
          }),
        ),
      }),
    ),
  })
  .describe('registry-audit verify --json');
