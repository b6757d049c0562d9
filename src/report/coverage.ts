import { inertJson } from '../text/inert.ts';
import { COVERAGE_NOTICE, notices, type PipelineReport, type ReportHead } from './report.ts';

/** coverage.json: what could be seen, a row a registry, a row an ecosystem, and the archives; there is no total on purpose. */
export function renderCoverage(
  head: ReportHead,
  {
    coverage,
    packages,
    sources,
    repositories,
  }: Pick<PipelineReport, 'coverage' | 'packages' | 'sources' | 'repositories'>,
): string {
  const read = {
    ...(sources === undefined ? {} : { sources }),
    ...(repositories === undefined ? {} : { repositories }),
  };
  const notice = notices(head, COVERAGE_NOTICE).join(' ');
  return `${inertJson({ ...head, report: 'coverage', notice, coverage, packages, ...read }, 1)}\n`;
}
