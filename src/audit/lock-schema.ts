import { z } from 'zod';

/** `registry-audit.lock.json`: what was approved, to be kept in version control. It holds no secret and no path of a machine. */
const Names = z.array(z.string());

const Release = z
  .strictObject({
    version: z.string(),
    archives: z
      .array(z.strictObject({ filename: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
      .describe('What was read of it; empty where nothing could be'),
    publisher: z.string().nullable().describe('Account that published it; null where its registry does not say'),
    provenance: z.enum(['attested', 'absent']).nullable().describe('null where its registry does not say'),
    capabilities: z
      .strictObject({
        digest: z.string().describe('SHA-256 of the lists below; equal digests are equal lists'),
        permissions: Names,
        hosts: Names.describe('Registered domains that its code asks'),
        secrets: Names.describe('Environment variables it reads whose names say that they hold a secret'),
        tools: z.array(z.strictObject({ name: z.string(), digest: z.string() })),
        installHooks: Names,
        unreadFiles: z.int().min(0).describe('Files that run and could not be read'),
      })
      .nullable()
      .describe('null where no archive was read, so that nothing can be compared'),
  })
  .meta({ id: 'Release' });

export const AuditLock = z
  .strictObject({
    schemaVersion: z.literal(1),
    tool: z.string().describe('name@version that wrote it'),
    updated: z.iso.date(),
    servers: z.array(
      z.strictObject({
        coordinate: z
          .string()
          .describe('npm:NAME, pypi:NAME, remote:URL, image:NAME:TAG, source:ADDRESS, PLATFORM:NAME'),
        names: Names.describe('What it is called in settings'),
        releases: z.array(Release).describe('Approved versions; empty for what has none that can be read'),
      }),
    ),
  })
  .meta({ description: 'The MCP servers that were approved, each with what its code could do then' });

export type AuditLock = z.infer<typeof AuditLock>;
export type LockedServer = AuditLock['servers'][number];
export type LockedRelease = LockedServer['releases'][number];
