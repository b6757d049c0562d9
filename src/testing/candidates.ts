import type { Depth } from '../model/depth.ts';
import type { Candidate, PipelineId, Tier } from '../model/candidate.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Evidence, Fired } from '../model/finding.ts';
import type { PipelineReport, RegistryCounts, ReportHead, SignalCounts } from '../report/report.ts';
import type { SignalDeclaration } from '../signal.ts';
import { entry } from './subjects.ts';

/** Reports and candidates for tests, in the same invented harbour town; every field can be set. */
export function report(fields: Partial<PipelineReport> = {}): PipelineReport {
  return {
    head: head(),
    pipeline: 'lookalike',
    coverage: [coverage('official')],
    packages: [{ ecosystem: 'npm', named: 7, read: 5, notRead: { 'not found': 2 } }],
    counts: tiers(),
    byRegistry: [looked('official', { metadata: 4, package: 7 })],
    signals: [asked()],
    candidates: [],
    ...fields,
  };
}

export function head(fields: Partial<ReportHead['snapshot']> & { readonly baseline?: string } = {}): ReportHead {
  const { baseline = null, ...snapshot } = fields;
  return {
    schemaVersion: 1,
    snapshot: { date: '2026-06-29', origin: 'captured', tool: 'mcp-registry-audit@0.1.0', ...snapshot },
    baseline,
    tool: 'mcp-registry-audit@0.2.0',
    intel: [],
    attributions: [],
  };
}

/** Eleven entries, seven of them as deep as their package. */
export function coverage(registry: string, fields: Partial<Coverage> = {}): Coverage {
  return {
    registry,
    advertised: 12,
    responses: 3,
    rows: 16,
    distinct: 11,
    earlierVersions: 3,
    repeats: 1,
    quarantined: 1,
    byDepth: { name: 0, metadata: 4, package: 7, source: 0 },
    enumeration: { ended: 'exhausted' },
    ...fields,
  };
}

/** A plain number is entries at depth metadata. */
export function looked(
  registry: string,
  entries: number | Partial<Record<Depth, number>>,
  byTier: Partial<Record<Tier, number>> = {},
): RegistryCounts {
  const given = typeof entries === 'number' ? { metadata: entries } : entries;
  const lookedByDepth = { name: 0, metadata: 0, package: 0, source: 0, ...given };
  const total = Object.values(lookedByDepth).reduce((sum, count) => sum + count, 0);
  return { registry, looked: total, lookedByDepth, byTier: tiers(byTier) };
}

export function tiers(fields: Partial<Record<Tier, number>> = {}): Record<Tier, number> {
  return { 'review-first': 0, review: 0, watch: 0, noted: 0, ...fields };
}

export function asked(declared: Partial<SignalDeclaration> = {}, outcomes: Partial<SignalCounts> = {}): SignalCounts {
  return {
    fired: 1,
    silent: 8,
    unseen: 2,
    ...outcomes,
    declaration: {
      id: 'lookalike/brand-typo',
      title: 'A name one letter from a brand',
      role: 'incriminates',
      family: 'N',
      needs: 'name',
      weight: 20,
      rationale: 'One letter is easily overlooked.',
      falsePositives: 'Words that happen to be near.',
      baseRate: null,
      references: [],
      ...declared,
    },
  };
}

/** One signal fired with one piece of evidence. */
export function candidate(fields: Partial<Candidate> = {}): Candidate {
  return {
    rank: 1,
    pipeline: 'lookalike' satisfies PipelineId,
    entry: entry({ name: 'io.github.quayside/tidewatr', title: 'Tidewatr' }),
    depth: 'package',
    tier: 'watch',
    score: 20,
    reachable: 72.5,
    families: ['N'],
    fired: [fired('lookalike/brand-typo')],
    cleared: [],
    notLookedFor: [],
    silent: ['lookalike/scope-drop'],
    unseen: [],
    facts: [],
    shown: {
      description: 'Reads the tide tables.',
      version: '1.0.0',
      repository: 'https://code.example/quayside/tidewatr',
      packages: ['npm:tidewatr@1.0.0'],
      remotes: [],
      reach: 40,
    },
    notRead: [],
    ...fields,
  };
}

/** Of family N and weight 20, with plain evidence where none is given. */
export function fired(signal: Fired['signal'], ...evidence: readonly Evidence[]): Fired {
  const [first = cited(), ...more] = evidence;
  return { signal, family: 'N', outcome: 'fired', weight: 20, evidence: [first, ...more] };
}

export function cited(fields: Partial<Omit<Evidence, 'at'>> = {}): Evidence {
  return {
    statement: 'the name is one letter from tidewater',
    observed: 'tidewatr',
    expected: 'tidewater',
    at: {
      resource: {
        uri: 'https://official.example/servers',
        sha256: '5'.repeat(64),
        retrievedAt: '2026-06-29T00:00:00Z',
      },
      pointer: '/servers/4/name',
    },
    ...fields,
  };
}
