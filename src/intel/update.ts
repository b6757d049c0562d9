import pLimit from 'p-limit';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched, Get } from '../fetch/port.ts';
import { archivedRecords } from './archive.ts';
import { changesSince } from './changes.ts';
import { countsOf, feedOf } from './feed.ts';
import { IntelError } from './intel-error.ts';
import { archiveUrl, changesUrl, osv, type OsvEcosystem, recordUrl } from './osv.ts';
import type { Feed, FeedSource, IntelRecord } from './port.ts';
import { type ReadRecord, recordOf } from './record.ts';
import { taking } from './taking.ts';

/** All records of npm came to 210 MB in 2026. */
const MAX_ARCHIVE_BYTES = 900_000_000;
const MAX_CHANGES_BYTES = 100_000_000;
const MAX_RECORD_BYTES = 8_000_000;
/** More changed records than this are fetched sooner with all others in one archive. */
const MAX_SINGLE_RECORDS = 2_000;
/** A host that does not answer so often in a row is not asked for the rest. */
const FAILURES_BEFORE_GIVING_UP = 10;

export interface UpdateTask {
  readonly get: Get;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly ecosystems: readonly OsvEcosystem[];
  /** What was read the last time; null to begin anew. */
  readonly previous: Feed | null;
  /** `YYYY-MM-DD`, which the list is dated with. */
  readonly today: string;
  readonly onStage: (what: string, total: number | null) => void;
  readonly onRecord: () => void;
}

/**
 * The list made new: what changed since the last time where that is known, else all of an ecosystem.
 *
 * An ecosystem that cannot be read stays as it was, dated as it was, with the reason. What a killed run had fetched is in the cache
 * of `get`. Nothing else is thrown than what `get` throws beside FetchError.
 */
export async function updatedFeed(task: UpdateTask): Promise<Feed> {
  const records = new Map<string, IntelRecord>();
  for (const record of task.previous?.all() ?? []) records.set(record.id, record);
  const sources: FeedSource[] = [];
  for (const ecosystem of task.ecosystems) {
    const before = task.previous?.head.sources.find(({ ecosystems }) => ecosystems.includes(ecosystem.id)) ?? null;
    sources.push(await updatedSource(task, { ecosystem, before, records }));
  }
  const dates = sources.flatMap(({ ecosystems, date }) => (ecosystems.length === 0 ? [] : [date])).toSorted();
  const refused = sources.reduce((sum, source) => sum + Object.values(source.refused).reduce((a, b) => a + b, 0), 0);
  const head = {
    schemaVersion: 1,
    origin: 'osv',
    title: 'Malicious packages of the OSV database (https://osv.dev; OpenSSF Malicious Packages, Apache-2.0)',
    date: dates[0] ?? task.today,
    sources,
    counts: countsOf(records.values(), refused),
  } as const;
  return feedOf(head, records.values());
}

interface Reading {
  readonly ecosystem: OsvEcosystem;
  readonly before: FeedSource | null;
  /** Of all ecosystems, by id; what is read goes in here. */
  readonly records: Map<string, IntelRecord>;
}

async function updatedSource(task: UpdateTask, reading: Reading): Promise<FeedSource> {
  const { ecosystem, before } = reading;
  try {
    const since = before?.complete === true ? before.through : null;
    const changed = since === null ? null : await changedIds(task, ecosystem, since);
    return changed === null || changed.length > MAX_SINGLE_RECORDS
      ? await readAll(task, reading)
      : await readChanged(task, reading, changed);
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof IntelError)) throw error;
    // Without an ecosystem, since it speaks for none.
    const none = { ...sourceOf(task, ecosystem, archiveUrl(task.baseUrl, ecosystem)), ecosystems: [], complete: false };
    return { ...(before ?? none), failed: error.message.slice(0, 500) };
  }
}

async function changedIds(
  { get, baseUrl }: UpdateTask,
  ecosystem: OsvEcosystem,
  since: string,
): Promise<readonly string[]> {
  const { body } = await get(changesUrl(baseUrl, ecosystem), { maxBytes: MAX_CHANGES_BYTES });
  const { ids, unreadable } = changesSince(body.toString('utf8'), since);
  // A heading is one; a page of HTML with status 200 is none but such lines.
  if (unreadable > 1) throw new IntelError('DAMAGED', `the list of changes has ${unreadable} lines of another form`);
  return ids;
}

/** What is not in the archive any more is not listed any more. */
async function readAll(task: UpdateTask, { ecosystem, records }: Reading): Promise<FeedSource> {
  const url = archiveUrl(task.baseUrl, ecosystem);
  task.onStage(`${osv.id}: ${ecosystem.folder}`, null);
  const { body } = await task.get(url, { maxBytes: MAX_ARCHIVE_BYTES });
  const taken = taking();
  const read = new Map<string, IntelRecord>();
  for await (const each of archivedRecords(body)) {
    const record = taken.take(each);
    if (record !== null) read.set(record.id, record);
    task.onRecord();
  }
  for (const [id, { affected }] of records) {
    if (affected.every((each) => each.ecosystem === ecosystem.id)) records.delete(id);
  }
  for (const [id, record] of read) records.set(id, record);
  const source = sourceOf(task, ecosystem, url);
  return { ...source, through: taken.through(), records: read.size, refused: taken.refused() };
}

async function readChanged(task: UpdateTask, reading: Reading, ids: readonly string[]): Promise<FeedSource> {
  const { ecosystem, before, records } = reading;
  const taken = taking();
  const failures: string[] = [];
  let inARow = 0;
  task.onStage(`${osv.id}: ${ecosystem.folder}`, ids.length);
  const lane = pLimit(osv.pace.concurrency);
  await Promise.all(
    ids.map((id) =>
      lane(async () => {
        if (inARow >= FAILURES_BEFORE_GIVING_UP) return;
        const asked = await asking(task.get, recordUrl(task.baseUrl, ecosystem, id));
        task.onRecord();
        if (asked instanceof FetchError) {
          failures.push(asked.message);
          inARow = asked.code === 'STATUS' ? 0 : inARow + 1;
          return;
        }
        inARow = 0;
        const record = taken.take(recordNamed(id, asked));
        if (record !== null) records.set(id, record);
      }),
    ),
  );
  const [failure] = failures;
  const own = [...records.values()].filter(({ affected }) => affected.some((each) => each.ecosystem === ecosystem.id));
  const source = { ...sourceOf(task, ecosystem, changesUrl(task.baseUrl, ecosystem)), records: own.length };
  const refused = taken.refused();
  // What failed is asked for again the next time, so the list stays as old as it was.
  return failure === undefined || before === null
    ? { ...source, through: taken.through() ?? before?.through ?? null, refused }
    : {
        ...before,
        records: own.length,
        refused,
        failed: `${failures.length} of ${ids.length} records: ${failure}`.slice(0, 500),
      };
}

/** A failed fetch as a value, since the others go on. */
async function asking(get: Get, url: string): Promise<Fetched | FetchError> {
  try {
    return await get(url, { accept: 'application/json', maxBytes: MAX_RECORD_BYTES });
  } catch (error) {
    if (error instanceof FetchError) return error;
    throw error;
  }
}

function recordNamed(id: string, { body }: Fetched): ReadRecord {
  const read = recordOf(parsed(body.toString('utf8')));
  return 'record' in read && read.record.id !== id ? { refused: 'its file has the name of another record' } : read;
}

function sourceOf({ today }: UpdateTask, { id, folder }: OsvEcosystem, uri: string): FeedSource {
  return {
    title: `OSV, ${folder}`,
    ecosystems: [id],
    date: today,
    complete: true,
    uri,
    through: null,
    records: 0,
    refused: {},
    failed: null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
