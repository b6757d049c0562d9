import { z } from 'zod';
import type { CapabilityManifest } from './manifest.ts';
import { PERMISSION_CLASSES } from './permissions.ts';

const MAX_ITEMS = 1_000;
/** Manifests of real servers have some kilobytes. */
const MAX_CHARACTERS = 1_000_000;

const Name = z.string().min(1).max(500);
const Host = z
  .string()
  .max(253)
  .regex(/^[a-z0-9.:[\]-]+$/)
  .describe('Lower case, IDNA form; stands for itself and for what lies under it');

/** A capability manifest, as docs/manifest.md has it. */
export const CapabilityManifestShape = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    manifestVersion: z.literal(1),
    server: Name.describe('npm:NAME, pypi:NAME, or the name in a registry'),
    version: Name.nullable().describe('null: every version'),
    permissions: z
      .array(z.enum(PERMISSION_CLASSES))
      .max(PERMISSION_CLASSES.length)
      .describe('What the server does; what is not named is said not to be done'),
    hosts: z.array(Host).max(MAX_ITEMS).describe('Whom it asks'),
    secrets: z
      .array(
        z.strictObject({
          name: Name.describe('The environment variable'),
          to: z.array(Host).max(MAX_ITEMS).nullable().describe('Who receives it; null: not said'),
        }),
      )
      .max(MAX_ITEMS),
    tools: z.array(Name).max(MAX_ITEMS).describe('By name'),
    installHooks: z
      .array(Name)
      .max(100)
      .describe('What an installation runs by itself, such as "postinstall: node setup.js"'),
  })
  .describe('What a server says that it can do (registry-audit info --manifest)');

/** A manifest somebody wrote; what is wrong with it where it is none. Never throws. */
export function readManifest(text: string): CapabilityManifest | { readonly refused: string } {
  if (text.length > MAX_CHARACTERS) return { refused: 'it is longer than a million characters' };
  const written = parsed(text);
  if (written === undefined) return { refused: 'it is not JSON' };
  const read = CapabilityManifestShape.safeParse(written);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { refused: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not as a manifest is'}` };
  }
  const { $schema: _schema, ...manifest } = read.data;
  return manifest;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
