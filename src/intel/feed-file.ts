import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { packageKey } from './ecosystems.ts';
import { byRecordId, packageKeys } from './feed.ts';
import { IntelError } from './intel-error.ts';
import type { Feed, FeedHead, IntelRecord } from './port.ts';
import { storedRecordOf, toStored } from './record.ts';
import { StoredHead } from './schema.ts';

/**
 * The file of `intel update`: gzipped lines. First the head, then the index, then a record a line in the order of their ids.
 *
 * With the index a quarter of a million records are found without being parsed; the few that are asked for are parsed then.
 */
const MAX_FILE_BYTES = 200_000_000;
const MAX_UNPACKED_BYTES = 600_000_000;
/** Zlib by itself gives it out in so small pieces that putting them together takes longer. */
const CHUNK_BYTES = 1 << 20;
const NEWLINE = 0x0a;
/** Lines before the records. */
const HEADING = 2;

/** Record numbers from 0, in the order of ids. */
const Index = z.object({
  ids: z.array(z.string()),
  /** Keys of packages in order, each with the numbers of the records that name it at the same place of `numbers`. */
  names: z.array(z.string()),
  numbers: z.array(z.union([z.int().min(0), z.array(z.int().min(0))])),
});
type Index = z.infer<typeof Index>;

export function feedLines(head: FeedHead, records: readonly IntelRecord[]): readonly string[] {
  const sorted = records.toSorted(byRecordId);
  return [head, indexOf(sorted), ...sorted.map(toStored)].map((each) => JSON.stringify(each));
}

function indexOf(sorted: readonly IntelRecord[]): Index {
  const byName = new Map<string, number[]>();
  for (const [number, record] of sorted.entries()) {
    for (const key of packageKeys(record)) {
      const known = byName.get(key);
      if (known === undefined) byName.set(key, [number]);
      else known.push(number);
    }
  }
  const names = [...byName.keys()].toSorted();
  const numbers = names.map((name) => byName.get(name) ?? []);
  return {
    ids: sorted.map(({ id }) => id),
    names,
    numbers: numbers.map((each) => (each.length === 1 ? (each[0] ?? each) : each)),
  };
}

/** Throws IntelError NOT_FOUND, DAMAGED or UNSUPPORTED_VERSION; reading a record from it throws DAMAGED where it is none. */
export function readFeedFile(path: string): Feed {
  const bytes = unpacked(path);
  const starts = lineStarts(bytes);
  const head = headOf(path, line(bytes, starts, 0));
  const index = Index.safeParse(parsed(line(bytes, starts, 1))).data;
  const { records } = head.counts;
  if (index === undefined || index.names.length !== index.numbers.length) throw damaged(path, 'its index is none');
  const { ids, names, numbers } = index;
  if (starts.length - HEADING !== records || ids.length !== records) {
    throw damaged(path, `it has ${starts.length - HEADING} records and says ${records}`);
  }
  const read = (number: number): IntelRecord => {
    const record = storedRecordOf(parsed(line(bytes, starts, number + HEADING)));
    if (record === null || record.id !== ids[number])
      throw damaged(path, `line ${number + HEADING + 1} is not the record that it should be`);
    return record;
  };
  return {
    head,
    naming(ecosystem, name) {
      const found = numbers[positionOf(packageKey(ecosystem, name), names) ?? -1] ?? [];
      return (typeof found === 'number' ? [found] : found).map(read);
    },
    byId(id) {
      const number = positionOf(id, ids);
      return number === null ? undefined : read(number);
    },
    *all() {
      for (let number = 0; number < records; number += 1) yield read(number);
    },
  };
}

function unpacked(path: string): Buffer {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MAX_FILE_BYTES) throw damaged(path, `it has more than ${MAX_FILE_BYTES} bytes`);
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES, chunkSize: CHUNK_BYTES });
  } catch (error) {
    if (error instanceof IntelError) throw error;
    if (isCoded(error) && error.code === 'ENOENT') {
      throw new IntelError(
        'NOT_FOUND',
        `There is no list of recalls at "${path}"; "registry-audit intel update" makes one.`,
        error,
      );
    }
    throw damaged(path, error instanceof Error ? error.message : 'it cannot be read', error);
  }
}

/** Where each line begins; a last one that does not end is not one. */
function lineStarts(bytes: Buffer): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    starts.push(start);
    start = end + 1;
  }
  return starts;
}

function line(bytes: Buffer, starts: readonly number[], number: number): string {
  const start = starts[number];
  return start === undefined ? '' : bytes.toString('utf8', start, (starts[number + 1] ?? bytes.length) - 1);
}

function headOf(path: string, text: string): FeedHead {
  const json = parsed(text);
  const head = StoredHead.safeParse(json);
  if (head.success) return head.data;
  const version = z.looseObject({ schemaVersion: z.number() }).safeParse(json).data?.schemaVersion;
  if (version === undefined || version === 1) throw damaged(path, 'it does not begin with the head of a list');
  throw new IntelError(
    'UNSUPPORTED_VERSION',
    `The list of recalls at "${path}" has format ${version}, and this version reads 1; run "registry-audit intel update" again.`,
  );
}

/** By halving, since they are in order; null where it is not among them. */
function positionOf(text: string, ordered: readonly string[]): number | null {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ordered[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return ordered[from] === text ? from : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(path: string, what: string, cause?: unknown): IntelError {
  return new IntelError(
    'DAMAGED',
    `The list of recalls at "${path}" is damaged: ${what}. Run "registry-audit intel update" to make it anew.`,
    cause,
  );
}

function isCoded(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
