import type { RegistryId } from '../model/entry.ts';
import type { StoredRow } from '../model/snapshot.ts';
import type { Row } from '../registries/port.ts';
import type { Scratch } from './scratch.ts';
import { storedRowLine } from './stored.ts';

/** The rows of one registry, grouped into entries: an index in memory, the rows in a scratch file. */
export interface Groups {
  /** `packages` as in SnapshotWriter. Throws RangeError where the record is nested deeper than JSON can be written. */
  add(row: Row, packages: Packages): void;
  rows(): number;
  /** Lines of StoredEntry in the order of their ids; the same whatever the order in which rows came. */
  entries(): Generator<GroupedEntry>;
}

/** The purls that a row's record names, none twice; null where the row has no record. */
export type Packages = readonly string[] | null;

export interface GroupedEntry {
  readonly line: Buffer;
  /** Of the latest row. */
  readonly packages: Packages;
  readonly earlierVersions: number;
  readonly repeats: number;
}

interface Group {
  /** null where rows of this key are named differently: then the latest row names the entry. */
  name: string | null;
  readonly positions: number[];
}

/** What decides between rows. */
interface Header {
  readonly name: string;
  readonly version: string | null;
  readonly order: string;
  readonly packages: Packages;
}

/** With the row's JSON kept as it is written: it is copied, not rewritten. */
interface KeptRow extends Header {
  readonly text: Buffer;
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
    add(row, packages) {
      const position = scratch.append(scratchLine(row, packages));
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
  const [first, ...rest] = positions.map((position) => keptRow(scratch.readBytes(position))).sort(byRecency);
  if (first === undefined) throw new Error('a group without rows');
  return [first, ...rest];
}

/** Of equal rows the place decides and then the text, so that the order of arrival never does. */
function byRecency(a: KeptRow, b: KeptRow): number {
  return compare(b.order, a.order) || byPlace(a, b);
}

function byPlace(a: KeptRow, b: KeptRow): number {
  const [textA, textB] = [a.text.toString(), b.text.toString()];
  return compare(placeIn(textA), placeIn(textB)) || compare(textA, textB);
}

function placeIn(text: string): string {
  const { resource, pointer }: StoredRow = JSON.parse(text);
  return `${resource.uri}\n${pointer}`;
}

function entryOf(registry: RegistryId, rows: readonly [KeptRow, ...KeptRow[]]): GroupedEntry {
  const versions = new Map<string | null, KeptRow>();
  for (const row of rows) if (!versions.has(row.version)) versions.set(row.version, row);
  const [latest] = rows;
  const earlier = [...versions.values()].slice(1).reverse();
  return {
    line: entryLine(`${registry}:${latest.name}`, latest, earlier),
    packages: latest.packages,
    earlierVersions: earlier.length,
    repeats: rows.length - versions.size,
  };
}

function entryLine(id: string, latest: KeptRow, earlier: readonly KeptRow[]): Buffer {
  const pieces: Buffer[] = [Buffer.from(`{"id":${JSON.stringify(id)},"latest":`), latest.text];
  for (const [index, { text }] of earlier.entries()) pieces.push(index === 0 ? EARLIER : COMMA, text);
  pieces.push(earlier.length === 0 ? END : END_OF_EARLIER);
  return Buffer.concat(pieces);
}

const EARLIER = Buffer.from(',"earlier":[');
const COMMA = Buffer.from(',');
const END_OF_EARLIER = Buffer.from(']}');
const END = Buffer.from('}');

/** The header, a newline (which JSON never holds), the row. */
function scratchLine({ name, version, order, stored }: Row, packages: Packages): string {
  const header = { name, version, order, packages } satisfies Header;
  return `${JSON.stringify(header)}\n${storedRowLine(stored)}`;
}

function keptRow(line: Buffer): KeptRow {
  const end = line.indexOf(NEWLINE);
  const { name, version, order, packages }: Header = JSON.parse(line.toString('utf8', 0, end));
  return { name, version, order, packages, text: line.subarray(end + 1) };
}

const NEWLINE = 0x0a;

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
