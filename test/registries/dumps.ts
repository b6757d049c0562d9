import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Json } from '../../src/model/place.ts';
import { at, isObject, textAt } from './at.ts';
import type { Feed } from './feed.ts';
import { NO_PACKAGES } from './harbour.ts';

const NEXT_CURSOR_SINCE = '2025-09-30';
const SMITHERY_CAP = 500;

/**
 * A feed from recorded listings, which stand outside the repository and are never copied into it.
 *
 * Of each registry the last dump until `date`, or its first where all are later; undefined where there is no such folder.
 * An index that kept only some fields becomes rows of only those fields. No packages: npm and PyPI answer 404.
 */
export function feedFromDumps(folder: string, { date }: { date: string }): Feed | undefined {
  if (!existsSync(join(folder, 'official'))) return undefined;
  const official = officialDump(folder, date);
  return {
    official: { rows: official.rows, cursorField: official.date < NEXT_CURSOR_SINCE ? 'next_cursor' : 'nextCursor' },
    glama: { items: listOf(at(lastDump(folder, 'glama', date), 'servers')) },
    smithery: {
      items: listOf(at(lastDump(folder, 'smithery', date), 'servers')),
      details: new Map(),
      cap: SMITHERY_CAP,
    },
    mcpSo: {
      urls: listOf(lastDump(folder, 'mcpso', date)).flatMap((row) => textAt(row, 'url') ?? []),
      scheme: 'old',
    },
    pulsemcp: { rows: listOf(lastDump(folder, 'pulsemcp', date)).map(pulsemcpRow) },
    ...NO_PACKAGES,
  };
}

/** Raw rows where they are as late as the index, since they have every field. */
function officialDump(folder: string, date: string): { date: string; rows: readonly Json[] } {
  const raw = lastDated(join(folder, 'official'), date);
  const index = lastDated(join(folder, 'official-index'), date);
  if (raw !== undefined && (index === undefined || raw.date >= index.date || index.date > date)) {
    return { date: raw.date, rows: listOf(readDump(raw.path)) };
  }
  if (index === undefined) return { date, rows: [] };
  return { date: index.date, rows: listOf(readDump(index.path)).map(officialRow) };
}

function lastDump(folder: string, registry: string, date: string): Json {
  const dump = lastDated(join(folder, registry), date);
  return dump === undefined ? [] : readDump(dump.path);
}

interface DatedFile {
  readonly date: string;
  readonly path: string;
}

/** Only files named by a day: samples and other shapes stand beside them. */
function lastDated(folder: string, date: string): DatedFile | undefined {
  if (!existsSync(folder)) return undefined;
  const dumps = readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.(?:json|ndjson)\.gz$/.test(name))
    .sort()
    .map((name) => ({ date: basename(name).slice(0, 10), path: join(folder, name) }));
  return dumps.findLast((dump) => dump.date <= date) ?? dumps[0];
}

function readDump(path: string): Json {
  const text = gunzipSync(readFileSync(path)).toString();
  if (path.endsWith('.ndjson.gz')) return text.split('\n').filter(Boolean).map(parse);
  return parse(text);
}

function parse(text: string): Json {
  return JSON.parse(text);
}

function listOf(value: Json | undefined): readonly Json[] {
  if (!isList(value)) throw new TypeError('a dump is no list of rows');
  return value;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** In the shape since 2025-12-11. Packages, remotes and headers are not in the index, and so not in the row. */
function officialRow(row: Json): Json {
  return {
    server: {
      ...present(row, { name: 'name', description: 'description', version: 'version' }),
      ...repositoryOf(at(row, 'repository')),
    },
    _meta: {
      'io.modelcontextprotocol.registry/official': {
        ...present(row, { status: 'status', publishedAt: 'published_at', updatedAt: 'updated_at' }),
        isLatest: at(row, 'is_latest') === 1,
      },
    },
  };
}

function repositoryOf(repository: Json | undefined): Record<string, Json> {
  if (!isObject(repository)) return {};
  return { repository: present(repository, { url: 'url', source: 'source', id: 'repo_id', subfolder: 'subfolder' }) };
}

/** The dump has owner and repository of each server; its text is the directory's own and not the publisher's. */
function pulsemcpRow(row: Json): Json {
  const name = `${textAt(row, 'owner')}/${textAt(row, 'repo')}`;
  return {
    server: { name, repository: { url: `https://github.com/${name}`, source: 'github' } },
    _meta: { 'com.pulsemcp/server-version': { isLatest: true } },
  };
}

/** The fields of a row under their names on the wire, without those that are null or missing. */
function present(row: Json, fields: Readonly<Record<string, string>>): Record<string, Json> {
  const known = Object.entries(fields).flatMap(([name, key]) => {
    const value = at(row, key) ?? null;
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(known);
}
