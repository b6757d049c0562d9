import { inertJson } from '../text/inert.ts';
import { DRIFT_NOTICE, type DriftReport, statementOf } from './drift-report.ts';
import { COVERAGE_NOTICE, notices } from './report.ts';

/**
 * drift.json; schemas/drift.schema.json describes it. One change a line, so that line tools and diffs work on it. Characters that do
 * not show are written as JSON escapes.
 */
export function* renderDriftJson({ head, drift }: DriftReport): Generator<string> {
  const { before, after, registries, groups, lines } = drift;
  const notice = notices(head, DRIFT_NOTICE, COVERAGE_NOTICE).join(' ');
  const opening = { ...head, report: 'drift', notice, before, after, registries, groups };
  yield `${inertJson(opening, 1).slice(0, -'\n}'.length)},\n "lines": [`;
  let separator = '\n';
  for (const { changes, ...line } of lines) {
    const { rank, registry, ...rest } = line;
    const said = inertJson({ rank, registry, statement: statementOf(line), ...rest });
    yield `${separator}${said.slice(0, -'}'.length)},"changes":[`;
    let comma = '\n ';
    for (const change of changes) {
      yield `${comma}${inertJson(change)}`;
      comma = ',\n ';
    }
    yield ']}';
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}
