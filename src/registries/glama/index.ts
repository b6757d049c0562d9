import type { Get } from '../../fetch/port.ts';
import type { Entry, ServerRecord } from '../../model/entry.ts';
import type { Json, Place } from '../../model/place.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { inputsOf } from '../config-schema.ts';
import {
  type ListOptions,
  type ListingEnd,
  type ReadRow,
  type RefusedRow,
  type Registry,
  type Row,
  placeOf,
} from '../port.ts';
import { listByKey } from './api.ts';
import { ServerItem, ServerPage } from './schema.ts';
import { listBySitemap } from './sitemap.ts';

/**
 * Glama: its API where there is a key (required since 2026-08-26), else the names of its sitemap.
 *
 * It lists repositories by itself, so namespace and slug are derived, `author:official` is its own claim, and an item has no
 * version, no package and no date.
 */
export const glama = {
  id: 'glama',
  title: 'Glama',
  baseUrl: 'https://glama.ai',
  ceiling: 'metadata',
  pace: { concurrency: 2, requestsPerSecond: 5 },
  keys: [{ environmentVariable: 'GLAMA_API_KEY', header: 'Authorization', prefix: 'Bearer ' }],
  attribution: 'Listings from Glama (https://glama.ai/mcp/servers), used under the Glama API Data License.',
  list,
  read,
} satisfies Registry;

function list(get: Get, options: ListOptions): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  return options.keyed ? listByKey(get, options.baseUrl, glama.keys) : listBySitemap(get, options.baseUrl);
}

function read(row: StoredRow): ReadRow {
  if (isLocation(row.record)) return { entry: entryOfPage(row), record: null };
  const item = ServerItem.parse(row.record);
  const place = placeOf(row);
  return { entry: entryOf(item, place), record: recordOf(item, place) };
}

/** Rows of the sitemap are stored as `{ loc }`. */
function isLocation(record: Json): boolean {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, 'loc');
}

function entryOfPage(row: StoredRow): Entry {
  const server = ServerPage.parse(row.record);
  const place = { resource: row.resource, pointer: `${row.pointer}/loc` };
  return { ...named(server.name), title: null, namespace: server.namespace, place };
}

function entryOf({ name, title, namespace }: ServerItem, place: Place): Entry {
  return { ...named(name), title, namespace: namespace ?? null, place };
}

function named(name: string): Pick<Entry, 'id' | 'registry' | 'name' | 'leaf'> {
  return { id: `glama:${name}`, registry: 'glama', name, leaf: name.slice(name.lastIndexOf('/') + 1) };
}

function recordOf(item: ServerItem, place: Place): ServerRecord {
  const { title, description = null, attributes, tools } = item;
  const repository = repositoryOf(item.repository);
  return {
    place,
    title,
    description,
    version: null,
    status: null,
    statusMessage: null,
    publishedAt: null,
    updatedAt: null,
    websiteUrl: null,
    repository,
    packages: null,
    remotes: null,
    inputs: inputsOf(item.environmentSchema, 'environment', '/environmentVariablesJsonSchema'),
    tools: toolsOf(tools),
    uses: null,
    marks: attributes ?? [],
    at: {
      ...(title === null ? {} : { title: '/name' }),
      ...(description === null ? {} : { description: '/description' }),
      ...(repository === null || repository === 'none' ? {} : { repository: '/repository/url' }),
      ...(attributes ? { marks: '/attributes' } : {}),
    },
  };
}

function repositoryOf(repository: ServerItem['repository']): ServerRecord['repository'] {
  if (repository === undefined) return null;
  return repository?.url ? { url: repository.url, subfolder: null, id: null } : 'none';
}

/** The API stopped filling the list in 2026: an empty one says nothing. */
function toolsOf(tools: ServerItem['tools']): ServerRecord['tools'] {
  if (!tools || tools.length === 0) return null;
  return tools.map(({ name, description = null }, index) => ({ at: `/tools/${index}`, name, description }));
}
