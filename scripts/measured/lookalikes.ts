/** A whole snapshot through the lookalike pipeline, and labelled names judged among its entries. */
import { basename } from 'node:path';
import { lookalikeSignals } from '../../signals/lookalike/index.ts';
import { protectedNames } from '../../signals/data/index.ts';
import { openSubjects } from '../../src/commands/subjects.ts';
import { TIERS, type Assessment, type Tier } from '../../src/model/candidate.ts';
import type { Subject } from '../../src/model/subject.ts';
import { brandOwners } from '../../src/pipelines/brand-owners.ts';
import { contextOf, type LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { namedAfter } from '../../src/pipelines/named-after.ts';
import { type Population, populationSurvey } from '../../src/pipelines/population.ts';
import type { ProtectedDescription } from '../../src/pipelines/protected-descriptions.ts';
import { type Assessor, assessor } from '../../src/scoring/assess.ts';
import { openSnapshot, readEntries } from '../../src/snapshot/read.ts';
import {
  communityServers,
  type DisclosedName,
  disclosedNames,
  labelsAreThere,
  vendorServers,
} from './labelled-servers.ts';

/** How a name resembles an established server's. */
export const NEAR_AND_FAR = ['equal', 'words', 'near'] as const;

/** A part and a whole. */
type Share = readonly [number, number];

export interface Judged {
  /** The snapshot's date and origin. */
  readonly name: string;
  readonly entries: number;
  readonly tiers: Readonly<Record<Tier, number>>;
  /** The worst that any label's subject came to, by name alone, by its label, and as the snapshot has it. */
  readonly community: Readonly<Record<Tier, number>> & { readonly all: number };
  readonly vendors: { readonly raised: number; readonly all: number };
  readonly recall: {
    readonly mcp: Share;
    readonly campaigns: Share;
    readonly imitations: Share;
    /** Labels of the kinds that lookalikes are measured with, a cluster counting as one that is found with any of its names. */
    readonly labels: Share;
    readonly all: Share;
    readonly ceiling: Share;
  };
  readonly established: number;
  readonly pairs: readonly { readonly how: string; readonly entry: string; readonly server: string }[];
  readonly distinctServers: number;
  readonly conflicts: { readonly packages: number; readonly names: number };
  /** The entries of the two upper tiers, in the order of their ids. */
  readonly raised: readonly string[];
}

export async function judged(folder: string): Promise<Judged> {
  const context = await contextFor(folder);
  const lookalikes = assessor(lookalikeSignals, context);
  const found = new Map<string, Assessment>();
  const pairs: Judged['pairs'][number][] = [];
  const { identity, established } = context.population;
  let entries = 0;
  for await (const subject of subjectsOf(folder)) {
    entries += 1;
    const assessment = assessed(lookalikes, subject);
    if (assessment !== null) found.set(subject.entry.id, assessment);
    const pair = established.resembledBy(subject.entry.id);
    if (pair !== null) pairs.push({ how: pair.how, entry: subject.entry.id, server: pair.server.id });
  }
  const all = [...found.values()];
  const { manifest } = await openSnapshot(folder);
  return {
    name: `${basename(folder)} (${manifest.origin})`,
    entries,
    tiers: tally(all),
    ...labelled({ lookalikes, context, found }),
    established: established.servers.length,
    pairs,
    distinctServers: identity.clusters.distinctServers,
    conflicts: {
      packages: identity.conflicts.filter(({ kind }) => kind === 'package').length,
      names: identity.conflicts.filter(({ kind }) => kind === 'name').length,
    },
    raised: all.filter(isRaised).map(line).toSorted(),
  };
}

interface Asked {
  readonly lookalikes: Assessor;
  readonly context: LookalikeContext;
  /** Of the snapshot, by entry. */
  readonly found: ReadonlyMap<string, Assessment>;
}

function labelled(asked: Asked): Pick<Judged, 'community' | 'vendors' | 'recall'> {
  const { lookalikes, context, found } = asked;
  const community = labelsAreThere ? communityServers() : [];
  const vendors = labelsAreThere ? vendorServers() : [];
  const names = labelsAreThere ? disclosedNames() : [];
  const worst = community.flatMap(({ id, subjects }) => {
    const all = [...subjects.map((subject) => assessed(lookalikes, subject)), found.get(`official:${id}`) ?? null];
    return all.filter((each) => each !== null).toSorted((a, b) => b.score - a.score)[0] ?? [];
  });
  const isFound = ({ subject }: DisclosedName) => isRaised(assessed(lookalikes, subject));
  const shareOf = (those: readonly DisclosedName[], is = isFound): Share => [those.filter(is).length, those.length];
  const mcp = names.filter(({ imitates }) => imitates === 'an MCP server');
  const truth = names.filter(({ isLookalikeTruth }) => isLookalikeTruth);
  const labels = [...Map.groupBy(truth, ({ label }) => label).values()];
  const campaigns = [...Map.groupBy(mcp, ({ campaign }) => campaign).values()];
  return {
    community: { ...tally(worst), all: community.length },
    vendors: {
      raised: vendors.filter((subject) => assessed(lookalikes, subject) !== null).length,
      all: vendors.length,
    },
    recall: {
      mcp: shareOf(mcp),
      campaigns: [
        campaigns.reduce((sum, those) => sum + those.filter(isFound).length / those.length, 0),
        campaigns.length,
      ],
      imitations: shareOf(names.filter(({ imitates }) => imitates !== null)),
      labels: [labels.filter((those) => those.some(isFound)).length, labels.length],
      all: shareOf(names),
      ceiling: shareOf(names, ({ subject }) => namedAfter(subject, context) !== null || isFoundBrand(subject, context)),
    },
  };
}

/** A brand's word anywhere in the name, whoever publishes it. */
function isFoundBrand(subject: Subject, { view }: LookalikeContext): boolean {
  return view(subject).names.some(({ reading }) => reading.named.length > 0);
}

async function contextFor(folder: string): Promise<LookalikeContext> {
  const asOf = basename(folder);
  const owners = brandOwners(protectedNames.brands, protectedNames.sharedHosts);
  const survey = populationSurvey(protectedNames, { asOf });
  const described: ProtectedDescription[] = [];
  for await (const subject of subjectsOf(folder)) {
    survey.see(subject);
    const { entry } = subject;
    if (!('record' in subject) || subject.record.description === null) continue;
    if (owners.ofName(entry.registry, entry.name).length === 0) continue;
    described.push({ entry: entry.id, text: subject.record.description, owners: owners.of(subject) });
  }
  const population: Population = survey.result();
  return contextOf(protectedNames, { asOf, owners, described, population });
}

async function* subjectsOf(folder: string): AsyncGenerator<Subject> {
  const snapshot = await openSnapshot(folder);
  const subjects = await openSubjects(snapshot);
  try {
    for (const { registry } of snapshot.manifest.coverage) {
      for await (const stored of readEntries(snapshot, registry)) yield subjects.read(registry, stored.parse());
    }
  } finally {
    subjects.close();
  }
}

function assessed(lookalikes: Assessor, subject: Subject): Assessment | null {
  const found = lookalikes.assess(subject);
  return typeof found === 'string' ? null : found;
}

function isRaised(assessment: Assessment | null): boolean {
  return assessment?.tier === 'review-first' || assessment?.tier === 'review';
}

function line({ tier, score, depth, entry, fired }: Assessment): string {
  return `${tier} ${score} ${depth} ${entry.id} ${fired.map(({ signal, weight }) => `+${weight} ${signal}`).join(', ')}`;
}

function tally(found: readonly Assessment[]): Record<Tier, number> {
  const count = (tier: Tier) => found.filter((each) => each.tier === tier).length;
  const [first, review, watch, noted] = TIERS;
  return { [first]: count(first), [review]: count(review), [watch]: count(watch), [noted]: count(noted) };
}
