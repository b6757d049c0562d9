import type { Json } from '../../src/model/place.ts';
import { at, isObject, textAt } from './at.ts';

/** The paging and filtering of the generic registry API, which the official registry and PulseMCP share. */
export interface VersionedListing {
  /** null where the cursor was never given out. */
  page(wanted: Wanted): Page | null;
  /** All rows of a server, in listing order. */
  versionsOf(name: string, includeDeleted: boolean): readonly Json[];
  /** One row of a server; `latest` is answered by the rows' own mark. */
  versionOf(name: string, version: string, includeDeleted: boolean): Json | undefined;
}

export interface Wanted extends View {
  readonly limit: number;
  readonly cursor: string | null;
}

interface View {
  /** Part of the name in any case; empty for all. */
  readonly search: string;
  /** `latest`, an exact version, or null for all rows. */
  readonly version: string | null;
  /** Milliseconds since 1970. Rows changed after it, deleted ones always among them. */
  readonly updatedSinceMs: number | null;
  readonly includeDeleted: boolean;
}

interface Page {
  readonly rows: readonly Json[];
  readonly nextCursor: string | null;
}

interface Facts {
  readonly name: string | null;
  readonly version: string | null;
  readonly isLatest: boolean;
  readonly isDeleted: boolean;
  readonly updatedAtMs: number | null;
}

const LIFECYCLE_KEYS = ['io.modelcontextprotocol.registry/official', 'com.pulsemcp/server-version'];
const VIEWS_KEPT = 64;

export function versionedListing(rows: readonly Json[]): VersionedListing {
  const facts = rows.map(factsOf);
  const cursors = cursorsOf(facts);
  const numberByCursor = new Map(cursors.map((cursor, number) => [cursor, number]));
  const numbersByName = Map.groupBy(facts.keys(), (number) => facts[number]?.name ?? null);
  const views = new Map<string, readonly number[]>();

  function viewed(view: View): readonly number[] {
    const key = JSON.stringify([view.search, view.version, view.updatedSinceMs, view.includeDeleted]);
    const known = views.get(key);
    if (known !== undefined) return known;
    if (views.size >= VIEWS_KEPT) views.clear();
    const shown = shows(view);
    const numbers = [...facts.entries()].flatMap(([number, row]) => (shown(row) ? [number] : []));
    views.set(key, numbers);
    return numbers;
  }

  function rowsAt(numbers: readonly number[]): Json[] {
    return numbers.map((number) => rows[number] ?? null);
  }

  function numbersOf(name: string, includeDeleted: boolean): readonly number[] {
    return (numbersByName.get(name) ?? []).filter((number) => includeDeleted || facts[number]?.isDeleted === false);
  }

  return {
    page({ limit, cursor, ...view }) {
      const last = cursor === null ? -1 : numberByCursor.get(cursor);
      if (last === undefined) return null;
      const numbers = viewed(view);
      const start = firstAfter(numbers, last);
      const shown = numbers.slice(start, start + limit);
      const end = shown.at(-1);
      const isMore = start + limit < numbers.length && end !== undefined;
      return { rows: rowsAt(shown), nextCursor: isMore ? (cursors[end] ?? null) : null };
    },
    versionsOf(name, includeDeleted) {
      return rowsAt(numbersOf(name, includeDeleted));
    },
    versionOf(name, version, includeDeleted) {
      const wanted = numbersOf(name, includeDeleted).filter((number) => isVersion(facts[number], version));
      return rowsAt(wanted)[0];
    },
  };
}

function shows({ search, version, updatedSinceMs, includeDeleted }: View): (row: Facts) => boolean {
  const part = search.toLowerCase();
  const showsDeleted = includeDeleted || updatedSinceMs !== null;
  return (row) =>
    (showsDeleted || !row.isDeleted) &&
    (part === '' || (row.name ?? '').toLowerCase().includes(part)) &&
    (version === null || isVersion(row, version)) &&
    (updatedSinceMs === null || (row.updatedAtMs !== null && row.updatedAtMs > updatedSinceMs));
}

function isVersion(row: Facts | undefined, version: string): boolean {
  return version === 'latest' ? row?.isLatest === true : row?.version === version;
}

/** Reads every shape since the 2025-05 seed: flat and wrapped rows, both spellings. */
function factsOf(row: Json): Facts {
  const server = isObject(at(row, 'server')) ? at(row, 'server') : row;
  const lifecycle = LIFECYCLE_KEYS.map((key) => at(row, '_meta', key)).find(isObject);
  const mark = at(lifecycle, 'isLatest') ?? at(lifecycle, 'is_latest') ?? at(server, 'version_detail', 'is_latest');
  const updatedAtMs = Date.parse(textAt(lifecycle, 'updatedAt') ?? textAt(lifecycle, 'updated_at') ?? '');
  return {
    name: textAt(server, 'name'),
    version: textAt(server, 'version') ?? textAt(server, 'version_detail', 'version'),
    isLatest: mark === true,
    isDeleted: (textAt(lifecycle, 'status') ?? textAt(server, 'status')) === 'deleted',
    updatedAtMs: Number.isNaN(updatedAtMs) ? null : updatedAtMs,
  };
}

/** `name:version`, as observed on the wire; rows that repeat a pair get a number, so that no walk goes in circles. */
function cursorsOf(facts: readonly Facts[]): readonly string[] {
  const seen = new Map<string, number>();
  return facts.map(({ name, version }) => {
    const pair = `${name ?? ''}:${version ?? ''}`;
    const repeats = seen.get(pair) ?? 0;
    seen.set(pair, repeats + 1);
    return repeats === 0 ? pair : `${pair}#${repeats}`;
  });
}

/** Where the first number greater than `last` stands in ascending `numbers`. */
function firstAfter(numbers: readonly number[], last: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  return low;
}
