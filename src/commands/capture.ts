import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '../archives/pool.ts';
import { remembered } from '../archives/remembered.ts';
import type { Captured } from '../capture/capture.ts';
import { lockFolder } from '../capture/folder-lock.ts';
import { forgetSession, openSession } from '../capture/session.ts';
import { openCache } from '../fetch/cache.ts';
import { createGet } from '../fetch/get.ts';
import { writtenBehind } from '../fetch/write-behind.ts';
import type { Manifest, SnapshotDate } from '../model/snapshot.ts';
import { renderCoverageText } from '../report/terminal.ts';
import { isFinished } from '../snapshot/manifest.ts';
import { createSnapshotWriter } from '../snapshot/write.ts';
import { type CaptureSettings, gather, prepare, type Run } from './capture-run.ts';
import { captureClock, checkedDate, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { EXIT, type ExitCode, NothingReadError } from './exit.ts';
import { createLog } from './log.ts';
import { descriptionsIn } from './descriptions.ts';
import { packageSpecs } from './package-spec.ts';
import { createProgress, type Progress } from './progress.ts';
import { hostsOf } from './sources.ts';
import { tool } from './tool.ts';
import { inertJson } from '../text/inert.ts';

export interface CaptureOptions extends Omit<CaptureSettings, 'packages'> {
  /** File of the organisation's defaults; the nearest one by default. */
  readonly config?: string | undefined;
  readonly package?: readonly string[] | undefined;
  readonly packages?: string | undefined;
  readonly date?: string | undefined;
  readonly replace: boolean;
  readonly json: boolean;
}

/** Fills a snapshot and says what could be seen. */
export async function capture(given: CaptureOptions): Promise<ExitCode> {
  const options: CaptureOptions = await withConfiguration(given, given.config);
  const date = checkedDate(options.date ?? dateOf(captureClock(process.env)()), '--date');
  const packages = packageSpecs(options.package ?? [], options.packages);
  const manifest = await captureSnapshot(date, { ...options, packages }, { replace: options.replace });
  if (options.json) console.log(inertJson(manifest, 1));
  else console.log(`${renderCoverageText(manifest)}\n\nSnapshot: ${join(options.snapshots, date)}`);
  return EXIT.done;
}

/** Captures one date's snapshot into the folder of snapshots; an unfinished one is taken up where it was. */
export async function captureSnapshot(
  date: SnapshotDate,
  settings: CaptureSettings,
  { origin = 'captured', replace = false }: { origin?: Manifest['origin']; replace?: boolean } = {},
): Promise<Manifest> {
  // Before anything is touched: a slip of the pen must not cost a finished snapshot.
  const run = prepare(settings);
  const now = captureClock(process.env);
  const folder = join(settings.snapshots, date);
  const lock = lockFolder(folder);
  try {
    if (replace && isFinished(folder)) {
      forgetSession(folder);
      rmSync(join(folder, 'manifest.json'), { force: true });
    }
    return await captureInto(folder, { date, origin, run, settings, now });
  } finally {
    lock.release();
  }
}

interface Capturing extends Pick<Manifest, 'date' | 'origin'> {
  readonly run: Run;
  readonly settings: CaptureSettings;
  now(this: void): Date;
}

async function captureInto(folder: string, { date, origin, run, settings, now }: Capturing): Promise<Manifest> {
  const session = openSession(folder, now);
  const { startedAt } = session;
  const writer = createSnapshotWriter({ folder, date, origin, tool: tool(), startedAt });
  session.begin();
  const cache = writtenBehind(
    await openCache(settings.cache, {
      variables: process.env,
      platform: process.platform,
      homeDirectory: homedir(),
    }),
  );
  const pool = openPool();
  const log = await createLog(settings);
  const door = createGet({
    hosts: hostsOf(run.asked),
    cache,
    offline: settings.offline,
    freshSince: startedAt,
    now,
    userAgent: tool().replace('@', '/'),
    logger: log,
    onResponse: (event) => log.debug(event, 'answered'),
  });
  try {
    const describe = remembered(pool.describe, descriptionsIn(cache, now));
    const captured = await gather(run, { door, writer, describe, startedAt, progress: progressOf(settings) });
    await cache.settled();
    if (captured.listed.every(({ rows }) => rows === 0)) throw nothingRead(captured, folder);
    const manifest = await writer.finish({
      listed: captured.listed,
      packages: captured.packages,
      sources: captured.sources,
      repositories: captured.repositories,
      finishedAt: now().toISOString(),
    });
    session.end();
    return manifest;
  } finally {
    await pool.close();
    await door.close();
    await writer.close();
    await cache.close();
  }
}

/** No manifest is written then: a date must not be taken by a snapshot of nothing. */
function nothingRead({ listed }: Captured, folder: string): NothingReadError {
  const reasons = listed.map(({ registry, enumeration }) =>
    enumeration.ended === 'exhausted'
      ? `  ${registry}: it lists nothing`
      : `  ${registry}: ${enumeration.ended}: ${enumeration.reason}`,
  );
  return new NothingReadError(
    `nothing could be read.\n${reasons.join('\n')}\nThe snapshot in "${folder}" stays unfinished; run the same command again to go on with it.`,
  );
}

function progressOf({ progress }: CaptureSettings): Progress {
  return createProgress({ stream: process.stderr, enabled: progress, nowMs: Date.now });
}
