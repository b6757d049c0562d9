import type { ChangeKind, Drift, DriftChange, DriftLine, ListingSeen, RegistryDrift } from '../model/drift.ts';
import { inert } from '../text/inert.ts';
import { numberOf } from '../text/number-of.ts';
import { aligned, rightColumns } from './columns.ts';
import { comparedTexts, countsOf, DRIFT_NOTICE, listingOf, statementOf } from './drift-report.ts';
import { code, table, text } from './markdown.ts';
import type { Table } from './tables.ts';

/** What a person reads in a week; the rest stands in the files. */
const LINES_IN_SUMMARY = 40;
const LINES_ON_TERMINAL = 15;
const EXAMPLES_IN_SUMMARY = 5;
const EXAMPLES_ON_TERMINAL = 3;
/** Of what many do, a few show what it is. */
const COMMON_ENTRIES = 20;
const EXAMPLES_OF_COMMON = 2;
const MAX_VALUE_CHARACTERS = 90;
const MAX_REASON_CHARACTERS = 160;

/** One row a registry: entries of both, and of one alone as far as the listings allow it to be said. */
export function driftTable({ before, after, registries }: Drift): Table {
  return {
    head: [
      'registry',
      before.date,
      after.date,
      'in both',
      'changed',
      'renamed',
      'new',
      'gone',
      'not seen',
      'refused',
      'listings',
    ],
    rows: registries.map((row) => [
      row.registry,
      row.before?.distinct ?? 'not asked',
      row.after?.distinct ?? 'not asked',
      row.paired,
      row.changed,
      row.renamed,
      row.new ?? 'unknown',
      row.gone ?? 'unknown',
      row.notSeen.before + row.notSeen.after,
      row.notSeen.refused,
      `${wholeness(row.before)}, ${wholeness(row.after)}`,
    ]),
  };
}

/** One row a field group that changed. */
export function groupTable({ groups }: Drift): Table {
  return {
    head: ['registry', 'field group', 'new', 'changed', 'gone', 'registry-wide'],
    rows: groups.map((row) => [row.registry, row.group, row.new, row.changed, row.gone, row.registryWide]),
  };
}

/** The section of summary.md. */
export function driftSection(drift: Drift): readonly string[] {
  return [
    '## Drift',
    '',
    `> ${DRIFT_NOTICE}`,
    '',
    text(comparedSnapshots(drift), MAX_REASON_CHARACTERS),
    '',
    ...table(driftTable(drift)),
    '',
    ...incomplete(drift.registries).flatMap((line) => [`- ${text(line, 2 * MAX_REASON_CHARACTERS)}`]),
    ...spaced(incomplete(drift.registries)),
    ...(drift.lines.length === 0
      ? [NOTHING_CHANGED]
      : [
          GROUP_NOTICE,
          '',
          ...table(groupTable(drift)),
          '',
          `Rarest first, at most ${LINES_IN_SUMMARY} kinds of change; every change is in ${code('drift.json')} and ${code('drift.csv')}.`,
          '',
          ...drift.lines.slice(0, LINES_IN_SUMMARY).flatMap(markdownLine),
        ]),
    '',
  ];
}

/** The same on a terminal, with fewer of them. */
export function driftLines(drift: Drift): readonly string[] {
  const listed = drift.lines.slice(0, LINES_ON_TERMINAL);
  const rest = drift.lines.slice(LINES_ON_TERMINAL);
  return [
    `drift: ${comparedSnapshots(drift)}`,
    DRIFT_NOTICE,
    ...columns(driftTable(drift)),
    ...incomplete(drift.registries).map((line) => `  ${inert(line, 2 * MAX_REASON_CHARACTERS)}`),
    '',
    ...(drift.lines.length === 0
      ? [NOTHING_CHANGED]
      : [GROUP_NOTICE, ...columns(groupTable(drift)), '', 'Rarest first', ...listed.flatMap(terminalLine)]),
    ...(rest.length === 0 ? [] : [`and ${rest.length} more common kinds of change, in drift.json and drift.csv`]),
    '',
  ];
}

export const GROUP_NOTICE = 'Entries by field group; an entry counts once in each, however many of its fields changed.';

function columns({ head, rows }: Table): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => inert(String(cell), MAX_VALUE_CHARACTERS)));
  return aligned([[...head], ...shown], rightColumns([head, ...rows])).map((line) => line.join('  ').trimEnd());
}

export const NOTHING_CHANGED =
  'Nothing that is compared differs in the entries that both snapshots show; what was not seen is not covered by this.';

/** Which two they are, and where each comes from. */
export function comparedSnapshots({ before, after }: Drift): string {
  return `from ${before.date} (${before.origin}) to ${after.date} (${after.origin})`;
}

function wholeness(listing: ListingSeen | null): string {
  if (listing === null) return 'not asked';
  return listing.complete ? 'complete' : 'incomplete';
}

/** Which listings leave what open, and of which entries little is compared. */
export function incomplete(registries: readonly RegistryDrift[]): readonly string[] {
  return registries.flatMap(({ registry, before, after, notSeen }) => {
    if (before === null || after === null)
      return [`${registry} was asked for one of the two snapshots only: nothing is said of its entries`];
    const names = before.byDepth.name + after.byDepth.name;
    return [
      ...(names === 0
        ? []
        : [
            `${registry} shows ${before.byDepth.name} and ${after.byDepth.name} entries as names alone: nothing but name, title and publisher is compared of them`,
          ]),
      ...(before.complete
        ? []
        : [
            `${registry}, earlier listing ${listingOf(before)}; ${numberOf(notSeen.before, 'entry', 'entries')} may be new or were not seen`,
          ]),
      ...(after.complete
        ? []
        : [
            `${registry}, later listing ${listingOf(after)}; ${numberOf(notSeen.after, 'entry', 'entries')} may be gone or were not seen`,
          ]),
    ];
  });
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [''];
}

function markdownLine(line: DriftLine): readonly string[] {
  return [
    `${line.rank}. ${text(`${line.registry}: ${statementOf(line)}: ${countsOf(line)}`, 400)}`,
    ...examples(line, EXAMPLES_IN_SUMMARY).map(({ entry, version, compared }) => {
      const at = version === null ? '' : ` ${code(version, 40)}`;
      return `    - ${code(entry, MAX_VALUE_CHARACTERS)}${at}${compared.length === 0 ? '' : ': '}${compared.map((value) => code(value, MAX_VALUE_CHARACTERS)).join(' → ')}`;
    }),
  ];
}

function terminalLine(line: DriftLine): readonly string[] {
  const rank = `${line.rank}.`.padStart(3);
  return [
    `${rank} ${inert(line.registry, 20)}: ${statementOf(line)}: ${inert(countsOf(line))}`,
    ...examples(line, EXAMPLES_ON_TERMINAL).map(({ entry, version, compared }) => {
      const name = [entry.slice(entry.indexOf(':') + 1), ...(version === null ? [] : [version])];
      const values = compared.map((value) => inert(value, MAX_VALUE_CHARACTERS)).join(' → ');
      return `      ${inert(name.join(' '), MAX_VALUE_CHARACTERS)}${values === '' ? '' : `: ${values}`}`;
    }),
  ];
}

interface Example {
  readonly entry: string;
  readonly version: string | null;
  /** Before and after; [] where the name says it all. */
  readonly compared: readonly string[];
}

function examples({ kind, entries, changes }: DriftLine, most: number): readonly Example[] {
  const count = entries > COMMON_ENTRIES ? EXAMPLES_OF_COMMON : most;
  return Iterator.from(changes)
    .take(count)
    .map(({ entry, version, before, after }: DriftChange) => ({
      entry,
      version: kind.startsWith('version/') ? null : version,
      compared: told({ kind, before, after }, MAX_VALUE_CHARACTERS),
    }))
    .toArray();
}

/** Before and after; one of them where the other is nothing by what is said, and none where the entry's name says it all. */
export function told(
  { kind, ...values }: Pick<DriftLine, 'kind'> & Pick<DriftChange, 'before' | 'after'>,
  maxCharacters: number,
): readonly string[] {
  if (kind === 'entry/new' || kind === 'entry/gone' || kind === 'entry/returned') return [];
  const [before, after] = comparedTexts(values.before, values.after, maxCharacters);
  if (/\/(?:[a-z-]*added|first-said)$/.test(kind) && !kind.startsWith('remotes/host')) return [after];
  return /\/(?:removed|[a-z-]*dropped|no-longer-said|withdrawn)$/.test(kind) && kind !== PACKAGE_FIELD
    ? [before]
    : [before, after];
}

const PACKAGE_FIELD: ChangeKind = 'packages/version-field-dropped';
