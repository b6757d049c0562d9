import type { Run } from 'sarif';
import type { Candidate } from '../model/candidate.ts';
import { inertJson } from '../text/inert.ts';
import { NOTICE, notices, type PipelineReport, provenance } from './report.ts';
import { ENTRIES_BASE, resultsOf } from './sarif-results.ts';
import { ruleOf, sarifText } from './sarif-rules.ts';

/** What code scanning services take of one run; candidates come in rank order, so what is left out is at the end of the list. */
const MAX_RESULTS_OF_RUN = 25_000;
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * registry-audit.sarif (SARIF 2.1.0, OASIS): a run for each pipeline, a rule for each signal, a result for each signal that fired.
 *
 * Dismissed candidates are among the results, as suppressed. One result a line, written as they come.
 */
export function* renderSarif(reports: readonly PipelineReport[]): Generator<string> {
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[`;
  let separator = '\n';
  for (const report of reports) {
    yield separator;
    yield* runOf(report);
    separator = ',\n';
  }
  yield '\n]}\n';
}

function* runOf(report: PipelineReport): Generator<string> {
  const declared = report.signals.map(({ declaration }) => declaration).filter(({ role }) => role === 'incriminates');
  const rules = new Map(declared.map(({ id }, index) => [id, index]));
  yield `${inertJson(opening(report, declared)).slice(0, -1)},"results":[`;
  let [written, leftOut, separator] = [0, 0, '\n'];
  for (const candidate of inRankOrder(report)) {
    for (const result of resultsOf(candidate, rules)) {
      if (written === MAX_RESULTS_OF_RUN) {
        leftOut += 1;
        continue;
      }
      yield `${separator}${inertJson(result)}`;
      written += 1;
      separator = ',\n';
    }
  }
  yield `\n],${inertJson(closing(report, leftOut)).slice(1)}`;
}

function opening({ head, pipeline }: PipelineReport, declared: readonly Parameters<typeof ruleOf>[0][]): Run {
  const at = head.tool.lastIndexOf('@');
  return {
    tool: {
      driver: {
        name: 'registry-audit',
        version: head.tool.slice(at + 1),
        rules: declared.map(ruleOf),
      },
    },
    automationDetails: { id: `registry-audit/${pipeline}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ENTRIES_BASE]: { description: { text: 'Entries of MCP registries, by registry and name; they are no files.' } },
    },
    properties: { snapshot: head.snapshot, baseline: head.baseline, tool: head.tool, pipeline },
  };
}

/** After the results, because only then it is known how many were left out. */
function closing(report: PipelineReport, leftOut: number): Pick<Run, 'invocations'> {
  const { head, coverage } = report;
  const incomplete = coverage.filter(({ enumeration }) => enumeration.ended !== 'exhausted');
  const said = [
    ...notices(head, NOTICE),
    provenance(head),
    ...incomplete.map(
      ({ registry, enumeration }) =>
        `The listing of ${registry} is not complete (${enumeration.ended}); what was not seen is not among the results.`,
    ),
    ...(leftOut === 0
      ? []
      : [
          `${leftOut} further results are left out, the last ones in the order to read them; ${report.pipeline}.json has all.`,
        ]),
  ];
  const toolExecutionNotifications = said.map((text) => ({
    level: 'note' as const,
    message: { text: sarifText(text, 2_000) },
  }));
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications }] };
}

/** The list and what verdicts hide of it, merged by rank. */
function* inRankOrder({ candidates, review }: PipelineReport): Generator<Candidate> {
  const hidden = review?.hidden ?? [];
  let next = 0;
  for (const candidate of candidates) {
    for (let first = hidden[next]; first !== undefined && first.rank < candidate.rank; first = hidden[next]) {
      yield first;
      next += 1;
    }
    yield candidate;
  }
  yield* hidden.slice(next);
}
