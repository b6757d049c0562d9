import gt from 'semver/functions/gt.js';
import valid from 'semver/functions/valid.js';
import type { Release } from '../model/release.ts';
import type { Pair } from './history.ts';

const MAX_VERSION_CHARACTERS = 256;
const MAJOR = /^[vV=]?(\d{1,12})(?!\d)/;
/** SemVer's hyphen, or what PEP 440 writes for alpha, beta, candidate and development releases. */
const PRERELEASE = /-|\d(?:a|b|c|rc|alpha|beta)\d|\.?dev\d/i;
/** Years stand alone (2026.8.31) or begin a date (20260831); no package counts its majors that far. */
const FIRST_CALENDAR_MAJOR = 1990;

/**
 * The line a release belongs to: its major version, or `calendar`, since 2026.1 and 2025.12 are one line and 2.0.1 is another.
 *
 * null where the version begins with no number, so that it belongs to no line.
 */
export function releaseLine(version: string): string | null {
  const major = MAJOR.exec(version)?.[1];
  if (major === undefined || version.length > MAX_VERSION_CHARACTERS) return null;
  return Number(major) >= FIRST_CALENDAR_MAJOR ? 'calendar' : String(Number(major));
}

export function isPrerelease(version: string): boolean {
  const [number = ''] = version.slice(0, MAX_VERSION_CHARACTERS).split('+', 1);
  return PRERELEASE.test(number);
}

/** Strictly: no `v`, no missing parts, no blanks. */
export function isSemver(version: string): boolean {
  return /^\d\S*$/.test(version) && valid(version) !== null;
}

/** Whether one version number is above another; null where either is not SemVer. */
export function isHigher(version: string, than: string): boolean | null {
  try {
    return gt(version, than, { loose: true });
  } catch {
    return null;
  }
}

/**
 * Each release with the newest earlier one of its own line; the first of a new line with the release before it.
 *
 * Maintained lines are published in turns (1.9.1 after 2.3.0), and a neighbour of another line differs in everything.
 */
export function linewise(releases: readonly Release[]): Pair<Release>[] {
  const newest = new Map<string | null, Release>();
  let last: Release | undefined;
  return releases.flatMap((after) => {
    const line = releaseLine(after.version);
    const before = newest.get(line) ?? last;
    newest.set(line, after);
    last = after;
    return before === undefined ? [] : [{ before, after }];
  });
}
