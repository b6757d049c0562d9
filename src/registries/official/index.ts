import type { StoredRow } from '../../model/snapshot.ts';
import { listByCursor } from '../cursor-pages.ts';
import { latestOrder } from '../latest.ts';
import { placeOf, type Registry, type Row } from '../port.ts';
import { entryOf, recordOf } from '../server-record.ts';
import { findByName } from './find.ts';
import { readServerRow } from './schema.ts';

const ID = 'official';

/**
 * The official MCP Registry: the publisher's server.json with the registry's own lifecycle beside it.
 *
 * The API has no total and no snapshot, so rows that change during the walk may come twice or not at all. Its edge allows 180
 * requests a minute; its docs ask aggregators for about one walk an hour.
 */
export const official: Registry = {
  id: ID,
  title: 'Official MCP Registry',
  baseUrl: 'https://registry.modelcontextprotocol.io',
  ceiling: 'metadata',
  pace: { concurrency: 1, requestsPerSecond: 2 },
  keys: [],
  attribution: null,

  list(get, options) {
    return listByCursor({ get, options, keys: [], rowOf });
  },

  find(get, options) {
    return findByName({ get, rowOf }, options);
  },

  read(stored) {
    const place = placeOf(stored);
    const row = readServerRow(stored.record);
    return { entry: entryOf(ID, row.server, place), record: recordOf(row, place, 'none') };
  },
};

function rowOf(stored: StoredRow): Row {
  const { server, lifecycle } = readServerRow(stored.record);
  const version = server.version ?? null;
  return { kind: 'row', name: server.name, version, order: latestOrder(lifecycle, version), stored };
}
