import type { RegistryId } from '../model/entry.ts';
import type { StoredRow } from '../model/snapshot.ts';
import type { Row } from '../registries/port.ts';
import type { Scratch } from './scratch.ts';
import { storedRowLine } from './stored.ts';

/** The rows of one registry, grouped into entries: an index in memory, the rows in a scratch file. */
export interface Groups {
  /** Throws RangeError where the record is nested deeper than JSON can be written. */
  add(row: Row): void;
  rows(): number;
  /** Lines of StoredEntry in the order of their ids; the same whatever the order in which rows came. */
  entries(): Generator<GroupedEntry>;
}

interface GroupedEntry {
  readonly line: string;
  readonly latest: StoredRow;
  readonly earlierVersions: number;
  readonly repeats: number;
}

interface Group {
  /** null where rows of this key are named differently: then the latest row names the entry. */
  name: string | null;
  readonly positions: number[];
}

/** What decides between rows, with the row's JSON kept as text: it is copied, not rewritten. */
interface KeptRow {
  readonly name: string;
  readonly version: string | null;
  readonly order: string;
  readonly at: string;
  readonly text: string;
}

export function groups(registry: RegistryId, scratch: Scratch): Groups {
  const byKey = new Map<string, Group>();
  let rows = 0;

  function* entries(): Generator<GroupedEntry> {
    for (const { positions } of inOrderOfName(byKey.values(), scratch)) {
      yield entryOf(registry, newestFirst(positions, scratch));
    }
  }

  return {
    add(row) {
      const position = scratch.append(scratchLine(row));
      rows += 1;
      const key = row.key ?? row.name;
      const group = byKey.get(key);
      if (group === undefined) {
        byKey.set(key, { name: row.name, positions: [position] });
        return;
      }
      group.positions.push(position);
      if (group.name !== row.name) group.name = null;
    },
    rows: () => rows,
    entries,
  };
}

/** Ids share the registry's prefix, so names in code-unit order are ids in code-unit order. */
function inOrderOfName(all: Iterable<Group>, scratch: Scratch): readonly Group[] {
  return Array.from(all, (group) => ({ group, name: group.name ?? newestFirst(group.positions, scratch)[0].name }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ group }) => group);
}

function newestFirst(positions: readonly number[], scratch: Scratch): readonly [KeptRow, ...KeptRow[]] {
  const [first, ...rest] = positions.map((position) => keptRow(scratch.read(position))).sort(byRecency);
  if (first === undefined) throw new Error('a group without rows');
  return [first, ...rest];
}

/** Of equal rows the place decides and then the text, so that the order of arrival never does. */
function byRecency(a: KeptRow, b: KeptRow): number {
  return compare(b.order, a.order) || compare(a.at, b.at) || compare(a.text, b.text);
}

function entryOf(registry: RegistryId, rows: readonly [KeptRow, ...KeptRow[]]): GroupedEntry {
  const versions = new Map<string | null, KeptRow>();
  for (const row of rows) if (!versions.has(row.version)) versions.set(row.version, row);
  const [latest] = rows;
  const earlier = [...versions.values()].slice(1).reverse();
  return {
    line: entryLine(`${registry}:${latest.name}`, latest, earlier),
    latest: JSON.parse(latest.text),
    earlierVersions: earlier.length,
    repeats: rows.length - versions.size,
  };
}

function entryLine(id: string, latest: KeptRow, earlier: readonly KeptRow[]): string {
  const rest = earlier.length === 0 ? '' : `,"earlier":[${earlier.map(({ text }) => text).join(',')}]`;
  return `{"id":${JSON.stringify(id)},"latest":${latest.text}${rest}}`;
}

/** A header of strings, a newline (which JSON never holds), the row. */
function scratchLine({ name, version, order, stored }: Row): string {
  const at = `${stored.resource.uri}\n${stored.pointer}`;
  return `${JSON.stringify({ name, version, order, at })}\n${storedRowLine(stored)}`;
}

function keptRow(line: string): KeptRow {
  const end = line.indexOf('\n');
  const header: Omit<KeptRow, 'text'> = JSON.parse(line.slice(0, end));
  return { ...header, text: line.slice(end + 1) };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
