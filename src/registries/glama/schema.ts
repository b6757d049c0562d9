import { z } from 'zod';
import type { Json } from '../../model/place.ts';
import { Location, segmentsOf } from '../location.ts';

const MAX_NAME_CHARACTERS = 512;
const MAX_CURSOR_CHARACTERS = 4_096;
const Name = z.string().min(1).max(MAX_NAME_CHARACTERS);

/** Relay paging; `endCursor` has been seen missing and repeated while `hasNextPage` was true. */
export const ServerList = z
  .object({
    servers: z.array(z.custom<Json>()),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().max(MAX_CURSOR_CHARACTERS).nullish() }),
  })
  .transform(({ servers, pageInfo }) => ({ items: servers, ...pageInfo }));
export type ServerList = z.infer<typeof ServerList>;

/**
 * An item of 2025 (no namespace, no slug) or of 2026. `url` is Glama's own page and never an endpoint. Compiled, since a snapshot
 * holds tens of thousands of them.
 */
export const ServerItem = z.compile(
  z
    .object({
      id: Name,
      name: z.string(),
      namespace: Name.nullish(),
      slug: z.string().max(MAX_NAME_CHARACTERS).nullish(),
      description: z.string().nullish(),
      repository: z.object({ url: z.string().nullish() }).nullish(),
      attributes: z.array(z.string()).nullish(),
      environmentVariablesJsonSchema: z.unknown().optional(),
      tools: z.array(z.object({ name: z.string(), description: z.string().nullish() })).nullish(),
    })
    .transform(({ name, environmentVariablesJsonSchema, ...item }) => ({
      ...item,
      title: name === '' ? null : name,
      environmentSchema: environmentVariablesJsonSchema,
      name: item.namespace && item.slug ? `${item.namespace}/${item.slug}` : item.id,
    })),
);
export type ServerItem = z.infer<typeof ServerItem>;

/** A row of the sitemap, where all there is is the address of a page; null for the page of something else. */
export const SitemapPage = Location.transform(({ loc }) => serverOf(loc));

/** Only the page of a server is stored. */
export const ServerPage = SitemapPage.transform((server, context) => {
  if (server !== null) return server;
  context.addIssue('not the page of a server');
  return z.NEVER;
});

/** `/mcp/servers/<namespace>/<slug>`, the namespace with an `@` at times, or `/mcp/servers/<id>`; null for other pages. */
function serverOf(url: URL): { readonly name: string; readonly namespace: string | null } | null {
  const [mcp, servers, first, slug, ...further] = segmentsOf(url);
  if (mcp !== 'mcp' || servers !== 'servers' || first === undefined || further.length > 0) return null;
  if (slug === undefined) return { name: first, namespace: null };
  const namespace = first.replace(/^@/, '');
  return { name: `${namespace}/${slug}`, namespace };
}
