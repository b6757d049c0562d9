import { z } from 'zod';
import { TIERS } from '../model/candidate.ts';
import { AUDIT_CLASSES, AUDIT_SCHEMA_VERSION } from './report.ts';

/** The published shape of `registry-audit audit --json`. No value of a secret is in it. */
const Count = z.int().min(0);
const Names = z.array(z.string());
const Place = z.strictObject({ line: z.int().min(1), column: z.int().min(1) }).meta({ id: 'Place' });
const Scope = z.enum(['user', 'project', 'system']);
const Setting = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['literal', 'reference', 'placeholder', 'empty']),
    isSecret: z.boolean(),
  })
  .meta({ id: 'Setting', description: 'A named value, without the value' });

const PackageRun = z
  .strictObject({
    kind: z.literal('package'),
    ecosystem: z.enum(['npm', 'pypi']),
    name: z.string(),
    pinning: z.enum(['pinned', 'range', 'floating']),
    wanted: z.string().nullable(),
    runner: z.string(),
  })
  .meta({ id: 'PackageRun' });
const Resolution = z.union([
  PackageRun,
  z.strictObject({ kind: z.literal('remote'), url: z.string(), through: PackageRun.nullable() }),
  z.strictObject({ kind: z.literal('hosted'), platform: z.string(), name: z.string(), through: PackageRun.nullable() }),
  z.strictObject({
    kind: z.literal('image'),
    image: z.string(),
    tag: z.string().nullable(),
    digest: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('source'), from: z.string(), pinned: z.boolean() }),
  z.strictObject({ kind: z.literal('local'), path: z.string() }),
  z.strictObject({ kind: z.literal('installed'), program: z.string() }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.string() }),
]);

const Configured = z
  .strictObject({
    client: z.string(),
    file: z.string(),
    scope: Scope,
    project: z.string().nullable(),
    place: Place,
    name: z.string(),
    disabled: z.boolean(),
    launch: z
      .strictObject({
        command: z.string(),
        args: Names,
        environment: z.array(Setting),
        environmentFile: z.string().nullable().describe('A file of more variables, which is not read'),
      })
      .nullable(),
    remote: z.strictObject({ url: z.string(), transport: z.string().nullable(), headers: z.array(Setting) }).nullable(),
    oauth: z.boolean(),
    resolution: Resolution,
    secrets: z.array(
      z.strictObject({
        where: z.enum(['environment', 'header', 'argument', 'url', 'oauth']),
        name: z.string(),
        masked: z.string(),
        place: Place,
      }),
    ),
  })
  .meta({ id: 'Configured' });

const Capabilities = z.strictObject({
  permissions: Names,
  hosts: Names,
  secrets: Names,
  tools: z.array(z.strictObject({ name: z.string(), digest: z.string() })),
  installHooks: Names,
  unreadFiles: Count,
});

const Finding = z
  .strictObject({
    rule: z.string().regex(/^[a-z]+\/[a-z-]+$/),
    class: z.enum([...AUDIT_CLASSES, 'candidate', 'update']),
    level: z.enum(['error', 'warning', 'note']),
    statement: z.string(),
    tier: z.enum(TIERS).nullable(),
    place: Place,
  })
  .meta({ id: 'Finding' });

const FileSeen = z
  .strictObject({
    client: z.string(),
    path: z.string(),
    scope: Scope,
    outcome: z.enum(['read', 'partly', 'unread', 'absent']),
    servers: Count,
    problems: z.array(z.strictObject({ place: Place.nullable(), message: z.string() })),
  })
  .meta({ id: 'FileSeen' });
const Snapshot = z
  .strictObject({ date: z.iso.date(), ageDays: z.int().nullable() })
  .nullable()
  .describe('Whose entries were asked; null where there was none, so that nobody looked');

const ListedAs = z
  .strictObject({ list: z.enum(['allow', 'block', 'curated']), by: z.string(), reason: z.string().nullable() })
  .nullable()
  .describe('null: on none of the lists');

/** The published shape of `registry-audit status --json`. */
export const StatusReportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.string(),
  asOf: z.iso.date(),
  snapshot: Snapshot,
  lists: z
    .string()
    .nullable()
    .describe('File of the organisation’s lists, with --security; null where none are in force'),
  files: z.array(FileSeen),
  notRead: Names.describe('Where servers may be besides, which is not looked at'),
  servers: z.array(
    z.strictObject({
      configured: Configured,
      starts: z.string(),
      transport: z.string(),
      host: z.strictObject({ name: z.string(), kind: z.string() }).nullable(),
      security: z
        .strictObject({
          authentication: z
            .array(
              z.strictObject({
                kind: z.enum(['bearer header', 'static secret', 'secret in URL', 'OAuth hinted']),
                name: z.string().nullable(),
                by: z.enum(['settings', 'registry']),
              }),
            )
            .describe('Empty: none declared, which is not that none is asked for'),
          gateway: z
            .strictObject({
              id: z.string(),
              name: z.string().nullable(),
              kind: z.string().nullable(),
              class: z.string(),
            })
            .nullable(),
          listed: ListedAs,
          entries: Names,
        })
        .nullable()
        .describe('null without --security'),
    }),
  ),
});

export const AuditReportSchema = z.strictObject({
  schemaVersion: z.literal(AUDIT_SCHEMA_VERSION),
  tool: z.string(),
  asOf: z.iso.date(),
  offline: z.boolean(),
  intel: z.array(
    z.strictObject({ title: z.string(), date: z.iso.date(), ageDays: z.int().nullable(), records: Count }),
  ),
  snapshot: Snapshot,
  lists: z.string().nullable().describe('File of the organisation’s lists; null where none are in force'),
  lock: z.strictObject({ path: z.string(), updated: z.iso.date().nullable() }),
  files: z.array(FileSeen),
  notRead: Names.describe('Where servers may be besides, which is not looked at'),
  switchedOff: Count.describe('Servers that are switched off in their client, about which nothing was asked'),
  servers: z.array(
    z.strictObject({
      configured: Configured,
      coordinate: z.string().nullable(),
      inUse: z
        .strictObject({
          version: z.string(),
          publishedAt: z.string().nullable(),
          publisher: z.string().nullable(),
          provenance: z.enum(['attested', 'absent']).nullable(),
          archives: z.array(z.strictObject({ filename: z.string(), sha256: z.string() })),
          capabilities: Capabilities.nullable(),
          unseen: Names,
        })
        .nullable(),
      newest: z.strictObject({ version: z.string(), publishedAt: z.string().nullable() }).nullable(),
      listed: ListedAs,
      manifests: z.array(
        z.strictObject({
          file: z.string(),
          version: z.string().nullable().describe('null: about every version'),
          outcome: z
            .enum(['exceeds', 'within', 'unseen'])
            .describe('exceeds: something was seen that it does not declare. unseen: no code of that version was read'),
        }),
      ),
      findings: z.array(Finding),
      unseen: Names,
    }),
  ),
});
