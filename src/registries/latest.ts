import type { Lifecycle } from './server-record.ts';

/**
 * Text that orders the versions of one server, the greatest being the latest: the registry's own flag, then the time of
 * publishing, then the version's text, so that the order of arrival never matters.
 */
export function latestOrder({ isLatest, publishedAt }: Lifecycle, version: string | null | undefined): string {
  return `${isLatest === true ? 1 : 0} ${comparableTime(publishedAt ?? '')} ${version ?? ''}`;
}

/**
 * RFC 3339 in UTC with nine fraction digits, so that it compares as text: the registry writes three to nine, and a Date
 * would cut them to three. Empty for what is not a time; an offset other than Z has never been seen and is moved to UTC.
 */
export function comparableTime(time: string): string {
  const [, seconds, fraction = '', offset] = TIME.exec(time) ?? [];
  if (seconds === undefined || offset === undefined) return '';
  const utc = offset === 'Z' ? seconds : inUtc(seconds + offset);
  return utc === null ? '' : `${utc}.${fraction.padEnd(9, '0')}Z`;
}

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

function inUtc(time: string): string | null {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds)
    ? null
    : new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}
