import type { IncomingHttpHeaders } from 'node:http';
import { jsonAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';
import { versionedApi } from './versioned-api.ts';

/** What the caller has to send; null: any key and tenant will do, but both must be there. */
export interface PulsemcpKeys {
  readonly apiKey: string;
  readonly tenantId: string;
}

/** api.pulsemcp.com: the generic registry API behind two headers; v0beta has been gone since 2026-09. */
export function pulsemcpRegistry({ rows }: Feed['pulsemcp'], keys: PulsemcpKeys | null): LoopbackRegistry {
  const answer = versionedApi({
    rows,
    versions: ['v0.1'],
    cursorField: 'nextCursor',
    offersDeleted: false,
    headers: {},
    refusals: {
      limit: () => refusal(400, 'invalid_limit', 'limit must be an integer from 1 to 100'),
      cursor: () => refusal(400, 'invalid_cursor', 'Invalid cursor'),
      updatedSince: () => refusal(400, 'invalid_updated_since', 'updated_since must be an RFC 3339 timestamp'),
      server: () => error(404, 'Server not found'),
      version: () => error(404, 'Server version not found'),
      path: () => refusal(404, 'invalid_path', 'Unknown path'),
    },
  });

  function refuse({ path }: Asked, headers: IncomingHttpHeaders): Answer | null {
    if (path.startsWith('/v0beta/')) return error(410, 'Gone');
    const apiKey = headers['x-api-key'];
    if (typeof apiKey !== 'string' || apiKey === '' || (keys !== null && apiKey !== keys.apiKey)) {
      return refusal(401, 'unauthorized', 'Invalid or missing API key', { header: 'X-API-Key' });
    }
    const tenantId = headers['x-tenant-id'];
    if (typeof tenantId !== 'string' || !isTenantId(tenantId) || (keys !== null && tenantId !== keys.tenantId)) {
      return refusal(401, 'unauthorized', 'Invalid or missing tenant ID', { header: 'X-Tenant-ID' });
    }
    return null;
  }

  return { refuse, answer, error };
}

function isTenantId(text: string): boolean {
  return /^[a-zA-Z0-9_-]{1,256}$/.test(text);
}

const CODES = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [429, 'rate_limit_exceeded'],
]);

function error(status: number, message: string): Answer {
  return status === 410 ? sunset() : refusal(status, CODES.get(status) ?? 'internal_error', message);
}

function refusal(
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, string>> = {},
): Answer {
  return jsonAnswer({ error: message, code, details }, status);
}

/** What v0beta answers since it was turned off; permanent, not to be retried. */
function sunset(): Answer {
  const message = '… Starting January 2026: 1%… April 10%… June 50%… September 2026: Fully sunset (100%)…';
  return jsonAnswer({ error: { code: 'API_SUNSET', message } }, 410);
}
