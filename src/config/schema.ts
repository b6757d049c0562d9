import { z } from 'zod';

const MAX_PATTERN_CHARACTERS = 500;
/** What a rule may go by. */
const PARTS = ['name', 'namespace', 'purl', 'repository', 'host'] as const;
const pattern = z.string().min(1).max(MAX_PATTERN_CHARACTERS);

const rule = z
  .strictObject({
    name: pattern.optional().describe('The name in a registry, or REGISTRY:NAME: io.github.acme/*, smithery:@acme/*'),
    namespace: pattern.optional().describe('Whom the registry shows as the publisher: com.acme, io.github.acme'),
    purl: pattern.optional().describe('A package without its version: pkg:npm/@acme/*, pkg:pypi/acme-mcp'),
    repository: pattern.optional().describe('Host, owner and name: github.com/acme/*'),
    host: pattern.optional().describe('Host of a remote server: mcp.acme.example, *.acme.example'),
    reason: z.string().max(MAX_PATTERN_CHARACTERS).optional().describe('Shown beside what the rule marks'),
  })
  .refine((parts) => PARTS.some((part) => parts[part] !== undefined), {
    error: `a rule needs at least one of ${PARTS.join(', ')}`,
  })
  .meta({ id: 'Rule', description: 'All parts have to hold; * stands for any characters, and case does not count' });

const rules = z.array(rule).max(10_000);

/** registry-audit.config.*; printed as JSON Schema into schemas/. */
export const ConfigFile = z
  .strictObject({
    $schema: z.string().optional().describe('For editors'),
    snapshots: pattern.optional().describe('Folder of snapshots, relative to this file'),
    cache: pattern.optional().describe('Folder of the cache, relative to this file'),
    intel: pattern.optional().describe('File of recalled packages, relative to this file'),
    feed: z.array(pattern).optional().describe('Files or folders of your organisation’s own recalls'),
    allow: rules.optional().describe('Servers that people here may use: marked, and put further up'),
    block: rules.optional().describe('Servers that people here shall not use: marked, and put last'),
    curated: rules.optional().describe('Servers that people here should prefer: marked, and put first'),
  })
  .describe('registry-audit.config.json, .jsonc, .yaml or .toml');

export type Rule = z.infer<typeof rule>;
export type ListName = 'allow' | 'block' | 'curated';

/** What an organisation settled, with paths made absolute. */
export interface Config {
  /** null where there is no file. */
  readonly file: string | null;
  readonly snapshots: string | undefined;
  readonly cache: string | undefined;
  readonly intel: string | undefined;
  readonly feed: readonly string[] | undefined;
  readonly allow: readonly Rule[];
  readonly block: readonly Rule[];
  readonly curated: readonly Rule[];
}

export const NO_CONFIG: Config = {
  file: null,
  snapshots: undefined,
  cache: undefined,
  intel: undefined,
  feed: undefined,
  allow: [],
  block: [],
  curated: [],
};
