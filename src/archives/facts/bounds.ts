import type { Fact, FactKind } from '../../model/source.ts';

/** Longest value of a fact, in UTF-16 code units. */
export const MAX_VALUE_CHARACTERS = 500;
/** Facts of one kind that a file may have; half of them are kept for values that were not met before. */
export const MAX_FACTS_PER_KIND = 1_000;
export const MAX_TOOLS_PER_FILE = 500;
/** Constants longer than this are not folded, decoded or looked into any further. */
export const MAX_FOLDED_CHARACTERS = 100_000;

/** Takes the facts of one file as a walk meets them. */
export interface FactCollector {
  readonly add: (fact: Fact) => void;
  /** In the order of the file. */
  readonly facts: () => readonly Fact[];
  /** How many found no room. */
  readonly leftOut: () => number;
}

/**
 * Keeps the first facts of each kind, values bounded.
 *
 * The same thing in the same function is kept once. A file cannot crowd a thing out by repeating another in thousands of functions:
 * repetitions only ever fill half of the room.
 */
export function collector(): FactCollector {
  const facts: Fact[] = [];
  const rooms = new Map<FactKind, Room>();
  let leftOut = 0;
  return {
    add: (fact) => {
      const room = roomOf(rooms, fact.kind);
      const bounded = { ...fact, value: cut(fact.value) };
      const taken = take(room, bounded);
      if (taken === 'kept') facts.push(bounded);
      if (taken === 'full') leftOut += 1;
    },
    facts: () => facts.sort((a, b) => a.line - b.line || a.column - b.column),
    leftOut: () => leftOut,
  };
}

/** A text as a fact's value may hold it. */
export function cut(text: string, most: number = MAX_VALUE_CHARACTERS): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

interface Room {
  readonly values: Set<string>;
  readonly places: Set<string>;
}

function roomOf(rooms: Map<FactKind, Room>, kind: FactKind): Room {
  const room = rooms.get(kind) ?? { values: new Set(), places: new Set() };
  rooms.set(kind, room);
  return room;
}

function take({ values, places }: Room, { value, by, scope }: Fact): 'kept' | 'known' | 'full' {
  const what = JSON.stringify([value, by]);
  const where = `${scope} ${what}`;
  if (places.has(where)) return 'known';
  if (places.size >= (values.has(what) ? MAX_FACTS_PER_KIND / 2 : MAX_FACTS_PER_KIND)) return 'full';
  values.add(what);
  places.add(where);
  return 'kept';
}
