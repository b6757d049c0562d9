import { shortened } from '../evidence/history.ts';
import { ageDays, calendarDate } from '../evidence/time.ts';
import type { Json } from '../model/place.ts';
import type { AskedVersion, Listing } from './listings.ts';
import { pageOf } from './record.ts';

/** `npm package harbor-mcp 1.0.16, which the entry names, is listed in MAL-2025-47604 as of 2026-11-20`: who says so and when, never a verdict. */
export function listingStatement({ reference, asked, naming }: Listing): string {
  const { record, standing, date } = naming;
  const what = `The ${shortened(reference.ecosystem)} package ${shortened(reference.identifier)}${versionText(asked)}`;
  const where = `${record.id} as of ${date}`;
  if (standing.stands === 'listed') return `${what} is listed in ${where} (${standing.range})`;
  if (standing.stands === 'elsewhere') return `${what} is not among the versions that ${where} lists`;
  if (standing.stands === 'undetermined')
    return `${what} is named in ${where}, and whether its version is listed cannot be told: ${standing.reason}`;
  const day = calendarDate(standing.on) ?? 'an unknown day';
  return `${what} was named in ${record.id}, which was withdrawn on ${day}`;
}

/** What of a record is cited: what it is, what matched, where it can be read and how old the list is that holds it. */
export function listingFacts({ asked, naming }: Listing, asOf: string): { readonly [key: string]: Json } {
  const { record, standing, doubt, origin, date } = naming;
  return {
    record: record.id,
    aliases: record.aliases,
    range: standing.stands === 'listed' ? standing.range : null,
    version: asked?.version ?? null,
    versionIs: asked === null ? null : AS[asked.as],
    page: pageOf(record),
    references: record.references,
    origins: record.origins,
    published: record.published,
    doubt: doubt?.why ?? null,
    list: origin,
    listDate: date,
    listAgeDays: ageDays(date, asOf),
  };
}

const AS = {
  entry: 'the version that the entry names',
  latest: 'the latest release',
  other: 'another release',
} as const satisfies Record<AskedVersion['as'], string>;

function versionText(asked: AskedVersion | null): string {
  if (asked === null) return '';
  return ` ${shortened(asked.version)}${asked.as === 'entry' ? ', which the entry names,' : `, ${AS[asked.as]},`}`;
}
