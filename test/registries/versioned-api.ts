import { boundedNumber, jsonAnswer, segmentsOf } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import type { Json } from '../../src/model/place.ts';
import { versionedListing } from './versioned-listing.ts';

/** What of the generic registry API differs between those who serve it. */
export interface VersionedApi {
  readonly rows: readonly Json[];
  /** First segments of the path that are served alike, such as `v0.1`. */
  readonly versions: readonly string[];
  readonly cursorField: 'next_cursor' | 'nextCursor';
  /** Whether `include_deleted` is known. */
  readonly offersDeleted: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly refusals: {
    readonly limit: (raw: string) => Answer;
    readonly cursor: () => Answer;
    readonly updatedSince: () => Answer;
    readonly server: () => Answer;
    readonly version: () => Answer;
    readonly path: () => Answer;
  };
}

export function versionedApi(api: VersionedApi): (asked: Asked) => Answer {
  const listing = versionedListing(api.rows);
  const { refusals } = api;

  function servers(query: URLSearchParams): Answer {
    const limit = boundedNumber(query.get('limit'), { otherwise: 30, least: 1, most: 100 });
    if (limit === null) return refusals.limit(query.get('limit') ?? '');
    const updatedSince = query.get('updated_since');
    const updatedSinceMs = updatedSince === null ? null : rfc3339Ms(updatedSince);
    if (updatedSince !== null && updatedSinceMs === null) return refusals.updatedSince();
    const page = listing.page({
      limit,
      cursor: query.get('cursor') || null,
      search: query.get('search') ?? '',
      version: query.get('version') || null,
      updatedSinceMs,
      includeDeleted: includesDeleted(query),
    });
    if (page === null) return refusals.cursor();
    const next = page.nextCursor === null ? {} : { [api.cursorField]: page.nextCursor };
    return jsonAnswer({ servers: page.rows, metadata: { ...next, count: page.rows.length } }, 200, api.headers);
  }

  function includesDeleted(query: URLSearchParams): boolean {
    return api.offersDeleted && query.get('include_deleted') === 'true';
  }

  return ({ path, query }) => {
    const [version, collection, name, member, wanted, ...rest] = segmentsOf(path) ?? [];
    if (version === undefined || !api.versions.includes(version) || collection !== 'servers') return refusals.path();
    if (name === undefined) return servers(query);
    if (member !== 'versions' || rest.length > 0) return refusals.path();
    if (wanted !== undefined) {
      const found = listing.versionOf(name, wanted, includesDeleted(query));
      return found === undefined ? refusals.version() : jsonAnswer(found);
    }
    const found = listing.versionsOf(name, includesDeleted(query));
    return found.length === 0 ? refusals.server() : jsonAnswer({ servers: found, metadata: { count: found.length } });
  };
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970; null where it is no timestamp. */
function rfc3339Ms(text: string): number | null {
  const ms = RFC_3339.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
