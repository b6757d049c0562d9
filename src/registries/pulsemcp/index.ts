import { resolve } from '../../evidence/pointer.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { listByCursor } from '../cursor-pages.ts';
import { latestOrder } from '../latest.ts';
import { placeOf, type Key, type ReadRow, type Registry, type Row } from '../port.ts';
import { entryOf, recordOf } from '../server-record.ts';
import { readBetaItem } from './beta.ts';
import { MARKS, ServerRow } from './schema.ts';

const ID = 'pulsemcp';

const keys: readonly Key[] = [
  { environmentVariable: 'PULSEMCP_API_KEY', header: 'X-API-Key', prefix: '' },
  { environmentVariable: 'PULSEMCP_TENANT_ID', header: 'X-Tenant-ID', prefix: '' },
];

/**
 * PulseMCP: the generic registry API over a directory that also adds servers by itself.
 *
 * Keys are given out by e-mail only; 5,000 requests an hour, 10,000 a day. The keyless v0beta answers 410 since September 2026.
 */
export const pulsemcp: Registry = {
  id: ID,
  title: 'PulseMCP',
  baseUrl: 'https://api.pulsemcp.com',
  ceiling: 'metadata',
  pace: { concurrency: 1, requestsPerSecond: 1 },
  keys,
  attribution: null,

  async *list(get, options) {
    if (options.keyed) return yield* listByCursor({ get, options, keys, rowOf });
    const variables = keys.map(({ environmentVariable }) => environmentVariable).join(' and ');
    return { advertised: null, enumeration: { ended: 'auth', reason: `not asked: it needs ${variables}` } };
  },

  read(stored) {
    return resolve(stored.record, '/server') === undefined ? readBetaItem(ID, stored) : readRow(stored);
  },
};

function rowOf(stored: StoredRow): Row {
  const { server, lifecycle } = ServerRow.parse(stored.record);
  const version = server.version ?? null;
  return { kind: 'row', name: server.name, version, order: latestOrder(lifecycle, version), stored };
}

/** An absent field is unknown here, since the directory may have written the record without its publisher. */
function readRow(stored: StoredRow): ReadRow {
  const place = placeOf(stored);
  const row = ServerRow.parse(stored.record);
  const record = recordOf(row, place, 'unknown');
  const marks = row.isOfficial === true ? ['pulsemcp:official'] : [];
  const at = row.isOfficial === null ? record.at : { ...record.at, marks: MARKS };
  return { entry: entryOf(ID, row.server, place), record: { ...record, uses: row.visitors, marks, at } };
}
