import type { ArchiveFacts, Fact, FactKind, FileFacts, ReleaseFacts } from '../model/source.ts';
import { filesOf, REMEMBERED_RELEASES, runs, type Step } from './source-steps.ts';

/** Something that files do, and when two of them do the same. Made once and kept: what was asked of a release is remembered by it. */
export interface Trait {
  readonly kinds: readonly FactKind[];
  /** Equal texts are the same thing wherever they stand; null for what is not this trait. Plainly: kind, category, callee and value. */
  readonly identity?: (fact: Fact, file: FileFacts) => string | null;
  /** The files it counts in; without it, those that run. */
  readonly counts?: (file: FileFacts) => boolean;
  /** The files in which an earlier release may have had it; without it, those it counts in. */
  readonly known?: (file: FileFacts) => boolean;
}

/** A fact and where it stands. */
export interface Held {
  readonly archive: ArchiveFacts;
  readonly file: FileFacts;
  readonly fact: Fact;
}

/** A fact that no release of the line had in the last five. */
export interface Arrival extends Held {
  readonly step: Step;
}

/**
 * What a release has and none of the last five of its line had, each thing once, where it stands first.
 *
 * Files are not paired: what moved to another file, was renamed or bundled is not new. Of a file whose earlier bytes could not be
 * read it is not known what is new, so nothing of it is. [] where there is nothing to compare with.
 */
export function arrivals(step: Step, trait: Trait): readonly Arrival[] {
  if (step.before === null) return [];
  return remembered(ARRIVED, step, trait, () => compared(step, trait));
}

/** What a release has, each thing once: what `arrivals` is for the first release, which has nothing before it. */
export function holdings(step: Step, trait: Trait): readonly Arrival[] {
  const met = new Set<string>();
  return heldIn(step.release, trait.kinds).flatMap((held) => {
    const identity = identityOf(trait, held);
    if (identity === null || met.has(identity)) return [];
    met.add(identity);
    return [{ ...held, step }];
  });
}

/** The arrivals of a release; of the oldest one that its registry shows, all it holds. */
export function arrivalsOrFirst(step: Step, trait: Trait): readonly Arrival[] {
  return step.isFirst && step.before === null ? holdings(step, trait) : arrivals(step, trait);
}

/**
 * Everywhere that what arrived with a release stands, one list for each thing, in the order of its files.
 *
 * For what is judged by where it stands: an innocent place before the others would hide them.
 */
export function arrivedEverywhere(step: Step, trait: Trait): readonly (readonly [Held, ...Held[]])[] {
  return [...occurrences(step, trait, arrived(step, trait)).values()].flatMap((held) => {
    const [first, ...rest] = held.filter(({ file }) => !wasUnread(step, file));
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}

/** The identities of what arrived with a release. */
export function arrived(step: Step, trait: Trait): ReadonlySet<string> {
  return remembered(
    NEW_IDENTITIES,
    step,
    trait,
    () => new Set(arrivals(step, trait).flatMap((held) => identityOf(trait, held) ?? [])),
  );
}

/** The same, and of the oldest release that its registry shows, of all it holds. */
export function arrivedOrFirst(step: Step, trait: Trait): ReadonlySet<string> {
  if (step.before !== null || !step.isFirst) return arrived(step, trait);
  return new Set(holdings(step, trait).flatMap((held) => identityOf(trait, held) ?? []));
}

/** The identities that arrived with this release or one of the four before it, for what is brought in piece by piece. */
export function recent(step: Step, trait: Trait): ReadonlySet<string> {
  return remembered(RECENT, step, trait, () => {
    const steps = [...step.earlier.slice(1 - REMEMBERED_RELEASES), step];
    return steps.reduce((all, each) => all.union(arrived(each, trait)), new Set<string>());
  });
}

/** Everywhere that some things stand in a release, by thing, in the order of its files. */
export function occurrences(
  { release }: Step,
  trait: Trait,
  identities: ReadonlySet<string>,
): ReadonlyMap<string, readonly Held[]> {
  const found = new Map<string, Held[]>();
  for (const held of identities.size === 0 ? [] : heldIn(release, trait.kinds)) {
    const identity = identityOf(trait, held);
    if (identity === null || !identities.has(identity)) continue;
    const known = found.get(identity);
    if (known === undefined) found.set(identity, [held]);
    else known.push(held);
  }
  return found;
}

/** null where the fact is not of the trait, or stands in a file in which it does not count. */
export function identityOf(trait: Trait, { file, fact }: Pick<Held, 'file' | 'fact'>): string | null {
  if (!trait.kinds.includes(fact.kind) || !(trait.counts ?? runs)(file)) return null;
  return trait.identity === undefined ? plainIdentity(fact) : trait.identity(fact, file);
}

/** A file that could not be read before, so that what stands in it now cannot be called new. */
export function wasUnread(step: Step, file: FileFacts): boolean {
  return step.before !== null && unreadPaths(step.before).has(file.path);
}

function compared(step: Step, trait: Trait): readonly Arrival[] {
  const past = step.earlier.map(({ release }) => identitiesIn(release, trait));
  const met = new Set<string>();
  return heldIn(step.release, trait.kinds).flatMap((held) => {
    const identity = identityOf(trait, held);
    if (identity === null || met.has(identity) || past.some((each) => each.has(identity))) return [];
    if (wasUnread(step, held.file)) return [];
    met.add(identity);
    return [{ ...held, step }];
  });
}

function identitiesIn(release: ReleaseFacts, trait: Trait): ReadonlySet<string> {
  return remembered(IDENTITIES, release, trait, () => {
    const counts = trait.known ?? trait.counts;
    const past: Trait = counts === undefined ? trait : { ...trait, counts };
    return new Set(heldIn(release, trait.kinds).flatMap((held) => identityOf(past, held) ?? []));
  });
}

function plainIdentity({ kind, category = '', by, value }: Fact): string {
  return [kind, category, by, value].join('\n');
}

function heldIn(release: ReleaseFacts, kinds: readonly FactKind[]): readonly Held[] {
  const index = indexOf(release);
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) return index.get(only) ?? [];
  return kinds.flatMap((kind) => index.get(kind) ?? []);
}

function indexOf(release: ReleaseFacts): ReadonlyMap<FactKind, readonly Held[]> {
  const known = INDEXES.get(release);
  if (known !== undefined) return known;
  const index = new Map<FactKind, Held[]>();
  for (const archive of release.archives) {
    for (const file of archive.files) {
      for (const fact of file.facts) {
        const held = index.get(fact.kind);
        if (held === undefined) index.set(fact.kind, [{ archive, file, fact }]);
        else held.push({ archive, file, fact });
      }
    }
  }
  INDEXES.set(release, index);
  return index;
}

function unreadPaths(release: ReleaseFacts): ReadonlySet<string> {
  const known = UNREAD.get(release);
  if (known !== undefined) return known;
  const unread = filesOf(release).filter((file) => runs(file) && file.reading.how === 'not-read');
  const paths = new Set(unread.map(({ path }) => path));
  UNREAD.set(release, paths);
  return paths;
}

const INDEXES = new WeakMap<ReleaseFacts, ReadonlyMap<FactKind, readonly Held[]>>();
const UNREAD = new WeakMap<ReleaseFacts, ReadonlySet<string>>();
const ARRIVED = new WeakMap<Step, Map<Trait, readonly Arrival[]>>();
const NEW_IDENTITIES = new WeakMap<Step, Map<Trait, ReadonlySet<string>>>();
const RECENT = new WeakMap<Step, Map<Trait, ReadonlySet<string>>>();
const IDENTITIES = new WeakMap<ReleaseFacts, Map<Trait, ReadonlySet<string>>>();

/** A release is the past of five others, and several signals ask for the same trait. */
function remembered<Of extends object, T>(
  answers: WeakMap<Of, Map<Trait, T>>,
  of: Of,
  trait: Trait,
  answer: () => T,
): T {
  const known = answers.get(of) ?? new Map<Trait, T>();
  answers.set(of, known);
  const found = known.get(trait);
  if (found !== undefined) return found;
  const made = answer();
  known.set(trait, made);
  return made;
}
