import { z } from 'zod';
import { resolve } from '../../evidence/pointer.ts';
import type { Json } from '../../model/place.ts';
import { isLifecycle, isObject, isServerJson } from '../is-server-json.ts';
import { Flag, ServerJson, Text } from '../server-json.ts';
import { layoutOf, type Layout, type ServerRow } from '../server-record.ts';
import { LIFECYCLE, OFFICIAL, SeedRow, SnakeRow } from './early.ts';

/**
 * Reads a row of any date; each shape of the registry's history is one schema.
 *
 * @throws ZodError
 */
export function readServerRow(record: Json): ServerRow {
  return wellFormed(record) ?? shapeOf(record).parse(record);
}

/** A row of today's shape, read without its schema; null for any other, and where the schema has to say what is wrong. */
function wellFormed(record: Json): ServerRow | null {
  if (!isObject(record)) return null;
  const { server, _meta: meta } = record;
  if (!isServerJson(server) || !isObject(meta)) return null;
  const lifecycle = meta[OFFICIAL];
  return isLifecycle(lifecycle) ? { server, lifecycle, layout: WRAPPED } : null;
}

function shapeOf(record: Json): z.ZodType<ServerRow> {
  if (has(record, 'server')) return WrappedRow;
  if (has(record, 'version_detail')) return SeedRow;
  return resolve(record, `${LIFECYCLE}/published_at`) === undefined ? FlatRow : SnakeRow;
}

function has(record: Json, field: string): boolean {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, field);
}

const Meta = z
  .object({
    [OFFICIAL]: z
      .object({ status: Text, statusMessage: Text, publishedAt: Text, updatedAt: Text, isLatest: Flag })
      .nullish(),
  })
  .nullish();

const WRAPPED: Layout = layoutOf('/server', LIFECYCLE);

/** Since 2025-09-29; `statusMessage` since 2026. */
export const WrappedRow = z
  .object({ server: ServerJson, _meta: Meta })
  .transform(({ server, _meta }) => ({ server, lifecycle: _meta?.[OFFICIAL] ?? {}, layout: WRAPPED }));

const FLAT: Layout = layoutOf('', LIFECYCLE, { status: '/status' });

/** 2025-09-16 to 2025-09-28: the publisher's and the registry's fields in one object. */
const FlatRow = ServerJson.extend({ status: Text, _meta: Meta }).transform(({ status, _meta, ...server }) => ({
  server,
  lifecycle: { ..._meta?.[OFFICIAL], status },
  layout: FLAT,
}));
