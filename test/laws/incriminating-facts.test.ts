/** Less said against an entry never counts for more: facts are taken away one by one, and no signal answers with more points. */
import { assert, nat, oneof, property, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectedNames } from '../../signals/data/index.ts';
import { lookalikeSignals, rugPullSignals } from '../../signals/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Release } from '../../src/model/release.ts';
import type { FileFacts, ReleaseFacts } from '../../src/model/source.ts';
import type { Subject, SubjectAt } from '../../src/model/subject.ts';
import { contextOf } from '../../src/pipelines/lookalike.ts';
import { assessor } from '../../src/scoring/assess.ts';
import type { Signal } from '../../src/signal.ts';
import { hostOf, registrableDomain } from '../../src/text/domains.ts';
import { shallowSubject } from './arbitraries.ts';
import { sourceSubject } from './arbitrary-sources.ts';

const AS_OF = '2026-06-29';
const lookalikeContext = { ...contextOf(protectedNames, { asOf: AS_OF }), intel: null };
const rugPullContext = { asOf: AS_OF, baseline: null, intel: null };

/** Ways of saying less against an entry; each gives the subject back unchanged where there is nothing of the kind. */
const TAKEN: Readonly<Record<string, (subject: Subject, pick: number) => Subject>> = {
  'a fact in a file of the newest read release': inNewestRead((release, pick) => {
    const [archive] = release.archives;
    const places = archive.files.flatMap((file, at) => file.facts.map((_, index) => [at, index] as const));
    const [at, index] = places[pick % Math.max(1, places.length)] ?? [-1, -1];
    return withFiles(release, (file, place) =>
      place === at ? { ...file, facts: file.facts.filter((_, each) => each !== index) } : file,
    );
  }),
  'all facts of the newest read release': inNewestRead((release) =>
    withFiles(release, (file) => ({ ...file, facts: [] })),
  ),
  'the tools of the newest read release': inNewestRead((release) =>
    withFiles(release, (file) => ({ ...file, tools: [] })),
  ),
  'a dependency of the newest release': inNewestListed((release, pick) => ({
    dependencies: release.dependencies === null ? null : withoutOne(release.dependencies, pick),
  })),
  'an install script of the newest release': inNewestListed((release, pick) => ({
    installScripts: release.installScripts === null ? null : withoutOne(release.installScripts, pick),
  })),
  // A host that was there before speaks for the entry: without it the others are all that is left, and new.
  'a remote that no earlier row had': (subject, pick) => {
    if (!('record' in subject)) return subject;
    const { record, earlier } = subject;
    const known = new Set(earlier.flatMap(({ remotes }) => (remotes ?? []).map(({ url }) => siteOf(url))));
    const kept = (record.remotes ?? []).filter(({ url }) => known.has(siteOf(url)));
    const added = (record.remotes ?? []).filter(({ url }) => !known.has(siteOf(url)));
    if (added.length === 0) return subject;
    return { ...subject, record: { ...record, remotes: [...kept, ...(dropped(added, pick) ?? [])] } };
  },
  'an input of a package': inRecord((record, pick) => ({
    packages: record.packages?.map((each) => ({ ...each, inputs: dropped(each.inputs, pick) ?? [] })) ?? null,
  })),
  'the inputs of the remotes': inRecord((record) => ({
    remotes: record.remotes?.map((each) => ({ ...each, inputs: [] })) ?? null,
  })),
};

describe.each(Object.entries(TAKEN))('%s, taken away', (what, take) => {
  const subjects: Arbitrary<Subject> = what.includes('read release')
    ? sourceSubject
    : oneof(shallowSubject, sourceSubject);

  test('gives no signal more points and raises no score', () => {
    assert(
      property(subjects, nat(), (subject, pick) => {
        const less = take(subject, pick);
        if (less === subject) return;
        const before = answersOf(subject);
        const risen = [...answersOf(less)].filter(([id, after]) => after > (before.get(id) ?? 0)).map(([id]) => id);
        expect(risen).toEqual([]);
        expect(scoreOf(less)).toBeLessThanOrEqual(scoreOf(subject));
      }),
      { numRuns: 120 },
    );
  });
});

/** Points by signal, of those that incriminate. */
function answersOf(subject: Subject): ReadonlyMap<string, number> {
  const asked = <Context>(signals: readonly Signal<Context>[], context: Context) =>
    signals
      .filter(({ role }) => role === 'incriminates')
      .map((signal) => [signal.id, points(signal.examine(subject, context))] as const);
  return new Map([...asked(rugPullSignals, rugPullContext), ...asked(lookalikeSignals, lookalikeContext)]);
}

function points(finding: Finding): number {
  return finding.outcome === 'fired' ? finding.weight : 0;
}

function scoreOf(subject: Subject): number {
  const found = assessor(rugPullSignals, rugPullContext).assess(subject);
  return typeof found === 'string' ? 0 : found.score;
}

function inNewestRead(
  change: (release: ReleaseFacts, pick: number) => ReleaseFacts,
): (subject: Subject, pick: number) => Subject {
  return (subject, pick) => {
    if (subject.depth !== 'source') return subject;
    const [source, ...others] = subject.sources;
    const last = source.releases.at(-1) ?? source.releases[0];
    const [first, ...rest] = source.releases.map((each) => (each === last ? change(each, pick) : each));
    return first === undefined
      ? subject
      : { ...subject, sources: [{ ...source, releases: [first, ...rest] }, ...others] };
  };
}

function inNewestListed(
  change: (release: Release, pick: number) => Partial<Release>,
): (subject: Subject, pick: number) => Subject {
  return (subject, pick) => {
    if (subject.depth !== 'package') return subject;
    const [packument, ...others] = subject.packuments;
    const last = packument.releases.at(-1);
    const releases = packument.releases.map((each) => (each === last ? { ...each, ...change(each, pick) } : each));
    return { ...subject, packuments: [{ ...packument, releases }, ...others] };
  };
}

function inRecord(
  change: (record: SubjectAt['metadata']['record'], pick: number) => Partial<SubjectAt['metadata']['record']>,
): (subject: Subject, pick: number) => Subject {
  return (subject, pick) =>
    'record' in subject && isNewest(subject)
      ? { ...subject, record: { ...subject.record, ...change(subject.record, pick) } }
      : subject;
}

/** What a row before others said speaks for those after it, so that only of the newest less is never more. */
function isNewest({ record, earlier }: Pick<SubjectAt['metadata'], 'record' | 'earlier'>): boolean {
  const publishedMs = Date.parse(record.publishedAt ?? '');
  return !earlier.some(({ publishedAt }) => Date.parse(publishedAt ?? '') > publishedMs);
}

function withFiles(release: ReleaseFacts, change: (file: FileFacts, at: number) => FileFacts): ReleaseFacts {
  const [archive, ...others] = release.archives;
  return { ...release, archives: [{ ...archive, files: archive.files.map(change) }, ...others] };
}

/** By which two addresses are of one owner; what is no address is its own. */
function siteOf(url: string): string {
  const host = hostOf(url);
  return host === null ? url : (registrableDomain(host) ?? host);
}

function withoutOne(all: Readonly<Record<string, string>>, pick: number): Readonly<Record<string, string>> {
  const entries = Object.entries(all);
  return Object.fromEntries(entries.filter((_, at) => at !== pick % entries.length));
}

function dropped<T>(all: readonly T[] | null, pick: number): readonly T[] | null {
  return all?.filter((_, at) => at !== pick % all.length) ?? null;
}
