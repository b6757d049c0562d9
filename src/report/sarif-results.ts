import type { Location, Result, Suppression } from 'sarif';
import type { Candidate, Tier } from '../model/candidate.ts';
import type { Evidence, Fired } from '../model/finding.ts';
import { inert, inertJson } from '../text/inert.ts';
import { sarifText } from './sarif-rules.ts';

/** Where results point to: an entry of a registry, which is no file of the repository that the report is shown in. */
export const ENTRIES_BASE = 'REGISTRIES';

/** Nothing here is an `error`: that would say that something is wrong, which a person has to say. */
const LEVELS = { 'review-first': 'warning', review: 'warning', watch: 'note', noted: 'note' } as const satisfies Record<
  Tier,
  Result['level']
>;

const MAX_EVIDENCE = 10;
const MAX_MESSAGE_CHARACTERS = 1_000;
const MAX_NAME_CHARACTERS = 300;
const MAX_URI_CHARACTERS = 2_000;
const MAX_VALUE_CHARACTERS = 1_000;

/** One result for each signal that fired, in the order in which they fired; signals that `rules` does not know give none. */
export function resultsOf(candidate: Candidate, rules: ReadonlyMap<string, number>): readonly Result[] {
  const { fired } = candidate;
  return fired.flatMap((finding) => {
    const ruleIndex = rules.get(finding.signal);
    return ruleIndex === undefined ? [] : [resultOf(candidate, finding, ruleIndex)];
  });
}

function resultOf(candidate: Candidate, finding: Fired, ruleIndex: number): Result {
  const { tier, score, reachable, depth, rank, pipeline, entry, fingerprint, verdict } = candidate;
  const shown = finding.evidence.slice(0, MAX_EVIDENCE);
  return {
    ruleId: finding.signal,
    ruleIndex,
    level: LEVELS[tier],
    rank: score,
    message: { text: messageOf(candidate, finding) },
    locations: [locationOf(candidate, finding.evidence[0])],
    ...(fingerprint === undefined ? {} : { partialFingerprints: fingerprintsOf(fingerprint, finding) }),
    // Present in every result or in none, as SARIF wants it (§3.27.23).
    suppressions: verdict?.verdict === 'dismissed' ? [suppressionOf(verdict)] : [],
    properties: {
      entry: entry.id.slice(0, MAX_NAME_CHARACTERS).toWellFormed(),
      pipeline,
      tier,
      rankInList: rank,
      scoreReachable: reachable,
      depth,
      weight: finding.weight,
      ...(verdict?.verdict === 'confirmed'
        ? { confirmed: { date: verdict.date, reviewer: inert(verdict.reviewer, 100) } }
        : {}),
      evidence: shown.map(evidenceOf),
      evidenceLeftOut: finding.evidence.length - shown.length,
    },
  };
}

function messageOf({ entry, tier, score, reachable, depth }: Candidate, { evidence: [first, ...more] }: Fired): string {
  const name = sarifText(entry.id, MAX_NAME_CHARACTERS);
  const said = sarifText(first.statement, MAX_MESSAGE_CHARACTERS);
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return `${name}: ${said}${others}. Candidate in tier ${tier}, ${score} of ${reachable} at depth ${depth}; to be read by a person.`;
}

/**
 * The entry, as a path relative to a base that is no folder, and the value's pointer as a logical location.
 *
 * Code scanning services refuse a whole file for one absolute address (github/codeql-action#754), so where the bytes came from
 * stands among the properties; and they want a line, which is the first.
 */
function locationOf({ entry }: Candidate, { at }: Evidence): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: pathOf(entry), uriBaseId: ENTRIES_BASE },
      region: { startLine: 1 },
    },
    logicalLocations: [
      {
        name: inert(entry.name, MAX_NAME_CHARACTERS),
        fullyQualifiedName: inert(entry.id, MAX_NAME_CHARACTERS),
        kind: 'resource',
      },
      { fullyQualifiedName: inert(at.pointer, MAX_URI_CHARACTERS), kind: 'value' },
    ],
  };
}

/** Segments that would climb out of the base, or vanish, are spelled as underscores. */
function pathOf({ registry, name }: Candidate['entry']): string {
  const segments = name.slice(0, MAX_NAME_CHARACTERS).toWellFormed().split('/');
  return [registry, ...segments.map((segment) => (/^\.{0,2}$/.test(segment) ? '_' : encodeURIComponent(segment)))].join(
    '/',
  );
}

/** GitHub tells by `primaryLocationLineHash` whether a result is the one of the scan before. */
function fingerprintsOf(fingerprint: string, { signal }: Fired): Record<string, string> {
  return { 'registryAuditCandidate/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:${signal}` };
}

function suppressionOf({ reason, reviewer, date, expires }: NonNullable<Candidate['verdict']>): Suppression {
  const until = expires === null ? '' : `, until ${expires}`;
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${inert(reason, MAX_MESSAGE_CHARACTERS)} (${inert(reviewer, 100)}, ${date}${until})`,
  };
}

function evidenceOf({ statement, observed, expected, at, case: named }: Evidence): object {
  return {
    statement: inert(statement, MAX_MESSAGE_CHARACTERS),
    observed: valueOf(observed),
    expected: valueOf(expected),
    ...(named === undefined ? {} : { case: named }),
    uri: inert(at.resource.uri, MAX_URI_CHARACTERS),
    sha256: at.resource.sha256,
    retrievedAt: at.resource.retrievedAt,
    pointer: inert(at.pointer, MAX_URI_CHARACTERS),
  };
}

/** As text of bounded length: what viewers show of properties is text. */
function valueOf(value: Evidence['observed']): string | null {
  if (value === null) return null;
  return inert(typeof value === 'string' ? value : inertJson(value), MAX_VALUE_CHARACTERS);
}
