import { STATUS_CODES } from 'node:http';
import type { Json } from '../../src/model/place.ts';
import { jsonAnswer, refuseNobody } from './answer.ts';
import type { Answer, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';
import { versionedApi } from './versioned-api.ts';

/** registry.modelcontextprotocol.io: `/v0` and `/v0.1` are one; errors are huma's problem+json. */
export function officialRegistry({ rows, cursorField }: Feed['official']): LoopbackRegistry {
  const answer = versionedApi({
    rows,
    versions: ['v0', 'v0.1'],
    cursorField,
    offersDeleted: true,
    headers: { 'x-registry-cache': 'MISS' },
    refusals: {
      limit: limitRefused,
      cursor: () => error(400, 'Invalid cursor'),
      updatedSince: () => error(400, 'Invalid updated_since: not an RFC 3339 timestamp'),
      server: () => error(404, 'Server not found'),
      version: () => error(404, 'Server version not found'),
      path: () => error(404, 'Endpoint not found'),
    },
  });
  return { refuse: refuseNobody, answer, error };
}

/** 101 and more are refused, not clamped. */
function limitRefused(raw: string): Answer {
  const value = /^-?\d{1,9}$/.test(raw) ? Number(raw) : raw;
  return problem(422, 'validation failed', {
    errors: [{ message: limitMessage(value), location: 'query.limit', value }],
  });
}

function limitMessage(value: number | string): string {
  if (typeof value === 'string') return 'invalid integer';
  return value > 100 ? 'expected number <= 100' : 'expected number >= 1';
}

function error(status: number, message: string): Answer {
  return problem(status, message, {});
}

function problem(status: number, detail: string, more: Readonly<Record<string, Json>>): Answer {
  const title = STATUS_CODES[status] ?? 'Error';
  return jsonAnswer({ title, status, detail, ...more }, status, { 'content-type': 'application/problem+json' });
}
