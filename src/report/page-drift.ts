import type { Drift, DriftLine } from '../model/drift.ts';
import { cut } from './bounded.ts';
import { countsOf, DRIFT_NOTICE, statementOf } from './drift-report.ts';
import {
  comparedSnapshots,
  driftTable,
  GROUP_NOTICE,
  groupTable,
  incomplete,
  NOTHING_CHANGED,
  told,
} from './drift-section.ts';
import type { PageDrift, PageDriftLine } from './page-data.ts';

const MAX_LINES = 200;
/** What stands in drift.json beyond them is counted. */
const MAX_CHANGES = 40;
const MAX_TEXT_CHARACTERS = 400;

/** The drift section of the summary, with more of each kind of change. */
export function pageDrift(drift: Drift): PageDrift {
  return {
    notice: DRIFT_NOTICE,
    compared: comparedSnapshots(drift),
    registries: driftTable(drift),
    incomplete: incomplete(drift.registries),
    groupNotice: GROUP_NOTICE,
    groups: groupTable(drift),
    nothingChanged: NOTHING_CHANGED,
    listed: drift.lines.length,
    lines: drift.lines.slice(0, MAX_LINES).map(pageDriftLine),
  };
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
        // Of a renamed entry the values compared are its names.
        was: was === null || line.kind === 'entry/renamed' ? null : cut(was),
        version: version === null ? null : cut(version, MAX_TEXT_CHARACTERS),
        texts: told({ kind: line.kind, before, after }, MAX_TEXT_CHARACTERS).map((each) =>
          cut(each, MAX_TEXT_CHARACTERS),
        ),
      }))
      .toArray(),
  };
}
