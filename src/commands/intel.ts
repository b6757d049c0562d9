import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { ageDays } from '../evidence/time.ts';
import { openCache } from '../fetch/cache.ts';
import { createGet } from '../fetch/get.ts';
import type { HostRule } from '../fetch/hosts.ts';
import { feedOf } from '../intel/feed.ts';
import { readFeedFile } from '../intel/feed-file.ts';
import { IntelError } from '../intel/intel-error.ts';
import { osv, OSV_ECOSYSTEMS } from '../intel/osv.ts';
import type { Feed, FeedHead, FeedSource } from '../intel/port.ts';
import { updatedFeed } from '../intel/update.ts';
import { writeFeedFile } from '../intel/write.ts';
import { daysOld } from '../text/days-old.ts';
import { inert, inertJson } from '../text/inert.ts';
import { captureClock, dateOf } from './clock.ts';
import { EXIT, type ExitCode, NothingReadError, UsageError } from './exit.ts';
import { currentIntel, intelFile } from './intel-lists.ts';
import { createLog } from './log.ts';
import { createProgress } from './progress.ts';
import { tool } from './tool.ts';

export interface IntelOptions {
  readonly action: 'update' | 'status';
  /** The list's file; the user's cache folder has one by default. */
  readonly intel?: string | undefined;
  /** Files or folders of an organisation's own records, shown by `status`. */
  readonly feed?: readonly string[] | undefined;
  readonly cache?: string | undefined;
  readonly offline: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  readonly json: boolean;
  readonly progress: boolean;
  readonly verbose: boolean;
}

/** Long enough for the archive of npm over a slow line. */
const TIMEOUTS = { connectMs: 10_000, headersMs: 60_000, totalMs: 3_600_000 };
/** A run that was killed goes on with what it had within the hour; later all is asked about again, which costs little where nothing changed. */
const FRESH_FOR_MS = 3_600_000;

/** Reads the public lists of malicious packages anew, or says which lists there are and how old. */
export async function intel(options: IntelOptions): Promise<ExitCode> {
  return options.action === 'update' ? update(options) : status(options);
}

async function update(options: IntelOptions): Promise<ExitCode> {
  const file = options.intel ?? intelFile();
  const host = hostOf(options.baseUrl ?? []);
  const now = captureClock(process.env);
  const cache = await openCache(options.cache, environment());
  const log = await createLog(options);
  const door = createGet({
    hosts: [host],
    cache,
    offline: options.offline,
    freshSince: new Date(now().getTime() - FRESH_FOR_MS).toISOString(),
    now,
    userAgent: tool().replace('@', '/'),
    timeouts: TIMEOUTS,
    logger: log,
    onResponse: (event) => log.debug(event, 'answered'),
  });
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  try {
    const feed = await updatedFeed({
      get: door.get,
      baseUrl: host.baseUrl,
      ecosystems: OSV_ECOSYSTEMS,
      previous: previousIn(file),
      today: dateOf(now()),
      onStage: (what, total) => progress.start(what, total),
      onRecord: () => progress.tick(),
    });
    const { sources } = feed.head;
    if (sources.every(({ failed }) => failed !== null)) throw nothingRead(sources);
    writeFeedFile(file, feed);
    show(options, { file, feeds: [feed.head] });
    return EXIT.done;
  } finally {
    progress.stop();
    await door.close();
    await cache.close();
  }
}

/** A file that is damaged is made anew, since that is what its reader is told to do. */
function previousIn(file: string): Feed | null {
  if (!existsSync(file)) return null;
  try {
    const { head, all } = readFeedFile(file);
    // Records are parsed when they are asked for, and only then a damaged one shows.
    return feedOf(head, [...all()]);
  } catch (error) {
    if (error instanceof IntelError) return null;
    throw error;
  }
}

function status(options: IntelOptions): ExitCode {
  const { feeds } = currentIntel(options);
  show(options, { file: options.intel ?? intelFile(), feeds });
  return EXIT.done;
}

function nothingRead(sources: readonly FeedSource[]): NothingReadError {
  const reasons = sources.map(({ title, failed }) => `  ${title}: ${failed ?? ''}`);
  return new NothingReadError(`nothing could be read, and the list stays as it was.\n${reasons.join('\n')}`);
}

interface Shown {
  readonly file: string;
  readonly feeds: readonly FeedHead[];
}

function show({ json }: IntelOptions, { file, feeds }: Shown): void {
  const today = dateOf(captureClock(process.env)());
  const dated = feeds.map((head) => ({ ...head, ageDays: ageDays(head.date, today) }));
  console.log(json ? inertJson({ file, asOf: today, lists: dated }, 1) : dated.flatMap(linesOf).join('\n'));
}

function linesOf(head: FeedHead & { readonly ageDays: number | null }): readonly string[] {
  const { title, date, counts, sources } = head;
  return [
    inert(title),
    `  of ${date}, ${daysOld(head.ageDays)}: ${counts.records} records, ${counts.withdrawn} of them withdrawn${counts.refused === 0 ? '' : `, ${counts.refused} refused`}`,
    ...sources.flatMap((source) => [
      `  ${inert(source.title)}: ${source.records} records, as of ${source.date}`,
      ...(source.failed === null ? [] : [`    not read this time: ${inert(source.failed)}`]),
      ...Object.entries(source.refused).map(([reason, count]) => `    refused ${count}: ${inert(reason)}`),
    ]),
  ];
}

/** `get` itself refuses what is neither https nor loopback, and addresses with a user name. */
function hostOf(overrides: readonly string[]): HostRule {
  const [override, ...more] = overrides.filter((each) => each.startsWith(`${osv.id}=`));
  const wrong = overrides.find((each) => each !== override);
  if (wrong !== undefined || more.length > 0) {
    throw new UsageError(`--base-url "${wrong ?? more.join(' ')}" is not ${osv.id}=URL, once.`);
  }
  const text = override === undefined ? osv.baseUrl : override.slice(osv.id.length + 1);
  const url = URL.parse(text);
  if (url === null) throw new UsageError(`--base-url "${text}" is not an address.`);
  // On loopback there is nobody to spare.
  const requestsPerSecond = url.protocol === 'http:' ? null : osv.pace.requestsPerSecond;
  return { baseUrl: url.href.replace(/\/$/, ''), pace: { ...osv.pace, requestsPerSecond }, keyHeaders: {} };
}

function environment() {
  return { variables: process.env, platform: process.platform, homeDirectory: homedir() };
}
