import { z } from 'zod';
import { GATEWAY_CLASS, type ListedBy, type Share, type StructureRule } from '../model/gateway.ts';
import { CandidatesReport, CoverageReport } from './schema.ts';

/** The published shape of gateways.json; what it shares with the other reports is taken from theirs. */
const { schemaVersion, snapshot, baseline, tool, intel, attributions, notice, coverage } = CoverageReport.shape;
const { signal, evidence } = CandidatesReport.shape.candidates.element.shape.fired.element.shape;
const Count = z.int().min(0);
const Share = z.enum(['all', 'some', 'none', 'unknown'] satisfies readonly Share[]);
const ListedBy = z.enum(['host', 'name', 'repository', 'package'] satisfies readonly ListedBy[]);
const StructureRule = z.enum([
  'brands',
  'servers',
  'connectors',
  'templates',
  'portfolio',
] satisfies readonly StructureRule[]);

const Counted = z
  .strictObject({ name: z.string(), entries: Count })
  .meta({ id: 'Counted', description: 'Entries over all registries; a server that two of them list counts twice' });

const Reason = z.union([
  z.strictObject({ by: z.literal('list'), name: z.string(), matched: z.array(ListedBy), entries: Count }),
  z.strictObject({
    by: z.literal('structure'),
    rule: StructureRule,
    unit: z.string().describe('The host or account it holds for'),
    measured: Count,
    threshold: Count,
  }),
]);

const CredentialField = z
  .strictObject({
    brand: z.string().nullable(),
    brandFrom: z.enum(['field', 'entry']).nullable().describe('What says whose secret it is'),
    field: z.string(),
    to: z.string().describe('The host, the program, or why neither is known'),
    toKind: z.enum(['host', 'package', 'base-url', 'unknown']),
    toBrand: z.boolean().nullable().describe('Whether that host is the brand’s; null where brand or host is not known'),
    hostsOwn: z.boolean().describe('Named after the host that receives it'),
    entries: Count,
  })
  .meta({ id: 'CredentialField' });

const Fact = z
  .strictObject({ signal, fired: Count, silent: Count, unseen: Count, evidence })
  .meta({ id: 'GatewayFact', description: 'How often a signal fired on the entries, with the first evidence' });

const Gateway = z
  .strictObject({
    rank: z.int().min(1),
    id: z.string(),
    class: z.literal(GATEWAY_CLASS),
    name: z.string().nullable(),
    kind: z.string().nullable(),
    found: z.enum(['by list', 'by structure', 'by list and by structure']),
    reasons: z.array(Reason).min(1),
    hosts: z.array(Counted).describe('Registrable domains; names of their own on platforms'),
    moreHosts: Count,
    publishers: z.array(Counted),
    morePublishers: Count,
    servers: z
      .array(z.strictObject({ registry: z.string(), entries: Count }))
      .describe('A registry a row; not to be added up'),
    serversAtLeast: Count.describe('The largest of these'),
    brands: z.array(Counted).describe('Brands that entries name and whose vendors neither publish nor host them'),
    credentials: z.array(CredentialField),
    publishedCode: z.strictObject({ packages: Share, repositories: Share }),
    facts: z.array(Fact),
  })
  .meta({ id: 'Gateway' });

export const GatewaysReport = z
  .strictObject({
    schemaVersion,
    snapshot,
    baseline,
    tool,
    intel,
    attributions,
    notice,
    report: z.literal('gateways'),
    counts: z.string().describe('How servers and entries are counted'),
    coverage,
    gateways: z.array(Gateway).describe('Most servers first'),
  })
  .describe('gateways.json of registry-audit');
