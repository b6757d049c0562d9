/** Cases from their differences: a base package, and of each release what changed in it. */
import type { Account, CaseFiles, CaseLabel, CaseRelease, FileContent, Manifest, ReconstructedCase } from './case.ts';

/** Where the time of all cases ends. */
export const CASES_AS_OF_MS = Date.UTC(2026, 5, 29);
const DAY_MS = 86_400_000;

/** A package before its first release. */
export interface Draft {
  readonly description: string;
  readonly manifest: Manifest;
  readonly files: CaseFiles;
}

/** Whose package a draft is made for. */
export interface Identity {
  /** Of the package. */
  readonly name: string;
  /** Of the publisher: account, GitHub login, and the label of its hosts. */
  readonly brand: string;
}

type Edit = (before: string) => string;

export interface Step {
  readonly version: string;
  readonly daysAgo: number;
  /** Over the release before; null takes a file away. */
  readonly files?: Readonly<Record<string, FileContent | Edit | null>>;
  /** Likewise, field by field. */
  readonly manifest?: Manifest;
  /** Of this release alone. */
  readonly registrySide?: Manifest;
  /** From this release on. */
  readonly publisher?: string;
  readonly maintainers?: readonly string[];
  readonly attested?: boolean;
}

/** What one file of cases is about. */
export interface Technique {
  readonly id: string;
  readonly campaign: string;
  readonly technique: string;
  readonly follows: string;
  readonly ecosystem?: 'npm' | 'pypi';
}

export interface Story extends Identity {
  readonly variant: string;
  readonly base: (identity: Identity) => Draft;
  readonly steps: readonly [Step, ...Step[]];
  readonly signals?: CaseLabel['signals'];
  readonly note: string;
  readonly ceiling?: string;
  /** The release to ask about; the last where it is not said. */
  readonly asked?: string;
  /** Where a variant follows another incident than its neighbours. */
  readonly follows?: string;
  readonly ecosystem?: 'npm' | 'pypi';
  readonly companions?: readonly ReconstructedCase[];
}

export function positive(technique: Technique, story: Story): ReconstructedCase {
  return caseOf(technique, story, 'positive');
}

/** The honest package that looks most like it. */
export function twin(technique: Technique, story: Story): ReconstructedCase {
  return caseOf(technique, { ...story, variant: `twin/${story.variant}` }, 'twin');
}

/** A draft with one of its files edited, for what was there from the first release on. */
export function edited(draft: Draft, path: string, edit: Edit): Draft {
  return { ...draft, files: { ...draft.files, [path]: edit(textIn(new Map(Object.entries(draft.files)), path)) } };
}

/** Releases three weeks apart in which nothing but the version changes; the last is `lastDaysAgo` old. */
export function quiet(versions: readonly string[], lastDaysAgo = 25): readonly [Step, ...Step[]] {
  const [first = '1.0.0', ...rest] = versions;
  const daysAgo = (at: number) => lastDaysAgo + (versions.length - 1 - at) * 21.3;
  return [
    { version: first, daysAgo: daysAgo(0) },
    ...rest.map((version, at) => ({ version, daysAgo: daysAgo(at + 1) })),
  ];
}

function caseOf(technique: Technique, story: Story, expected: CaseLabel['expected']): ReconstructedCase {
  const draft = story.base(story);
  const [first, ...rest] = story.steps;
  const releases: [CaseRelease, ...CaseRelease[]] = [released(startOf(draft, story.brand), first)];
  for (const step of rest) releases.push(released(releases.at(-1) ?? releases[0], step));
  return {
    id: `${technique.id}/${story.variant}`,
    campaign: technique.campaign,
    technique: technique.technique,
    follows: story.follows ?? technique.follows,
    ecosystem: story.ecosystem ?? technique.ecosystem ?? 'npm',
    name: story.name,
    description: draft.description,
    releases,
    companions: story.companions ?? [],
    label: {
      expected,
      version: story.asked ?? story.steps.at(-1)?.version ?? first.version,
      signals: story.signals ?? [],
      note: story.note,
      ceiling: story.ceiling ?? null,
    },
  };
}

function startOf({ manifest, files }: Draft, brand: string): CaseRelease {
  return {
    version: '',
    publishedAt: '',
    publisher: account(brand),
    maintainers: [account(brand)],
    attested: false,
    manifest,
    registrySide: {},
    files,
  };
}

function released(before: CaseRelease, step: Step): CaseRelease {
  const publisher = step.publisher === undefined ? before.publisher : account(step.publisher);
  return {
    version: step.version,
    publishedAt: new Date(CASES_AS_OF_MS - step.daysAgo * DAY_MS).toISOString(),
    publisher,
    maintainers: step.maintainers?.map(account) ?? before.maintainers,
    attested: step.attested ?? before.attested,
    manifest: { ...before.manifest, ...step.manifest },
    registrySide: step.registrySide ?? {},
    files: changed(before.files, step.files ?? {}),
  };
}

function changed(before: CaseFiles, changes: NonNullable<Step['files']>): CaseFiles {
  const files = new Map(Object.entries(before));
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) files.delete(path);
    else files.set(path, typeof change === 'function' ? change(textIn(files, path)) : change);
  }
  return Object.fromEntries(files);
}

function textIn(files: ReadonlyMap<string, FileContent>, path: string): string {
  const text = files.get(path);
  if (typeof text !== 'string') throw new Error(`no text to edit: ${path}`);
  return text;
}

function account(name: string): Account {
  return { name, email: `desk@${name}.example` };
}
