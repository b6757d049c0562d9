/** Labelled names of the reference folder as subjects: what is known of each without asking anybody. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Subject } from '../../src/model/subject.ts';
import { type Listing, listed, named, packageNamed, remoteAt, repositoryAt } from '../../src/testing/subjects.ts';

const FOLDER = new URL('../../../shared/ground-truth/', import.meta.url);

export const labelsAreThere = existsSync(new URL('brands.json', FOLDER));

const Unofficial = z.object({
  entries: z.array(
    z.object({ id: z.string(), ecosystem: z.string(), repo: z.string().nullish(), notes: z.string().nullish() }),
  ),
});
const OfficialServer = z.object({
  registryName: z.string().optional(),
  remoteUrl: z.string().optional(),
  repo: z.string().optional(),
  npm: z.string().optional(),
  pypi: z.string().optional(),
});
const Brands = z.array(z.object({ brand: z.string(), officialServers: z.array(OfficialServer) }));
const Malicious = z.object({
  entries: z.array(
    z.object({
      name: z.string(),
      ecosystem: z.string(),
      kind: z.string(),
      campaign: z.string().nullish(),
      expectedSignals: z.array(z.string()),
    }),
  ),
});

export interface LabelledServer {
  /** As the file names it. */
  readonly id: string;
  /** By name alone, and as deep as the file goes. */
  readonly subjects: readonly [Subject, Subject];
}

/** Community servers named after brands, which imitate nobody: entries of a registry, packages, and repositories that Glama lists. */
export function communityServers(): readonly LabelledServer[] {
  return Unofficial.parse(read('unofficial.json')).entries.map(communityServer);
}

/** All entries of vendors' own servers: in the official registry, as packages, and as Glama would list them. */
export function vendorServers(): readonly Subject[] {
  return Brands.parse(read('brands.json')).flatMap(({ officialServers }) => officialServers.flatMap(vendorServer));
}

export interface DisclosedName {
  readonly name: string;
  /** The label that it stands in; a cluster of names is one. */
  readonly label: string;
  /** Packages of one campaign count together where campaigns are counted. */
  readonly campaign: string;
  /** Whether its kind is one that lookalikes are measured with: made for harm from the start, or a canary. */
  readonly isLookalikeTruth: boolean;
  /** What the label says of the name; the tools are general ones that have nothing to do with MCP. */
  readonly imitates: 'an MCP server' | 'another tool' | null;
  readonly subject: Subject;
}

/** Packages disclosed as made for harm, with their names alone: what a registry shows of a package before anybody looks. */
export function disclosedNames(): readonly DisclosedName[] {
  return Malicious.parse(read('malicious.json'))
    .entries.filter((entry) => MADE_FOR_HARM.has(entry.kind) || entry.expectedSignals.some(saysImitation))
    .filter(({ ecosystem, kind }) => /^(npm|pypi)$/i.test(ecosystem) && kind !== 'contested-remote-control')
    .flatMap((entry) =>
      namesIn(entry.name).map((name) => ({
        name,
        label: entry.name,
        campaign: entry.campaign ?? entry.name,
        isLookalikeTruth: MADE_FOR_HARM.has(entry.kind),
        imitates: imitated(entry.expectedSignals, name),
        subject: packageByName(entry.ecosystem.toLowerCase(), name),
      })),
    );
}

const MADE_FOR_HARM = new Set(['malicious-from-start', 'canary-or-poc']);

function imitated(signals: readonly string[], name: string): DisclosedName['imitates'] {
  if (!signals.some(saysImitation)) return null;
  return /(?:^|[^a-z])mcp(?:[^a-z]|$)/.test(name) ? 'an MCP server' : 'another tool';
}

function saysImitation(signal: string): boolean {
  return /squat|brand-under-foreign|typosquat/.test(signal);
}

/** A label may name a cluster: `NAME cluster (19 names: one, two, …)`. */
function namesIn(written: string): readonly string[] {
  const list = /names: ([^()]+)\)/.exec(written)?.[1];
  return list === undefined ? [written] : list.split(',').map((name) => name.trim());
}

function packageByName(ecosystem: string, name: string): Subject {
  return named({ registry: ecosystem, name, namespace: scopeOf(name) });
}

function communityServer({
  id,
  ecosystem,
  repo,
  notes,
}: z.infer<typeof Unofficial>['entries'][number]): LabelledServer {
  const common: Listing = { description: notes ?? null, repository: repo ? repositoryAt(repo) : 'none' };
  if (ecosystem === 'mcp-registry') return { id, subjects: [named({ name: id }), listed({ ...common, name: id })] };
  if (ecosystem === 'github') {
    const where: Listing = { registry: 'glama', name: id.replace('github:', '') };
    return { id, subjects: [named(where), listed({ ...common, ...where, packages: null })] };
  }
  // Whose it is stands on no label; somebody publishes it.
  const where: Listing = { registry: ecosystem, name: id, namespace: scopeOf(id) ?? 'somebody' };
  return {
    id,
    subjects: [named(where), listed({ ...common, ...where, packages: [packageNamed(ecosystem, id)] })],
  };
}

function vendorServer({ registryName, remoteUrl, repo, npm, pypi }: z.infer<typeof OfficialServer>): Subject[] {
  const packages = [
    ...(npm === undefined ? [] : [packageNamed('npm', npm)]),
    ...(pypi === undefined ? [] : [packageNamed('pypi', pypi, { at: '/packages/1' })]),
  ];
  const fields: Listing = {
    packages,
    remotes: remoteUrl === undefined ? [] : [remoteAt(remoteUrl)],
    repository: repo === undefined ? 'none' : repositoryAt(repo),
  };
  const subjects: Subject[] = [];
  if (registryName !== undefined) subjects.push(listed({ ...fields, name: registryName }));
  for (const { ecosystem, identifier } of packages)
    subjects.push(listed({ registry: ecosystem, name: identifier, namespace: scopeOf(identifier) ?? 'somebody' }));
  const slug = /^https:\/\/github\.com\/(.+)$/.exec(repo ?? '')?.[1];
  if (slug !== undefined)
    subjects.push(listed({ ...fields, registry: 'glama', name: slug, packages: null, remotes: null }));
  return subjects;
}

/** npm and PyPI show whose a package is only where it has a scope. */
function scopeOf(name: string): string | null {
  return name.startsWith('@') ? (name.slice(1).split('/')[0] ?? null) : null;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
