import type { Drift } from '../model/drift.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { bounded } from './bounded.ts';
import { GATEWAYS_COUNTS, GATEWAYS_NOTICE, noGateway } from './gateways-report.ts';
import { NOTHING_FOUND_NOTICE, nothingFoundTable, noCandidate } from './nothing-found.ts';
import type { PageFacts, PageGateways, PagePipeline } from './page-data.ts';
import { pageDrift } from './page-drift.ts';
import { COVERAGE_NOTICE, NOTICE, notices, type PipelineReport, provenance, type ReviewOutcome } from './report.ts';
import { PRECISION_NOTICE, precisionTable, reviewLine } from './review-counts.ts';
import { coverageTable, packageTable, repositoryTable, sourceTable, tierTable } from './tables.ts';

const MAX_GATEWAYS = 1_000;

/** How much of a pipeline's list the page has. */
export interface Listed {
  readonly listed: number;
  readonly shown: number;
}

export interface FactsInput {
  readonly reports: readonly [PipelineReport, ...PipelineReport[]];
  readonly gateways: readonly GatewayWithFacts[] | null;
  /** null where the snapshot was compared with none. */
  readonly drift: Drift | null;
  readonly lists: readonly Listed[];
}

/** What summary.md says, in its order and words; the page draws it. */
export function pageFacts({ reports, gateways, drift, lists }: FactsInput): PageFacts {
  const [{ head, coverage, packages, sources, repositories }] = reports;
  const declared = new Map(
    reports.flatMap(({ signals }) => signals.map(({ declaration }) => [declaration.id, declaration])),
  );
  return {
    head,
    notices: notices(head, NOTICE),
    provenance: provenance(head),
    seen: {
      notice: COVERAGE_NOTICE,
      coverage: coverageTable(coverage),
      byRegistry: coverage,
      packages: packageTable(packages),
      sources: sourceTable(sources),
      ...(repositories === undefined ? {} : { repositories: repositoryTable(repositories) }),
    },
    pipelines: reports.map((report, index) => pagePipeline(report, lists[index] ?? { listed: 0, shown: 0 })),
    signals: [...declared.values()],
    gateways: gateways === null ? null : pageGateways(gateways),
    drift: drift === null ? null : pageDrift(drift),
  };
}

function pagePipeline(report: PipelineReport, { listed, shown }: Listed): PagePipeline {
  return {
    pipeline: report.pipeline,
    byRegistry: report.byRegistry,
    tiers: tierTable(report),
    nothingFoundNotice: NOTHING_FOUND_NOTICE,
    nothingFound: nothingFoundTable(report),
    noCandidate: noCandidate(report.pipeline),
    review: report.review === undefined ? null : pageReview(report.review),
    signals: report.signals.map(({ declaration, fired, silent, unseen }) => ({
      signal: declaration.id,
      fired,
      silent,
      unseen,
    })),
    listed,
    shown,
  };
}

function pageReview(review: ReviewOutcome): PagePipeline['review'] {
  return { line: reviewLine(review), notice: PRECISION_NOTICE, precision: precisionTable(review.precision) };
}

function pageGateways(gateways: readonly GatewayWithFacts[]): PageGateways {
  return {
    notice: GATEWAYS_NOTICE,
    counts: GATEWAYS_COUNTS,
    none: noGateway(),
    listed: gateways.length,
    shown: gateways.slice(0, MAX_GATEWAYS).map((gateway) => ({
      ...gateway,
      facts: gateway.facts.map((fact) => ({
        ...fact,
        evidence: fact.evidence.slice(0, 3).map((each) => ({
          ...each,
          observed: bounded(each.observed),
          expected: bounded(each.expected),
        })),
      })),
    })),
  };
}
