import { homedir } from 'node:os';
import { openPool } from '../archives/pool.ts';
import { remembered } from '../archives/remembered.ts';
import { fetchFailure } from '../capture/failure.ts';
import { readRelease, type ReleaseRead } from '../capture/releases.ts';
import { openCache } from '../fetch/cache.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import { createGet } from '../fetch/get.ts';
import type { Get } from '../fetch/port.ts';
import type { Packument } from '../model/release.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import { ecosystems } from '../packages/index.ts';
import { purlOf } from '../registries/purl.ts';
import { codeHosts } from '../repositories/index.ts';
import { captureClock } from './clock.ts';
import { type CodeHostReader, openCodeHostReader } from './code-host-reader.ts';
import { descriptionsIn } from './descriptions.ts';
import { createLog } from './log.ts';
import { rememberedRelease } from './remembered-releases.ts';
import { hostsOf, sources } from './sources.ts';
import { tool } from './tool.ts';

export interface PackageReaderOptions {
  readonly cache?: string | undefined;
  readonly offline: boolean;
  /** Asks anew also what was answered within the hour. */
  readonly live?: boolean | undefined;
  readonly baseUrl?: readonly string[] | undefined;
  readonly verbose: boolean;
  readonly now?: (() => Date) | undefined;
}

/** A package's history as its registry has it now, and its archives when they are asked for. */
export interface ReadPackage {
  readonly packument: Packument;
  readonly stored: StoredPackage & { readonly outcome: 'read' };
  /** Of the registry that was asked. */
  readonly baseUrl: string;
  /** Reads the archives of one release; what could not be read has its reason. */
  release(this: void, version: string): Promise<ReleaseRead>;
}

/** Reads single packages by GET, for questions about a few of them. */
export interface PackageReader {
  readonly get: Get;
  /** In place of what was not read, the reason. */
  read(this: void, ecosystem: string, name: string): Promise<ReadPackage | string>;
  readonly codeHosts: Pick<CodeHostReader, 'read'>;
  close(this: void): Promise<void>;
}

/** What was asked within the hour is not asked again. */
const FRESH_FOR_MS = 3_600_000;

/** Throws CacheError and UsageError; nothing is asked before a package is. */
export async function openPackageReader(options: PackageReaderOptions): Promise<PackageReader> {
  const now = options.now ?? captureClock(process.env);
  const asked = sources([...ecosystems, ...codeHosts], { overrides: options.baseUrl ?? [], environment: process.env });
  const environment = { variables: process.env, platform: process.platform, homeDirectory: homedir() };
  const log = await createLog(options);
  const cache = await openCache(options.cache, environment);
  const freshSince = new Date(now().getTime() - (options.live === true ? 0 : FRESH_FOR_MS)).toISOString();
  const remembering = { cache, freshSince: options.offline ? '' : freshSince, now };
  const settings = {
    cache,
    offline: options.offline,
    freshSince,
    now,
    userAgent: tool().replace('@', '/'),
    logger: log,
    onResponse: (event: object) => log.debug(event, 'answered'),
  };
  const packages = new Map([...asked].filter(([id]) => ecosystems.some((each) => each.id === id)));
  const door = createGet({ ...settings, hosts: hostsOf(packages) });
  const hosted = openCodeHostReader(asked, settings);
  const pool = openPool();
  const reader = { get: door.get, describe: remembered(pool.describe, descriptionsIn(cache, now)) };

  async function read(id: string, name: string): Promise<ReadPackage | string> {
    const ecosystem = ecosystems.find((each) => each.id === id);
    const source = asked.get(id);
    if (ecosystem === undefined || source === undefined) return `packages of ${id} are not read`;
    const purl = purlOf(id, name);
    if (purl === null) return 'not a package name';
    const { baseUrl } = source;
    try {
      const stored = await ecosystem.observe(purl, name, door.get, baseUrl);
      if (stored.outcome !== 'read') return stored.reason;
      const release = (version: string) => {
        const wanted = { ecosystem, baseUrl, stored, version };
        return rememberedRelease(wanted, () => readRelease(wanted, reader), remembering);
      };
      return { packument: ecosystem.read(stored), stored, baseUrl, release };
    } catch (error) {
      if (error instanceof FetchError) return fetchFailure(error);
      throw error;
    }
  }

  async function close(): Promise<void> {
    await pool.close();
    await door.close();
    await hosted.close();
    await cache.close();
  }

  return { get: door.get, read, codeHosts: hosted, close };
}
