import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { calendarDate } from '../evidence/time.ts';
import { countsOf, feedOf, isLater } from './feed.ts';
import { IntelError } from './intel-error.ts';
import type { Feed, IntelRecord } from './port.ts';
import { type ReadRecord, recordOf } from './record.ts';

/**
 * Somebody's own list: a file or a folder of records in OSV's format, as JSON (one record or a list of them) or a record a line.
 *
 * With it an author or a company recalls a version for its own clients, or takes a public record back by its id.
 */
const MAX_FILE_BYTES = 32_000_000;
const MAX_FILES = 100_000;
const RECORD_FILE = /\.(?:json|ndjson|jsonl)$/;
const LINES_FILE = /\.(?:ndjson|jsonl)$/;

/** Records that are refused are counted by reason. Throws IntelError NOT_FOUND, or DAMAGED where there is no record at all. */
export function readOrganisation(path: string): Feed {
  const records: IntelRecord[] = [];
  const refused = new Map<string, number>();
  for (const file of filesAt(path)) {
    for (const read of recordsIn(file)) {
      if ('record' in read) records.push(read.record);
      else refused.set(read.refused, (refused.get(read.refused) ?? 0) + 1);
    }
  }
  return organisationFeed(path, records, refused);
}

function organisationFeed(path: string, records: readonly IntelRecord[], refused: ReadonlyMap<string, number>): Feed {
  const [first, ...rest] = records;
  const reasons = [...refused].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (first === undefined) {
    const why = reasons.map(([reason, count]) => `${count} refused: ${reason}`).join('; ');
    throw new IntelError('DAMAGED', `There is no record in OSV's format at "${path}"${why === '' ? '' : ` (${why})`}.`);
  }
  const newest = rest.reduce((known, each) => (isLater(each, known) ? each : known), first);
  // Files say nothing about until when they are kept up, so the list is as old as its newest record.
  const date = calendarDate(newest.modified) ?? newest.modified.slice(0, 10);
  const ecosystems = new Set(records.flatMap(({ affected }) => affected.map(({ ecosystem }) => ecosystem)));
  const kept = feedOf({ ...HEAD, date, sources: [], counts: countsOf([], 0) }, records);
  const counts = countsOf(
    kept.all(),
    reasons.reduce((sum, [, count]) => sum + count, 0),
  );
  const source = {
    title: path,
    ecosystems: [...ecosystems].toSorted(),
    date,
    complete: false,
    uri: null,
    through: null,
    records: counts.records,
    refused: Object.fromEntries(reasons),
    failed: null,
  };
  return { ...kept, head: { ...HEAD, date, sources: [source], counts } };
}

const HEAD = { schemaVersion: 1, origin: 'organisation', title: "An organisation's own records" } as const;

/** In the order of their names, so that every machine reads the same. Links are left alone, since they can lead around in a circle. */
function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new IntelError('NOT_FOUND', `There is nothing at "${path}" to read records from.`);
  if (!found.isDirectory()) return [path];
  const files: string[] = [];
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(join(folder, entry.name));
      else if (entry.isFile() && RECORD_FILE.test(entry.name)) files.push(join(folder, entry.name));
    }
    if (files.length + folders.length > MAX_FILES) {
      throw new IntelError('DAMAGED', `"${path}" has more than ${MAX_FILES} files of records.`);
    }
  }
  return files.toSorted();
}

function* recordsIn(file: string): Generator<ReadRecord> {
  if (lstatSync(file).size > MAX_FILE_BYTES) {
    yield { refused: `its file has more than ${MAX_FILE_BYTES} bytes` };
    return;
  }
  const text = readFileSync(file, 'utf8');
  const texts = LINES_FILE.test(file) ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  for (const each of texts) {
    const json = parsed(each);
    if (json === undefined) yield { refused: 'it is not JSON' };
    else if (Array.isArray(json)) yield* json.map(recordOf);
    else yield recordOf(json);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
