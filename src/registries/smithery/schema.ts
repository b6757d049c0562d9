import { z } from 'zod';
import type { Json } from '../../model/place.ts';

const MAX_NAME_CHARACTERS = 512;

/** An integer since mid-2025, digits in a string before. */
const Count = z.union([
  z.number().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

/** `totalPages` counts only the pages that are served, `totalCount` everything: see listing.ts. */
export const ServerList = z
  .object({
    servers: z.array(z.custom<Json>()),
    pagination: z.object({ pageSize: Count.nullish(), totalPages: Count, totalCount: Count }),
  })
  .transform(({ servers, pagination }) => ({ items: servers, ...pagination }));

/** What a list item and a detail both may say; neither always does. */
const common = {
  displayName: z.string().nullish(),
  createdAt: z.string().nullish(),
  useCount: Count.nullish(),
  verified: z.boolean().nullish(),
  bySmithery: z.boolean().nullish(),
  isDeployed: z.boolean().nullish(),
};

/**
 * `@owner/name` or a bare name in 2025; `owner/name` without the `@` since 2026, and a `namespace` beside it. `owner` is an
 * opaque id of an organisation and no name.
 */
export const ServerItem = z.object({
  ...common,
  qualifiedName: z.string().min(1).max(MAX_NAME_CHARACTERS),
  namespace: z.string().max(MAX_NAME_CHARACTERS).nullish(),
});
export type ServerItem = z.infer<typeof ServerItem>;

const Connection = z.object({
  type: z.string().nullish(),
  deploymentUrl: z.string().nullish(),
  configSchema: z.unknown().optional(),
});

/** GET /servers/{qualifiedName}: the only place that says where a server runs and what it asks for. */
export const ServerDetail = z.object({
  ...common,
  description: z.string().nullish(),
  deploymentUrl: z.string().nullish(),
  connections: z.array(Connection).nullish(),
  tools: z.array(z.object({ name: z.string(), description: z.string().nullish() })).nullish(),
});
export type ServerDetail = z.infer<typeof ServerDetail>;
