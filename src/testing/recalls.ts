import { countsOf, feedOf } from '../intel/feed.ts';
import { intelIndex } from '../intel/intel-index.ts';
import type { Affected, Feed, FeedHead, FeedSource, IntelIndex, IntelRecord } from '../intel/port.ts';

/** Records for tests: an invented harbour town's packages that somebody reported. */
export function recorded(id: string, fields: Partial<IntelRecord> = {}): IntelRecord {
  return {
    id,
    modified: '2026-05-02T08:00:00Z',
    published: '2026-05-01T08:00:00Z',
    withdrawn: null,
    aliases: [],
    summary: null,
    affected: [affecting('harbor-mcp', { versions: ['1.0.16'] })],
    references: [],
    origins: ['quayside-watch'],
    labels: [],
    ...fields,
  };
}

export function affecting(name: string, fields: Partial<Affected> = {}): Affected {
  return { ecosystem: 'npm', name, versions: [], ranges: [], ...fields };
}

/** `range('SEMVER', 'introduced 1.0.0', 'fixed 1.0.3')`. */
export function range(type: string, ...events: readonly string[]): Affected['ranges'][number] {
  return {
    type,
    events: events.map((event) => {
      const [word = '', version = ''] = event.split(' ');
      const kind = (['introduced', 'fixed', 'last_affected', 'limit'] as const).find((each) => each === word);
      if (kind === undefined) throw new Error(`no event "${event}"`);
      return { kind, version };
    }),
  };
}

export const EVERY_VERSION = range('SEMVER', 'introduced 0');

/** A list of npm and PyPI packages, read whole on 2026-06-01. */
export function listOf(
  origin: FeedHead['origin'],
  records: readonly IntelRecord[],
  fields: Partial<FeedSource> = {},
): Feed {
  const date = fields.date ?? '2026-06-01';
  const source: FeedSource = {
    title: `The ${origin} list`,
    ecosystems: ['npm', 'pypi'],
    date,
    complete: origin === 'osv',
    uri: null,
    through: null,
    records: records.length,
    refused: {},
    failed: null,
    ...fields,
  };
  const head: FeedHead = {
    schemaVersion: 1,
    origin,
    date,
    title: source.title,
    sources: [source],
    counts: countsOf(records, 0),
  };
  return feedOf(head, records);
}

/** The public list alone. */
export function publicIndex(...records: readonly IntelRecord[]): IntelIndex {
  return intelIndex([listOf('osv', records)]);
}
