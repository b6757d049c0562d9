import type { Drift, DriftLine, RegistryDrift } from '../model/drift.ts';
import { cut } from './bounded.ts';
import { comparedTexts, countsOf, DRIFT_NOTICE, listingOf, statementOf } from './drift-report.ts';
import { driftTable, groupTable } from './drift-section.ts';
import type { PageDrift, PageDriftLine } from './page-data.ts';

const MAX_LINES = 200;
/** What stands in drift.json beyond them is counted. */
const MAX_CHANGES = 40;
const MAX_TEXT_CHARACTERS = 400;

/** The drift section of the summary, with more of each kind of change. */
export function pageDrift(drift: Drift): PageDrift {
  return {
    notice: DRIFT_NOTICE,
    before: drift.before,
    after: drift.after,
    registries: driftTable(drift),
    incomplete: drift.registries.flatMap(incomplete),
    groups: groupTable(drift),
    listed: drift.lines.length,
    lines: drift.lines.slice(0, MAX_LINES).map(pageDriftLine),
  };
}

function incomplete({ registry, before, after }: RegistryDrift): readonly string[] {
  return [
    ...(before?.complete === true ? [] : [`${registry}, earlier listing ${listingOf(before)}`]),
    ...(after?.complete === true ? [] : [`${registry}, later listing ${listingOf(after)}`]),
  ];
}

function pageDriftLine(line: DriftLine): PageDriftLine {
  return {
    rank: line.rank,
    registry: line.registry,
    kind: line.kind,
    migration: line.migration,
    said: statementOf(line),
    counts: countsOf(line),
    entries: line.entries,
    of: line.of,
    changes: Iterator.from(line.changes)
      .take(MAX_CHANGES)
      .map(({ entry, was, version, before, after }) => ({
        entry: cut(entry),
        was: was === null ? null : cut(was),
        version: version === null ? null : cut(version, MAX_TEXT_CHARACTERS),
        texts: comparedTexts(before, after, MAX_TEXT_CHARACTERS).map((each) => cut(each, MAX_TEXT_CHARACTERS)),
      }))
      .toArray(),
  };
}
