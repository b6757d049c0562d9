import { z } from 'zod';
import { Flag, ServerJson, Text } from '../server-json.ts';
import { layoutOf, type Layout } from '../server-record.ts';

const SERVER = 'com.pulsemcp/server';
const VERSION = 'com.pulsemcp/server-version';

const LAYOUT: Layout = layoutOf('/server', '/_meta/com.pulsemcp~1server-version');
export const MARKS = '/_meta/com.pulsemcp~1server/isOfficial';

/** A row of v0.1, the generic registry API with PulseMCP's own facts under its own keys. */
export const ServerRow = z
  .object({
    server: ServerJson,
    _meta: z
      .object({
        [SERVER]: z.object({ visitorsEstimateTotal: z.number().nullish(), isOfficial: Flag }).nullish(),
        [VERSION]: z
          .object({ status: Text, statusMessage: Text, publishedAt: Text, updatedAt: Text, isLatest: Flag })
          .nullish(),
      })
      .nullish(),
  })
  .transform(({ server, _meta }) => ({
    server,
    lifecycle: _meta?.[VERSION] ?? {},
    layout: LAYOUT,
    visitors: _meta?.[SERVER]?.visitorsEstimateTotal ?? null,
    isOfficial: _meta?.[SERVER]?.isOfficial ?? null,
  }));
