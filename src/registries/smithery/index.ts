import type { Get } from '../../fetch/port.ts';
import type { Entry } from '../../model/entry.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import {
  type FindOptions,
  type ListOptions,
  type ListingEnd,
  type ReadRow,
  type RefusedRow,
  type Registry,
  type Row,
  placeOf,
} from '../port.ts';
import { withDetails } from './details.ts';
import { findServers, listServers } from './listing.ts';
import { recordOf } from './record.ts';
import { ServerDetail, ServerItem } from './schema.ts';

/** Smithery: a list of names, and a record a server where a detail request was worth it. */
export const smithery = {
  id: 'smithery',
  title: 'Smithery',
  baseUrl: 'https://registry.smithery.ai',
  ceiling: 'metadata',
  pace: { concurrency: 1, requestsPerSecond: 2 },
  keys: [{ environmentVariable: 'SMITHERY_API_KEY', header: 'Authorization', prefix: 'Bearer ' }],
  attribution: null,
  list,
  find,
  read,
} satisfies Registry;

function list(get: Get, options: ListOptions): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const rows = listServers({ get, options, keys: smithery.keys });
  return options.details ? withDetails(rows, { get, options }) : rows;
}

function find(get: Get, options: FindOptions): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  return findServers({ get, options: { ...options, queries: [] }, keys: smithery.keys }, options.query);
}

function read(row: StoredRow): ReadRow {
  const item = ServerItem.parse(row.record);
  const { detail } = row;
  const entry = entryOf(item, row);
  if (detail !== undefined)
    return { entry, record: recordOf(ServerDetail.parse(detail.record), item, placeOf(detail)) };
  return typeof item.useCount === 'number' ? { entry, record: null, uses: item.useCount } : { entry, record: null };
}

function entryOf({ qualifiedName, displayName, namespace }: ServerItem, row: StoredRow): Entry {
  const slash = qualifiedName.lastIndexOf('/');
  const owner = slash < 0 ? null : qualifiedName.slice(0, slash).replace(/^@/, '');
  return {
    id: `smithery:${qualifiedName}`,
    registry: 'smithery',
    name: qualifiedName,
    leaf: qualifiedName.slice(slash + 1),
    title: displayName || null,
    namespace: namespace || owner || null,
    place: placeOf(row),
  };
}
