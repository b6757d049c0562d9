import { stringify } from 'csv-stringify/sync';
import type { DriftChange, DriftLine } from '../model/drift.ts';
import type { Json, Place } from '../model/place.ts';
import { inert, inertJson } from '../text/inert.ts';
import { type DriftReport, statementOf } from './drift-report.ts';

type Cell = string | number;

/** The first columns of every row, and of the only one where nothing changed. */
const HEAD_COLUMNS = {
  before_date: ({ drift }) => drift.before.date,
  before_origin: ({ drift }) => drift.before.origin,
  after_date: ({ drift }) => drift.after.date,
  after_origin: ({ drift }) => drift.after.origin,
  tool: ({ head }) => head.tool,
} satisfies Record<string, (report: DriftReport) => Cell>;

interface Listed {
  readonly line: DriftLine;
  readonly change: DriftChange;
}

const COLUMNS = {
  rank: ({ line }) => line.rank,
  registry: ({ line }) => cell(line.registry),
  kind: ({ line }) => line.kind,
  statement: ({ line }) => statementOf(line),
  scope: ({ line }) => line.scope ?? '',
  registry_wide: ({ line }) => (line.migration ? 'yes' : 'no'),
  entries: ({ line }) => line.entries,
  rows: ({ line }) => line.rows,
  publishers: ({ line }) => line.publishers,
  of: ({ line }) => line.of,
  entry: ({ change }) => cell(change.entry),
  was: ({ change }) => cell(change.was),
  publisher: ({ change }) => cell(change.publisher),
  version: ({ change }) => cell(change.version),
  before: ({ change }) => value(change.before),
  after: ({ change }) => value(change.after),
  ...placeColumns('before'),
  ...placeColumns('after'),
} satisfies Record<string, (listed: Listed) => Cell>;

const ROWS_A_CHUNK = 500;
const MAX_CELL_CHARACTERS = 2_000;

/** One row for each change; formulas are escaped and characters that do not show are spelled out. Without any, one row of the head. */
export function* renderDriftCsv(report: DriftReport): Generator<string> {
  const names = [...Object.keys(HEAD_COLUMNS), ...Object.keys(COLUMNS)];
  const head: Cell[] = Object.values(HEAD_COLUMNS).map((column) => column(report));
  let rows: Cell[][] = [names];
  let isEmpty = true;
  for (const line of report.drift.lines) {
    for (const change of line.changes) {
      isEmpty = false;
      rows.push([...head, ...Object.values(COLUMNS).map((column) => column({ line, change }))]);
      if (rows.length < ROWS_A_CHUNK) continue;
      yield csv(rows);
      rows = [];
    }
  }
  if (isEmpty) rows.push(names.map((_name, column) => head[column] ?? ''));
  yield csv(rows);
}

function placeColumns(side: 'before' | 'after') {
  const part =
    (read: (place: Place) => string) =>
    ({ change }: Listed) => {
      const place = change.at[side];
      return place === null ? '' : cell(read(place));
    };
  return {
    [`${side}_uri`]: part(({ resource }) => resource.uri),
    [`${side}_sha256`]: part(({ resource }) => resource.sha256),
    [`${side}_retrieved_at`]: part(({ resource }) => resource.retrievedAt),
    [`${side}_pointer`]: part(({ pointer }) => pointer),
  };
}

function csv(rows: Cell[][]): string {
  return stringify(rows, { escape_formulas: true });
}

function value(json: Json): string {
  if (json === null) return '';
  return typeof json === 'string' ? cell(json) : cell(inertJson(json));
}

/** What `escape_formulas` does not see is escaped here, as in csv.ts: formulas behind spaces and behind semicolons. */
function cell(text: string | null): string {
  if (text === null) return '';
  return inert(text, MAX_CELL_CHARACTERS)
    .replace(/^\s+(?=[=+\-@＝＋－＠])/, "$&'")
    .replace(/;\s*(?=[=+\-@＝＋－＠])/g, "$&'");
}
