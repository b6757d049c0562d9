import { stringify } from 'csv-stringify/sync';
import type { CredentialField, GatewayWithFacts } from '../model/gateway.ts';
import { inert } from '../text/inert.ts';
import type { GatewaysReport } from './gateways-report.ts';
import type { ReportHead } from './report.ts';

type Cell = string | number;

interface Listed {
  readonly rank: number;
  readonly gateway: GatewayWithFacts;
}

/** The first columns of every row, and of the only one of an empty list. */
const HEAD_COLUMNS = {
  snapshot_date: ({ snapshot }) => snapshot.date,
  origin: ({ snapshot }) => snapshot.origin,
  baseline: ({ baseline }) => baseline ?? '',
  tool: ({ tool }) => tool,
} satisfies Record<string, (head: ReportHead) => Cell>;

/** The same in every row of a gateway. */
const GATEWAY_COLUMNS = {
  rank: ({ rank }) => rank,
  gateway: ({ gateway }) => cell(gateway.id),
  class: ({ gateway }) => gateway.class,
  name: ({ gateway }) => cell(gateway.name),
  kind: ({ gateway }) => cell(gateway.kind),
  found: ({ gateway }) => gateway.found,
  servers_at_least: ({ gateway }) => gateway.serversAtLeast,
  servers_by_registry: ({ gateway }) => words(gateway.servers.map(({ registry, entries }) => `${registry}:${entries}`)),
  brands: ({ gateway }) => gateway.brands.length,
  hosts: ({ gateway }) => words(gateway.hosts.map(({ name }) => name)),
  more_hosts: ({ gateway }) => gateway.moreHosts,
  publishers: ({ gateway }) => words(gateway.publishers.map(({ name }) => name)),
  more_publishers: ({ gateway }) => gateway.morePublishers,
  published_packages: ({ gateway }) => gateway.publishedCode.packages,
  published_repositories: ({ gateway }) => gateway.publishedCode.repositories,
  facts: ({ gateway }) => words(gateway.facts.map(({ signal, fired }) => `${signal}:${fired}`)),
} satisfies Record<string, (listed: Listed) => Cell>;

interface Row {
  readonly brand: string | null;
  /** Entries that name the brand and ask for no secret of it are rows without a field. */
  readonly field: CredentialField | null;
  readonly entries: number;
}

const ROW_COLUMNS = {
  brand: ({ brand }) => cell(brand),
  brand_from: ({ field }) => field?.brandFrom ?? '',
  field: ({ field }) => cell(field?.field ?? null),
  sent_to: ({ field }) => cell(field?.to ?? null),
  sent_to_kind: ({ field }) => field?.toKind ?? '',
  sent_to_brand: ({ field }) => yesOrNo(field?.toBrand ?? null),
  named_after_host: ({ field }) => yesOrNo(field?.hostsOwn ?? null),
  entries: ({ entries }) => entries,
} satisfies Record<string, (row: Row) => Cell>;

const ROWS_A_CHUNK = 500;
const MAX_CELL_CHARACTERS = 2_000;

/** One row for each gateway, brand and credential field; formulas are escaped and characters that do not show are spelled out. Without any, one row of the head. */
export function* renderGatewaysCsv({ head, gateways }: Pick<GatewaysReport, 'head' | 'gateways'>): Generator<string> {
  const names = [HEAD_COLUMNS, GATEWAY_COLUMNS, ROW_COLUMNS].flatMap((columns) => Object.keys(columns));
  const first: Cell[] = Object.values(HEAD_COLUMNS).map((column) => column(head));
  let rows: Cell[][] = [names];
  if (gateways.length === 0) rows.push(names.map((_name, column) => first[column] ?? ''));
  for (const [index, gateway] of gateways.entries()) {
    const listed = { rank: index + 1, gateway };
    const same: Cell[] = [...first, ...Object.values(GATEWAY_COLUMNS).map((column) => column(listed))];
    for (const row of rowsOf(gateway)) rows.push(same.concat(Object.values(ROW_COLUMNS).map((column) => column(row))));
    if (rows.length < ROWS_A_CHUNK) continue;
    yield csv(rows);
    rows = [];
  }
  yield csv(rows);
}

/** Fields brand by brand, then brands of which no secret is asked for; one empty row where there is neither. */
function rowsOf({ credentials, brands }: GatewayWithFacts): readonly Row[] {
  const asked = new Set(credentials.map(({ brand }) => brand));
  const rows = [
    ...credentials.map((field) => ({ brand: field.brand, field, entries: field.entries })),
    ...brands
      .filter(({ name }) => !asked.has(name))
      .map(({ name, entries }) => ({ brand: name, field: null, entries })),
  ];
  return rows.length === 0 ? [{ brand: null, field: null, entries: 0 }] : rows;
}

function csv(rows: Cell[][]): string {
  return stringify(rows, { escape_formulas: true });
}

function yesOrNo(said: boolean | null): string {
  return said === null ? '' : said ? 'yes' : 'no';
}

/** A space inside of an item is spelled out, so that two words are two items. */
function words(items: readonly string[]): string {
  return cell(items.map((item) => item.slice(0, MAX_CELL_CHARACTERS).replaceAll(' ', '\\u{20}')).join(' '));
}

/** What `escape_formulas` does not see is escaped here, as in csv.ts: formulas behind spaces and behind semicolons. */
function cell(text: string | null): string {
  if (text === null) return '';
  return inert(text, MAX_CELL_CHARACTERS)
    .replace(/^\s+(?=[=+\-@＝＋－＠])/, "$&'")
    .replace(/;\s*(?=[=+\-@＝＋－＠])/g, "$&'");
}
