import { FetchError } from '../../fetch/fetch-error.ts';
import type { Get } from '../../fetch/port.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { ask, jsonOf } from '../page.ts';
import type { ListOptions, ListingEnd, RefusedRow, Row } from '../port.ts';
import { ServerDetail, ServerItem } from './schema.ts';

/** At two requests a second, two and a half minutes. */
const MAX_DETAILS = 300;
const MAX_FAILURES_IN_A_ROW = 5;

export interface Details {
  readonly get: Get;
  readonly options: Pick<ListOptions, 'baseUrl' | 'queries'>;
}

/**
 * Adds its detail to each row whose name or title has one of the queries in it as a whole word.
 *
 * These rows come after all others, in the order of their keys, so that which of them get a detail does not depend on the
 * order of arrival. A row whose detail cannot be had stays as it is.
 */
export async function* withDetails(
  rows: AsyncGenerator<Row | RefusedRow, ListingEnd>,
  { get, options }: Details,
): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const wanted = options.queries.map(words).filter((word) => word.trim() !== '');
  const shortlist = new Map<string, Row[]>();
  for (;;) {
    const step = await rows.next();
    if (step.done === true) {
      yield* detailed(shortlist, { get, baseUrl: options.baseUrl });
      return step.value;
    }
    const row = step.value;
    if (row.kind === 'row' && names(row, wanted)) sightings(shortlist, row.key ?? row.name).push(row);
    else yield row;
  }
}

function names({ stored }: Row, wanted: readonly string[]): boolean {
  const { qualifiedName, displayName } = ServerItem.parse(stored.record);
  const texts = [words(qualifiedName), words(displayName ?? '')];
  return wanted.some((word) => texts.some((text) => text.includes(word)));
}

/** ` google drive ` of `Google-Drive`: a text holds a word where the one's form is part of the other's. */
function words(text: string): string {
  return ` ${text.toLowerCase().split(NO_WORD).filter(Boolean).join(' ')} `;
}
const NO_WORD = /[^\p{L}\p{N}]+/u;

function sightings(shortlist: Map<string, Row[]>, key: string): Row[] {
  const known = shortlist.get(key) ?? [];
  shortlist.set(key, known);
  return known;
}

/** One request a key: queries serve the same server again and again. */
async function* detailed(
  shortlist: ReadonlyMap<string, readonly Row[]>,
  { get, baseUrl }: { readonly get: Get; readonly baseUrl: string },
): AsyncGenerator<Row, void> {
  let asked = 0;
  let failuresInARow = 0;
  for (const key of [...shortlist.keys()].sort()) {
    const rows = shortlist.get(key) ?? [];
    const name = rows.map((row) => row.name).sort()[0];
    if (name === undefined || asked === MAX_DETAILS || failuresInARow === MAX_FAILURES_IN_A_ROW) {
      yield* rows;
      continue;
    }
    const detail = await detailOf(get, baseUrl, name);
    asked += 1;
    failuresInARow = detail === 'failed' ? failuresInARow + 1 : 0;
    for (const row of rows) yield typeof detail === 'string' ? row : { ...row, stored: { ...row.stored, detail } };
  }
}

/** `absent` where this server has none, `failed` where the next one may fail as well. */
async function detailOf(get: Get, baseUrl: string, name: string): Promise<StoredRow | 'absent' | 'failed'> {
  if (!name.isWellFormed()) return 'absent';
  const answer = await ask(get, `${baseUrl}/servers/${encodeURIComponent(name)}`, { accept: 'application/json' });
  if (answer instanceof FetchError) return answer.status === 404 ? 'absent' : 'failed';
  const record = jsonOf(answer.body);
  if (record === undefined || !ServerDetail.safeParse(record).success) return 'failed';
  return { record, resource: answer.resource, pointer: '' };
}
