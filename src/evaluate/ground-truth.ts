import { z } from 'zod';
import type { Subject } from '../model/subject.ts';
import { byName, byRecord, type Labelled, scopeOf } from './label-subject.ts';

/** `malicious.json`: disclosed packages. Fields that are not read here are let be. */
export const Disclosed = z.object({
  entries: z.array(
    z.object({
      name: z.string().min(1).max(4_096),
      ecosystem: z.string().max(40),
      kind: z.string().max(80),
      campaign: z.string().max(200).nullish(),
      firstMalicious: z.string().max(200).nullish(),
      maliciousVersions: z.array(z.string().max(100)).default([]),
      expectedSignals: z.array(z.string().max(300)).default([]),
    }),
  ),
});

/** `unofficial.json`: servers named after brands that imitate nobody. */
export const Unofficial = z.object({
  entries: z.array(
    z.object({
      id: z.string().min(1).max(4_096),
      ecosystem: z.string().max(40),
      repo: z.string().max(2_000).nullish(),
      notes: z.string().max(10_000).nullish(),
    }),
  ),
});

const OfficialServer = z.object({
  registryName: z.string().max(4_096).optional(),
  remoteUrl: z.string().max(2_000).optional(),
  repo: z.string().max(2_000).optional(),
  npm: z.string().max(300).optional(),
  pypi: z.string().max(300).optional(),
});

/** `brands.json`: of it, the servers that vendors publish themselves. */
export const Brands = z.array(z.object({ brand: z.string(), officialServers: z.array(OfficialServer).default([]) }));

export interface DisclosedPackage {
  readonly name: string;
  /** The label that it stands in; a cluster of names is one. */
  readonly label: string;
  readonly campaign: string;
  readonly kind: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the label does not say. */
  readonly since: string | null;
  /** Whether its kind is one that lookalikes are measured with: made for harm from the start, or a canary. */
  readonly isLookalikeTruth: boolean;
  /** What the label says of the name; the tools are general ones that have nothing to do with MCP. */
  readonly imitates: 'an MCP server' | 'another tool' | null;
  /** What a registry shows of a package before anybody looks. */
  readonly subject: Subject;
  /** With the release that is recorded, for lists. */
  readonly listed: Subject;
}

const LOOKALIKE_KINDS = new Set(['malicious-from-start', 'canary-or-poc']);
/** Their labels are disputed. */
const NEVER_SCORED = 'contested-remote-control';

/** Packages of npm and PyPI, a label of a cluster as its names; entries of other places are left out. */
export function disclosedPackages({ entries }: z.infer<typeof Disclosed>): readonly DisclosedPackage[] {
  return entries
    .filter(({ ecosystem, kind }) => /^(npm|pypi)$/i.test(ecosystem) && kind !== NEVER_SCORED)
    .flatMap((entry) => namesIn(entry.name).map((name) => disclosedPackage(entry, name)));
}

function disclosedPackage(entry: z.infer<typeof Disclosed>['entries'][number], name: string): DisclosedPackage {
  const ecosystem = entry.ecosystem.toLowerCase();
  const labelled: Labelled = {
    registry: ecosystem,
    name,
    namespace: scopeOf(name),
    packages: [{ ecosystem, name, version: versionIn(entry.maliciousVersions) }],
  };
  return {
    name,
    label: entry.name,
    campaign: entry.campaign ?? entry.name,
    kind: entry.kind,
    since: /^\d{4}(?:-\d{2}){0,2}/.exec(entry.firstMalicious ?? '')?.[0] ?? null,
    isLookalikeTruth: LOOKALIKE_KINDS.has(entry.kind),
    imitates: imitated(entry.expectedSignals, name),
    subject: byName(labelled),
    listed: byRecord(labelled),
  };
}

/** Whether a label's incident was there on a day; where only its month or year is known, from the first day of it. */
export function happenedBy({ since }: Pick<DisclosedPackage, 'since'>, day: string | null): boolean {
  return day === null || (since !== null && since <= day);
}

/** A label may name a cluster: `NAME cluster (19 names: one, two, …)`. */
function namesIn(written: string): readonly string[] {
  const list = /names: ([^()]{1,5000})\)/.exec(written)?.[1];
  return list === undefined ? [written] : list.split(',').map((name) => name.trim());
}

/** The first that is a version and not words about versions. */
function versionIn(versions: readonly string[]): string | null {
  return (
    versions.map((each) => /^(?:>=)?(\d+(?:\.\d+){1,3})/.exec(each)?.[1]).find((each) => each !== undefined) ?? null
  );
}

function imitated(signals: readonly string[], name: string): DisclosedPackage['imitates'] {
  if (!signals.some(saysImitation)) return null;
  return /(?:^|[^a-z])mcp(?:[^a-z]|$)/.test(name) ? 'an MCP server' : 'another tool';
}

/** The labels' own words for signals. */
function saysImitation(signal: string): boolean {
  return /squat|brand-under-foreign|typosquat/.test(signal);
}

export interface CommunityServer {
  readonly id: string;
  /** By name alone, and as deep as the label goes. */
  readonly subjects: readonly [Subject, Subject];
}

export function communityServers({ entries }: z.infer<typeof Unofficial>): readonly CommunityServer[] {
  return entries.map((entry) => {
    const [name, listed] = communityServer(entry);
    return { id: entry.id, subjects: [byName(name), byRecord(listed)] };
  });
}

function communityServer({
  id,
  ecosystem,
  repo,
  notes,
}: z.infer<typeof Unofficial>['entries'][number]): readonly [Labelled, Labelled] {
  const common = { description: notes ?? null, repository: repo ?? null };
  if (ecosystem === 'mcp-registry') {
    const name = { registry: 'official', name: id };
    return [name, { ...common, ...name, packages: [], remotes: [] }];
  }
  if (ecosystem === 'github') {
    const name = { registry: 'glama', name: id.replace('github:', '') };
    return [name, { ...common, ...name, packages: null, remotes: [] }];
  }
  // Whose it is stands on no label; somebody publishes it.
  const name = { registry: ecosystem, name: id, namespace: scopeOf(id) ?? 'somebody' };
  return [name, { ...common, ...name, packages: [{ ecosystem, name: id, version: null }], remotes: [] }];
}

/** Every entry of vendors' own servers: in the official registry, as packages, and as Glama would list them. */
export function vendorServers(brands: z.infer<typeof Brands>): readonly Subject[] {
  return brands.flatMap(({ officialServers }) => officialServers.flatMap(vendorServer));
}

function vendorServer({ registryName, remoteUrl, repo, npm, pypi }: z.infer<typeof OfficialServer>): Subject[] {
  const packages = [
    ...(npm === undefined ? [] : [{ ecosystem: 'npm', name: npm, version: null }]),
    ...(pypi === undefined ? [] : [{ ecosystem: 'pypi', name: pypi, version: null }]),
  ];
  const fields = { packages, remotes: remoteUrl === undefined ? [] : [remoteUrl], repository: repo ?? null };
  const slug = /^https:\/\/github\.com\/(.+)$/.exec(repo ?? '')?.[1];
  return [
    ...(registryName === undefined ? [] : [byRecord({ ...fields, registry: 'official', name: registryName })]),
    ...packages.map(({ ecosystem, name }) =>
      byRecord({ ...fields, registry: ecosystem, name, namespace: scopeOf(name) ?? 'somebody' }),
    ),
    ...(slug === undefined
      ? []
      : [byRecord({ ...fields, registry: 'glama', name: slug, packages: null, remotes: null })]),
  ];
}
