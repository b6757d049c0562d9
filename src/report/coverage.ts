import type { Manifest } from '../model/snapshot.ts';
import { inertJson } from '../text/inert.ts';
import { COVERAGE_NOTICE, notices, type ReportHead } from './report.ts';

/** coverage.json: what could be seen, a row a registry and a row an ecosystem; there is no total on purpose. */
export function renderCoverage(
  head: ReportHead,
  { coverage, packages }: Pick<Manifest, 'coverage' | 'packages'>,
): string {
  const notice = notices(head, COVERAGE_NOTICE).join(' ');
  return `${inertJson({ ...head, report: 'coverage', notice, coverage, packages }, 1)}\n`;
}
