import { ageDays, instantMs } from '../evidence/time.ts';
import type { Recalls } from '../intel/recalls.ts';
import type { Lookup } from '../lookup/port.ts';
import type { Assessment, PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { SignalId } from '../model/finding.ts';
import type { Subject } from '../model/subject.ts';
import type { SignalDeclaration } from '../signal.ts';
import { hostOf } from '../text/domains.ts';
import { repositoryPath } from '../text/repository-path.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import type { Card, CardFindings, CardListing, CardPublisher, CardRepository, CardTools, Unseen } from './card.ts';
import { unseenOf } from './unseen.ts';
import { codeHostOf } from './code-host.ts';
import { authenticationOf, inputsOf, undeclaredSecrets } from './inputs.ts';
import { changesOf, packagesOf, provenanceOf, type Shown, shownReleases } from './packages.ts';

/** All that is known of one server, read and judged beforehand. */
export interface CardSources {
  readonly tool: string;
  readonly query: string;
  readonly asOf: string;
  readonly snapshot: Card['snapshot'];
  readonly packagesReadAt: string | null;
  readonly subject: Subject;
  /** The entry and its twins; the first is the one shown. [] for a package that no entry names. */
  readonly listings: readonly CardListing[];
  readonly alsoNamedBy: readonly EntryId[];
  readonly portfolio: CardPublisher['portfolio'];
  /** The oldest time that the namespace's entries have. */
  readonly namespaceSince: string | null;
  readonly gateway: string | null;
  /** Versions asked for, by purl. */
  readonly asked: ReadonlyMap<string, string>;
  readonly assessments: readonly Assessed[];
  readonly declarations: ReadonlyMap<SignalId, SignalDeclaration>;
  readonly recalls: Recalls;
  readonly organisation: Card['organisation'];
  /** What else could not be looked at. */
  readonly unseen: readonly Unseen[];
}

export interface Assessed {
  readonly pipeline: PipelineId;
  readonly from: CardFindings['from'];
  /** `not fired`: nothing fired, and whether anything could look is not known. */
  readonly assessment: Omit<Assessment, 'entry'> | 'silent' | 'unseen' | 'not fired';
}

const MAX_STATEMENTS = 3;
const MAX_PEOPLE = 20;

/** Puts together what is known of a server; judges nothing and looks nothing up. */
export function cardOf(sources: CardSources): Card {
  const { subject, asOf, asked, recalls } = sources;
  const record = 'record' in subject ? subject.record : null;
  // Behind a package that no entry names there is no record that could declare anything.
  const isListed = sources.listings.length > 0;
  const shown = shownReleases(subject, asked);
  const capabilities = capabilitiesOf(shown.flatMap(({ facts }) => facts ?? []));
  const inputs = subject.depth === 'name' ? [] : inputsOf(subject, capabilities);
  return {
    schemaVersion: 1,
    tool: sources.tool,
    query: sources.query,
    asOf,
    snapshot: sources.snapshot,
    packagesReadAt: sources.packagesReadAt,
    name: subject.entry.name,
    title: record?.title ?? subject.entry.title,
    description: record?.description ?? null,
    version: record?.version ?? null,
    status: record?.status ?? null,
    listings: sources.listings,
    alsoNamedBy: sources.alsoNamedBy,
    publisher: publisherOf(sources, shown),
    repository: repositoryOf(subject, shown, asOf),
    packages: packagesOf(subject, shown, asOf),
    remotes: record?.remotes?.map(({ type, url }) => ({ type, url, host: hostOf(url) })) ?? null,
    gateway: sources.gateway,
    inputs,
    undeclaredSecrets: undeclaredSecrets(inputs, capabilities),
    tools: toolsOf(subject, capabilities),
    capabilities,
    authentication:
      isListed && subject.depth !== 'name' ? authenticationOf(subject) : { declared: [], outcome: 'unseen' },
    provenance: provenanceOf(shown),
    findings: sources.assessments.map((each) => findingsOf(each, sources.declarations)),
    changes: changesOf(shown),
    organisation: sources.organisation,
    recalls: recalls.recalls.map(({ kind, statement }) => ({ kind, statement })),
    recallLists: recalls.lists,
    unseen: unseenOf(sources, shown, capabilities),
  };
}

/** How many entries a namespace has in each registry, and the oldest time among them. */
export function portfolioOf(
  lookup: Pick<Lookup, 'byNamespace'>,
  namespace: string | null,
): { readonly portfolio: CardPublisher['portfolio']; readonly since: string | null } {
  if (namespace === null) return { portfolio: null, since: null };
  const entries = lookup.byNamespace(namespace);
  const byRegistry = Map.groupBy(entries, ({ registry }) => registry);
  return {
    portfolio: [...byRegistry].map(([registry, all]) => ({ registry, entries: all.length })),
    since: oldest(entries.map(({ publishedAt }) => publishedAt)),
  };
}

function publisherOf(
  { subject, portfolio, namespaceSince, asOf }: CardSources,
  shown: readonly Shown[],
): CardPublisher {
  const firstSeen = oldest([
    namespaceSince,
    ...shown.map(({ packument: { createdAt, releases } }) => createdAt ?? releases[0]?.publishedAt ?? null),
  ]);
  const publishers = shown.flatMap(({ release }) => release.publishedBy?.name ?? []);
  const maintainers = shown.flatMap(({ release, packument }) => release.maintainers ?? packument.maintainers ?? []);
  return {
    namespace: subject.entry.namespace,
    portfolio,
    firstSeen,
    firstSeenDays: ageDays(firstSeen, asOf),
    publishedBy: publishers.length === 0 ? null : [...new Set(publishers)],
    maintainers:
      maintainers.length === 0 ? null : [...new Set(maintainers.map(({ name }) => name))].slice(0, MAX_PEOPLE),
  };
}

function repositoryOf(subject: Subject, shown: readonly Shown[], asOf: string): CardRepository {
  const written = 'record' in subject ? subject.record.repository : null;
  const ofPackages = [...new Set(shown.flatMap(({ release }) => release.repository ?? []))];
  const url = written === null || written === 'none' ? written : written.url;
  const keys = ofPackages.flatMap((each) => repositoryPath(each)?.repository ?? []);
  const own = url === null || url === 'none' ? null : (repositoryPath(url)?.repository ?? null);
  const compared = own === null || keys.length === 0 ? null : keys.every((key) => key === own) ? 'same' : 'different';
  const canonical = own ?? keys[0] ?? null;
  return {
    url: url ?? ofPackages[0] ?? null,
    canonical,
    packages: compared ?? (shown.length === 0 ? 'unseen' : notCompared(url, ofPackages)),
    saidByPackages: ofPackages,
    host: canonical === null ? null : codeHostOf(subject, canonical, asOf),
  };
}

/** An address of a form that cannot be compared, as npm's `owner/name`, is named all the same. */
function notCompared(url: string | null, ofPackages: readonly string[]): CardRepository['packages'] {
  if (ofPackages.length === 0) return 'silent';
  const canBeRead = ofPackages.some((each) => repositoryPath(each) !== null);
  return canBeRead || url === null ? 'alone' : 'unseen';
}

function toolsOf(subject: Subject, capabilities: Capabilities | null): CardTools {
  if (capabilities !== null && capabilities.tools.length > 0) {
    const tools = capabilities.tools.map(({ name, description, annotations }) => ({ name, description, annotations }));
    return { from: 'source', tools };
  }
  const claimed = 'record' in subject ? subject.record.tools : null;
  if (claimed === null || claimed.length === 0) return { from: 'unseen', tools: [] };
  return {
    from: 'claimed',
    tools: claimed.map(({ name, description }) => ({ name, description, annotations: null })),
  };
}

function findingsOf(
  { pipeline, from, assessment }: Assessed,
  declarations: ReadonlyMap<SignalId, SignalDeclaration>,
): CardFindings {
  if (typeof assessment === 'string') {
    return { pipeline, from, outcome: assessment, tier: null, score: null, fired: [], cleared: [], facts: [] };
  }
  return {
    pipeline,
    from,
    outcome: 'fired',
    tier: assessment.tier,
    score: assessment.score,
    fired: assessment.fired.map(({ signal, weight, evidence }) => ({
      id: signal,
      weight,
      statements: evidence.slice(-MAX_STATEMENTS).map(({ statement }) => statement),
      clearedBy: declarations.get(signal)?.falsePositives ?? '',
    })),
    cleared: said(assessment.cleared),
    facts: said(assessment.facts),
  };
}

function said(found: Assessment['fired']): readonly string[] {
  return found.map(({ signal, evidence }) => `${signal}: ${evidence[0].statement}`);
}

function oldest(times: readonly (string | null)[]): string | null {
  let found: { readonly text: string; readonly ms: number } | null = null;
  for (const text of times) {
    const ms = instantMs(text);
    if (text !== null && ms !== null && (found === null || ms < found.ms)) found = { text, ms };
  }
  return found?.text ?? null;
}
