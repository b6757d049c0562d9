import type { Candidate } from '../model/candidate.ts';
import type { Evidence, Fired } from '../model/finding.ts';
import type { Place, ResourceDescriptor } from '../model/place.ts';
import { bounded, cut } from './bounded.ts';
import type { PageDetail, PageEvidence, PageFired, PageHistory, PagePlace, PageRow } from './page-data.ts';

const MAX_EVIDENCE = 12;
const MAX_LISTED = 50;
const MAX_TWINS = 100;
const MAX_WHY_CHARACTERS = 200;
const MAX_LABEL_CHARACTERS = 200;
/** A verdict names the entry in full, up to what a line of verdicts may hold. */
const MAX_ID_CHARACTERS = 4_096;

export interface Beside {
  readonly line: number;
  readonly fingerprint: string;
  readonly brands: readonly string[];
}

/** A candidate's row in the table. */
export function pageRow(candidate: Candidate, { line, fingerprint, brands }: Beside): PageRow {
  const { pipeline, rank, tier, score, reachable, depth, entry, fired } = candidate;
  return {
    line,
    fingerprint,
    pipeline,
    rank,
    tier,
    score,
    reachable,
    depth,
    registry: entry.registry,
    id: cut(entry.id, MAX_ID_CHARACTERS),
    title: entry.title === null ? null : cut(entry.title, MAX_LABEL_CHARACTERS),
    publisher: entry.namespace === null ? null : cut(entry.namespace, MAX_LABEL_CHARACTERS),
    signals: fired.map(({ signal }) => signal),
    brands,
    why: cut(fired[0]?.evidence[0].statement ?? '', MAX_WHY_CHARACTERS),
    verdict: candidate.verdict ?? null,
  };
}

/** The rest of it. */
export function pageDetail(candidate: Candidate, answers: number, history: PageHistory | null): PageDetail {
  const { families, fired, cleared, facts, notLookedFor, notRead, shown, identity, entry } = candidate;
  const resources = new Map<string, ResourceDescriptor>();
  const place: Placed = (at) => pagePlace(at, resources);
  const placed = {
    families,
    fired: fired.map((each) => pageFired(each, place)),
    cleared: cleared.map((each) => pageFired(each, place)),
    facts: facts.map((each) => pageFired(each, place)),
    notLookedFor: notLookedFor.map(({ signal, reason }) => ({ signal, reason: cut(reason) })),
    notRead: notRead
      .slice(0, MAX_LISTED)
      .map((each) => ({ ...each, identifier: cut(each.identifier), reason: cut(each.reason) })),
    shown: {
      ...shown,
      description: cutOrNull(shown.description),
      version: cutOrNull(shown.version),
      repository: cutOrNull(shown.repository),
      packages: listed(shown.packages),
      remotes: listed(shown.remotes),
    },
    identity: identity === undefined ? null : { ...identity, twins: identity.twins.slice(0, MAX_TWINS).map(twin) },
    at: place(entry.place),
    answers,
    history,
    lapsed: candidate.lapsed ?? null,
  };
  return { ...placed, resources: [...resources.values()] };
}

type Placed = (at: Place) => PagePlace;

function pageFired({ signal, weight, evidence }: Fired, place: Placed): PageFired {
  return {
    signal,
    weight,
    evidence: evidence.slice(0, MAX_EVIDENCE).map((each) => pageEvidence(each, place)),
    moreEvidence: Math.max(0, evidence.length - MAX_EVIDENCE),
  };
}

function pageEvidence({ statement, observed, expected, at, case: named }: Evidence, place: Placed): PageEvidence {
  return {
    statement: cut(statement),
    observed: bounded(observed),
    expected: bounded(expected),
    at: place(at),
    ...(named === undefined ? {} : { case: named }),
  };
}

/** The same bytes are cited several times, and named once. */
function pagePlace({ resource, pointer }: Place, resources: Map<string, ResourceDescriptor>): PagePlace {
  const key = JSON.stringify(resource);
  if (!resources.has(key)) resources.set(key, { ...resource, uri: cut(resource.uri) });
  return { resource: [...resources.keys()].indexOf(key), pointer: cut(pointer) };
}

function twin({ id, because }: NonNullable<Candidate['identity']>['twins'][number]) {
  return { id: cut(id, MAX_ID_CHARACTERS), because: because.slice(0, MAX_LISTED).map((each) => cut(each)) };
}

function listed(values: readonly string[] | null): readonly string[] | null {
  return values === null ? null : values.slice(0, MAX_LISTED).map((each) => cut(each));
}

function cutOrNull(text: string | null): string | null {
  return text === null ? null : cut(text);
}
