import { numberOf } from '../text/number-of.ts';
import { cell, columnsOf, nameCell } from './cells.ts';
import { ageOf, brandOf, cellsOf, firedOf, repositoryOf, type Shown, worstFirst } from './hit-words.ts';
import type { SearchReport } from './report.ts';

export interface Terminal {
  readonly columns: number;
  /** Marks up text where the terminal shows it; else gives it back. */
  readonly style: (format: 'bold' | 'dim' | 'red' | 'yellow' | 'green', text: string) => string;
}

const NARROW_COLUMNS = 100;
const MOST_COLUMNS = 160;
const HEAD = ['SERVER', 'BRAND', 'REPOSITORY', 'AGE', 'LISTED BY', 'PROVENANCE', 'FIRED'] as const;
/** The widest that a column gets, and the least that it keeps. */
const WIDEST = [50, 24, 36, 8, 20, 10, 24] as const;
const LEAST = [28, 16, 16, 7, 11, 10, 13] as const;
/** In this order columns give way: a repository mostly repeats the name. */
const GIVING = [2, 0, 1, 6, 4] as const;
const GAP = '  ';

/** The hits as a table, or one below the other where the terminal is narrow. Everything from outside is inert. */
export function renderSearch(report: SearchReport, terminal: Terminal): string {
  const columns = Math.min(terminal.columns, MOST_COLUMNS);
  const { hits } = report;
  const body =
    columns < NARROW_COLUMNS
      ? hits.flatMap((hit) => stacked(hit, report.live !== null, { columns, terminal }))
      : table(report, columns, terminal);
  return [...readAs(report), ...body, ...(hits.length === 0 ? [] : ['']), ...ending(report)].join('\n');
}

function table({ hits, live }: SearchReport, columns: number, terminal: Terminal): readonly string[] {
  const isLive = live !== null;
  if (hits.length === 0) return [];
  const rows = hits.map((hit) => cellsOf(hit, isLive));
  const widths = HEAD.map((head, column) =>
    Math.min(WIDEST[column] ?? 0, Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(columnsOf))),
  );
  shrunk(widths, columns);
  const line = (cells: readonly string[]) =>
    cells.map((text, column) => {
      if (column === 0 || column === 2) return nameCell(text, widths[column] ?? 0);
      return cell(text, widths[column] ?? 0, column < cells.length - 1);
    });
  return [
    terminal.style('dim', line(HEAD).join(GAP)),
    ...hits.flatMap((hit, index) => {
      const [name = '', brand = '', ...rest] = line(rows[index] ?? []);
      const fired = rest.pop() ?? '';
      return [
        [terminal.style('bold', name), brandStyled(hit, brand, terminal), ...rest, firedStyled(hit, fired, terminal)]
          .join(GAP)
          .trimEnd(),
        ...details(hit, columns, terminal),
      ];
    }),
  ];
}

/** Each column that may gives what it can, one after the other, until the line fits. */
function shrunk(widths: number[], columns: number): void {
  let over = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns;
  for (const column of GIVING) {
    const width = widths[column] ?? 0;
    const given = Math.max(0, Math.min(over, width - (LEAST[column] ?? 0)));
    widths[column] = width - given;
    over -= given;
  }
}

function stacked(
  hit: Shown,
  isLive: boolean,
  { columns, terminal }: { readonly columns: number; readonly terminal: Terminal },
): readonly string[] {
  const facts = [
    `repository ${repositoryOf(hit)}`,
    hit.ageDays === null ? 'age unknown' : `${ageOf(hit)} old`,
    `listed by ${hit.registries.join(', ')}`,
    `provenance ${hit.provenance ?? 'unknown'}`,
    firedOf(hit, isLive),
  ];
  const head = nameCell(hit.name, columns - 4).trimEnd();
  const brand = brandOf(hit);
  return [
    `${String(hit.rank).padStart(2)}. ${terminal.style('bold', head)}`,
    ...(hit.brand === null ? [] : [`    ${brandStyled(hit, cell(brand, columns - 4), terminal)}`]),
    ...wrapped(facts, columns - 4).map((line) => `    ${line}`),
    ...details(hit, columns, terminal),
  ];
}

/** Marks of the organisation and of registries, then what it says of itself. */
function details(hit: Shown, columns: number, terminal: Terminal): readonly string[] {
  const { listed, status, gateway, description, title } = hit;
  const marks = [
    ...(listed === null ? [] : [`${LISTS[listed.list]}${listed.reason === null ? '' : `: ${listed.reason}`}`]),
    ...(status === null ? [] : [`status ${status}`]),
    ...(gateway === null ? [] : [`behind the gateway ${gateway}`]),
  ];
  const said = (description ?? title ?? '').replaceAll(/\s+/g, ' ').trim();
  return [
    ...marks.map(
      (mark) => `    ${terminal.style(listed?.list === 'block' ? 'red' : 'yellow', cell(mark, columns - 4))}`,
    ),
    ...(said === '' ? [] : [`    ${terminal.style('dim', cell(said, columns - 4))}`]),
  ];
}

const LISTS = { block: 'blocked here', curated: 'curated here', allow: 'allowed here' } as const;

function brandStyled({ brand }: Shown, text: string, { style }: Terminal): string {
  return brand?.relation === 'vendor' ? style('green', text) : text;
}

function firedStyled({ fired }: Shown, text: string, { style }: Terminal): string {
  const [worst] = worstFirst(fired);
  if (worst?.tier === 'review-first') return style('red', text);
  return worst?.tier === 'review' ? style('yellow', text) : text;
}

function wrapped(parts: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const shown = cell(part, columns);
    const last = lines.at(-1);
    if (last !== undefined && columnsOf(last) + 3 + columnsOf(shown) <= columns)
      lines[lines.length - 1] = `${last} · ${shown}`;
    else lines.push(shown);
  }
  return lines;
}

function readAs({ readAs: read }: SearchReport): readonly string[] {
  return read.map(({ word, as }) => `"${cell(word, 40)}" hardly stands anywhere; also looked for "${cell(as, 40)}".`);
}

function ending(report: SearchReport): readonly string[] {
  const { counts, hits, live, snapshot, config, recalls, attributions, notice } = report;
  const lists = recalls.map(({ title, date }) => `${cell(title, 60)} of ${cell(date, 20)}`).join(', ');
  return [
    ...(hits.length === 0
      ? [`No server ${counts.servers === 0 ? 'has these words' : 'with these words passes'}.`]
      : []),
    ...(hits.length > 0 && hits.length < counts.passed ? [more(report)] : []),
    ...(counts.notKnown === 0
      ? []
      : [`${counts.notKnown} more left out: no registry says what the filters ask of them.`]),
    ...(live === null ? [] : live.asked.map(askedLine)),
    snapshot === null
      ? 'No snapshot is prepared, so nothing was assessed; a search without --live prepares one.'
      : `${live === null ? 'Snapshot' : 'Findings of the snapshot'} of ${cell(snapshot.date, 20)}${snapshot.origin === 'synthetic' ? ', synthetic' : ''}; recalls: ${lists === '' ? 'no list' : lists}.`,
    ...(config === null ? [] : [`Lists of ${cell(config, 200)}.`]),
    notice,
    ...attributions.map((each) => cell(each, 300)),
  ];
}

function askedLine({
  registry,
  outcome,
  servers,
  refused,
  reason,
}: NonNullable<SearchReport['live']>['asked'][number]): string {
  const unread = refused === 0 ? '' : `, ${numberOf(refused, 'row')} not understood`;
  const how = reason === '' ? '' : ` (${cell(reason, 160)})`;
  return outcome === 'failed'
    ? `Asked ${cell(registry, 20)}: failed after ${servers}${unread}${how}.`
    : `Asked ${cell(registry, 20)}: ${numberOf(servers, 'server')}${unread}${how}.`;
}

function more({ hits, counts }: SearchReport): string {
  const of =
    counts.looked < counts.entries ? `; ${counts.entries} entries have any of the words` : ` of ${counts.passed}`;
  return `The first ${hits.length}${of}. More with --limit.`;
}
