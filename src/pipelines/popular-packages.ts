import { remembered } from '../evidence/remembered.ts';
import { editsWithin, isOneSwap } from '../text/edits.ts';
import { letterMask, mayBeWithin } from '../text/letter-mask.ts';
import { withoutNumber } from '../text/words.ts';
import type { Protected } from './brands.ts';
import { GENERIC_TAILS } from './protected-names.ts';

/**
 * slip: written nearly like it. scope-dropped: its name without the scope. other-scope: its name in another scope, a number at the end
 * not counting. other-ecosystem: its name where it is not published.
 */
export type Resemblance = 'slip' | 'scope-dropped' | 'other-scope' | 'other-ecosystem';

export interface ResembledPackage {
  readonly how: Resemblance;
  /** `npm:@tidewater/tide-tables`. */
  readonly of: string;
}

export interface PopularPackages {
  /** The widely used package that this one would be taken for; null for most, for itself, and outside npm and PyPI. */
  resembled(ecosystem: string, name: string): ResembledPackage | null;
}

/**
 * Letters of a name's own: shorter ones meet by chance, however near, and below the second bound only two neighbouring letters that
 * are swapped are a slip.
 */
const MIN_LETTERS = 5;
const MIN_LETTERS_EDITED = 8;
const LETTERS_PER_EDIT = 6;
/** Of names as long as a sentence, three letters are a word. */
const MOST_EDITS = 2;
const MAX_CHARACTERS = 64;
/** A shorter tail of a scope is a word that many have (`codex`, `magic`). */
const MIN_LETTERS_OF_TAIL = 8;

const COMMON_WORDS = new Set(['mcp', 'server', 'servers']);

type Ecosystem = 'npm' | 'pypi';
/** What is protected; of reference servers and vendors, against slips alone. */
type Packages = Pick<Protected, 'popular' | 'references' | 'brands'>;

interface Target {
  readonly name: string;
  readonly of: string;
  readonly letters: number;
  /** How many letters are its own. */
  readonly own: number;
}
/** By length. */
type Targets = ReadonlyMap<number, readonly Target[]>;

export function popularPackages(data: Packages): PopularPackages {
  const npm = lookOf('npm', data);
  const pypi = lookOf('pypi', data);
  return {
    resembled(ecosystem, name) {
      if (name.length > MAX_CHARACTERS) return null;
      if (ecosystem === 'npm') return resembledIn(npm, pypi, name.toLowerCase());
      return ecosystem === 'pypi' ? resembledIn(pypi, npm, name.toLowerCase().replaceAll(/[-_.]+/g, '-')) : null;
    },
  };
}

/** The packages of one ecosystem as names are held against them. */
interface Look {
  readonly names: ReadonlySet<string>;
  /** Names that mean one package wherever they stand, and which: whole names and tails of scopes. */
  readonly tails: ReadonlyMap<string, string>;
  /** Of a name that is none of them. */
  readonly resembled: (name: string) => ResembledPackage | null;
}

function resembledIn(own: Look, other: Look, name: string): ResembledPackage | null {
  if (own.names.has(name)) return null;
  const there = other.tails.get(name);
  return own.resembled(name) ?? (there === undefined ? null : { how: 'other-ecosystem', of: there });
}

function lookOf(ecosystem: Ecosystem, data: Packages): Look {
  const groups = data.popular;
  const names = new Set(groups.flatMap((group) => group[ecosystem]));
  const scopes = new Set([...names].flatMap((name) => scopeOf(name) ?? []));
  const unscoped = new Map<string, string>();
  const tails = new Map<string, string>();
  for (const group of groups) {
    for (const name of group[ecosystem]) {
      const of = `${ecosystem}:${name}`;
      if (!name.startsWith('@')) {
        if (group.ownTails && isOwn(name)) tails.set(name, of);
        continue;
      }
      for (const tail of tailsOf(name)) unscoped.set(tail, of);
      if (group.ownTails && isOwn(tailOf(name))) tails.set(tailOf(name), of);
    }
  }
  const plain = [...names]
    .filter((name) => !name.startsWith('@'))
    .map((name) => [name, `${ecosystem}:${name}`] as const);
  const targets = targetsOf(ecosystem, data, new Map([...plain, ...unscoped]));

  function resembled(name: string): ResembledPackage | null {
    const scope = scopeOf(name);
    if (scope !== null) {
      if (scopes.has(scope)) return null;
      const tail = tailOf(name);
      const of = tails.get(tail) ?? tails.get(withoutNumber(tail).replace(/[-_.]$/, ''));
      return of === undefined ? null : { how: 'other-scope', of };
    }
    const dropped = unscoped.get(name);
    if (dropped !== undefined) return { how: 'scope-dropped', of: dropped };
    const near = nearest(name, targets);
    return near === null ? null : { how: 'slip', of: near };
  }

  return { names, tails, resembled: remembered(resembled) };
}

/** Without its scope: `desktop-crane` of `@harbor/desktop-crane`, and `harbor-desktop-crane`, which is all where the tail is everybody's. */
function tailsOf(name: string): readonly string[] {
  const tail = tailOf(name);
  const whole = `${name.slice(1, name.indexOf('/'))}-${tail}`;
  return isOwn(tail) ? [tail, whole] : [whole];
}

function isOwn(tail: string): boolean {
  return tail.length >= MIN_LETTERS_OF_TAIL && !GENERIC_TAILS.has(tail);
}

function tailOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function scopeOf(name: string): string | null {
  return name.startsWith('@') && name.includes('/') ? name.slice(0, name.indexOf('/')) : null;
}

function targetsOf(ecosystem: Ecosystem, data: Packages, known: ReadonlyMap<string, string>): Targets {
  const all = new Map([...slipsOf(ecosystem, data), ...known]);
  const targets = [...all].map(([name, of]) => ({ name, of, letters: letterMask(name), own: ownLetters(name) }));
  return Map.groupBy(
    targets.filter(({ own }) => own >= MIN_LETTERS),
    ({ name }) => name.length,
  );
}

/** What other signals protect as it is written: the unscoped names of reference servers, and what vendors publish. */
function slipsOf(ecosystem: Ecosystem, { references, brands }: Packages): readonly (readonly [string, string])[] {
  const ofServers = references.servers.flatMap(({ name, npm, pypi }) => {
    const isOnNpm = ecosystem === 'npm' ? npm !== null : pypi === null;
    const of = isOnNpm ? `npm:${npm}` : `pypi:${pypi}`;
    return references.forms.map((form) => [form + name, of] as const);
  });
  const ofVendors = brands
    .flatMap(({ identities }) => (ecosystem === 'npm' ? identities.npmPackages : identities.pypiProjects))
    .flatMap((name) =>
      (name.startsWith('@') ? tailsOf(name) : [name]).map((each) => [each, `${ecosystem}:${name}`] as const),
    );
  return [...ofServers, ...ofVendors];
}

/** The first within the bound, shortest first; names that differ by a number at the end are versions of one another. */
function nearest(name: string, targets: Targets): string | null {
  const own = ownLetters(name);
  const isProtected = targets.get(name.length)?.some((target) => target.name === name) ?? false;
  if (own < MIN_LETTERS || isProtected) return null;
  const letters = letterMask(name);
  const stem = withoutNumber(name);
  for (let length = name.length - MOST_EDITS; length <= name.length + MOST_EDITS; length += 1) {
    for (const target of targets.get(length) ?? []) {
      const most = mostEdits(own, target.own);
      if (!mayBeWithin(letters, target.letters, Math.max(most, 1)) || stem === withoutNumber(target.name)) continue;
      if (isOneSwap(name, target.name) || editsWithin(name, target.name, most) !== null) return target.of;
    }
  }
  return null;
}

function mostEdits(one: number, other: number): number {
  return Math.min(one, other) < MIN_LETTERS_EDITED
    ? 0
    : Math.min(MOST_EDITS, Math.floor(Math.max(one, other) / LETTERS_PER_EDIT));
}

/** Letters and digits without the words that the names of most servers have. */
function ownLetters(name: string): number {
  const words = name.split(/[-_.]/).filter((word) => !COMMON_WORDS.has(word));
  return words.reduce((sum, word) => sum + word.length, 0);
}
