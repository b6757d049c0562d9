/** Pages of mcp.so's sitemap in the scheme that held until July 2026: `/server/<slug>/<publisher>`. */
import type { Server } from './model.ts';
import { title } from './names.ts';
import { happens, stream, type Chance } from './random.ts';

/** As it stands in `<loc>` before XML escaping. */
export function mcpSoUrl(server: Server): string {
  const chance = stream(server.key, 'mcp-so');
  const tab = happens(chance, 0.035) ? '?tab=comments' : '';
  return `https://mcp.so/server/${encodeURIComponent(slugOf(chance, server))}/${encodeURIComponent(server.publisher.login)}${tab}`;
}

/** Planted names are written as they are; of the rest, 15 % have upper case, 12 % underscores, 2 % blanks. */
function slugOf(chance: Chance, server: Server): string {
  if (server.states !== null || server.byVendor) return server.leaf;
  if (happens(chance, 0.02)) return title(server.leaf);
  if (happens(chance, 0.12)) return server.leaf.replaceAll('-', '_');
  return happens(chance, 0.12) ? server.leaf.split('-').map(title).join('-') : server.leaf;
}
