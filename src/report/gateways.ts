import { inertJson } from '../text/inert.ts';
import { GATEWAYS_COUNTS, GATEWAYS_NOTICE, type GatewaysReport } from './gateways-report.ts';
import { COVERAGE_NOTICE, notices } from './report.ts';

/**
 * gateways.json; schemas/gateways.schema.json describes it. One gateway a line, so that line tools and diffs work on it.
 * Characters that do not show are written as JSON escapes.
 */
export function* renderGatewaysJson({ head, coverage, gateways }: GatewaysReport): Generator<string> {
  const notice = notices(head, GATEWAYS_NOTICE, COVERAGE_NOTICE).join(' ');
  const opening = { ...head, report: 'gateways', notice, counts: GATEWAYS_COUNTS, coverage };
  yield `${inertJson(opening, 1).slice(0, -'\n}'.length)},\n "gateways": [`;
  let separator = '\n';
  for (const [index, gateway] of gateways.entries()) {
    yield `${separator}${inertJson({ rank: index + 1, ...gateway })}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}
