import { numberOf } from '../text/number-of.ts';
import type { Evidence } from '../model/finding.ts';
import type { ArchiveFacts, Irregularity } from '../model/source.ts';
import type { PackageSource, SubjectAt } from '../model/subject.ts';
import { cite, type Citation } from './cite.ts';
import { acrossHistories, releaseLabel, shortened, type Looked } from './history.ts';
import type { Pointer } from '../model/place.ts';
import type { Arrival } from './source-arrivals.ts';
import { filesOf, runs, stepsOf, type Step } from './source-steps.ts';

/** What a look needs to have been read, and which releases it is shown. */
export interface Needs {
  /**
   * files: what files do, so that one that was not read leaves a doubt. members: which files there are, so that an archive that was not
   * read to its end does. archives: what the archive itself says.
   */
  readonly read: 'files' | 'members' | 'archives';
  /** compared: those with one before them. first-too: also the oldest that the registry shows. each: all that were read. */
  readonly looksAt: 'compared' | 'first-too' | 'each';
  /** A field that not every registry or archive gives; `lacking` completes "could not look: …". */
  readonly field?: { readonly isGiven: (step: Step) => boolean; readonly lacking: string };
}

/** How much of one case one release gives to read; a hundred new hosts of a bundle say no more than five. */
const MAX_CITED_OF_RELEASE = 5;
/** After these the archive holds more than was read. */
const CUT_SHORT: ReadonlySet<Irregularity['kind']> = new Set(['truncated', 'too-many-entries', 'too-large', 'damaged']);

/**
 * Looks at each release that was read beside those of its line.
 *
 * Nothing found is only said where every release asked for was read, as far as `read` asks, and at least one could be compared;
 * otherwise it could not be looked, and the reason says what was missing. A field that only some of them give is missing too.
 */
export function acrossReleases(
  { packuments, sources }: SubjectAt['source'],
  needs: Needs,
  look: (step: Step) => readonly Evidence[],
): Looked {
  const byPurl = new Map(sources.map((source) => [source.packument.purl, source]));
  return acrossHistories(packuments, (packument) => {
    // By version is order enough here: releases are only compared within their line.
    if (packument.ordered === 'as listed') {
      return {
        unseen: `the history of ${shortened(packument.name)} does not say in which order releases were published`,
      };
    }
    const source = byPurl.get(packument.purl);
    if (source === undefined) return { unseen: `no archive of ${shortened(packument.name)} was read` };
    const shown = stepsOf(source).filter((step) => isShown(step, needs));
    const steps = shown.filter((step) => needs.field?.isGiven(step) !== false);
    const evidence = steps.flatMap((step) => fewOfEachCase(look(step)));
    if (evidence.length > 0) return evidence;
    if (shown.length > steps.length && needs.field !== undefined) return { unseen: needs.field.lacking };
    const reason = notLooked(source, steps, needs);
    return reason === null ? [] : { unseen: reason };
  });
}

/** What could not be read of a release that its predecessor did not have in the same bytes: files that run, and what lay beyond a bound. */
export function unreadIn({ release, before }: Step): { readonly files: number; readonly cutShort: boolean } {
  const known = new Set((before === null ? [] : filesOf(before)).filter(isUnread).map(({ sha256 }) => sha256));
  const unread = filesOf(release).filter((file) => isUnread(file) && !known.has(file.sha256));
  const now = new Set(filesOf(release).map(({ sha256 }) => sha256));
  const replaced = (before === null ? [] : filesOf(before)).filter((file) => isUnread(file) && !now.has(file.sha256));
  return { files: unread.length + replaced.length, cutShort: release.archives.some(isCutShort) };
}

/** `harbor-mcp 1.0.16 (2026-03-02)`. */
export function stepLabel({ source, published }: Step): string {
  return releaseLabel(source.packument, published);
}

/** Evidence at a line of a file, or at what stands in a manifest: `/dist/index.js:214:9`. */
export function citeArchive(archive: ArchiveFacts, at: Pointer, citation: Citation): Evidence {
  return cite({ resource: archive.resource, pointer: '' }, at, citation);
}

/** The same for a fact, with its value, or the line around it where it has none. */
export function citeFact(
  { archive, file, fact }: Pick<Arrival, 'archive' | 'file' | 'fact'>,
  citation: Omit<Citation, 'observed'> & { readonly observed?: Citation['observed'] },
): Evidence {
  const observed = fact.value === '' ? fact.snippet : fact.value;
  return citeArchive(archive, `/${file.path}:${fact.line}:${fact.column}`, { observed, ...citation });
}

function isShown({ before, isFirst }: Step, { looksAt }: Needs): boolean {
  return before !== null || looksAt === 'each' || (looksAt === 'first-too' && isFirst);
}

/** By case, so that many light findings cannot push out a heavy one. */
function fewOfEachCase(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length <= MAX_CITED_OF_RELEASE) return evidence;
  const counts = new Map<string | undefined, number>();
  return evidence.filter((each) => {
    const count = (counts.get(each.case) ?? 0) + 1;
    counts.set(each.case, count);
    return count <= MAX_CITED_OF_RELEASE;
  });
}

function notLooked(source: PackageSource, steps: readonly Step[], { read }: Needs): string | null {
  const name = shortened(source.packument.name);
  const [missing] = source.notRead;
  if (missing !== undefined) {
    const others = source.notRead.length > 1 ? ` and ${source.notRead.length - 1} more releases` : '';
    return `the archive of ${name} ${shortened(missing.version)}${others} could not be read: ${missing.reason}`;
  }
  if (steps.length === 0) return `of ${name} no earlier release was read to compare with`;
  if (read === 'archives') return null;
  const unread = steps.map(unreadIn);
  const files = read === 'members' ? 0 : unread.reduce((sum, each) => sum + each.files, 0);
  if (files > 0) return `${numberOf(files, 'file')} of ${name} that run could not be read`;
  return unread.some(({ cutShort }) => cutShort) ? `an archive of ${name} was not read to its end` : null;
}

function isUnread(file: Parameters<typeof runs>[0]): boolean {
  return file.reading.how === 'not-read' && runs(file);
}

function isCutShort({ irregularities }: ArchiveFacts): boolean {
  return irregularities.some(({ kind }) => CUT_SHORT.has(kind));
}
