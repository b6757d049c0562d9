import type { RegistryId } from '../model/entry.ts';
import type { Json } from '../model/place.ts';
import type { QuarantinedRow } from '../model/snapshot.ts';
import type { RefusedRow } from '../registries/port.ts';
import type { Scratch } from './scratch.ts';
import { ordered } from './stored.ts';

const MAX_EXCERPT_CHARACTERS = 2_000;
const MAX_REASON_CHARACTERS = 500;

/** Rows that a schema refused: counted by registry, kept with the reason, never dropped. */
export interface Quarantine {
  add(registry: RegistryId, refused: RefusedRow): void;
  count(registry: RegistryId): number;
  /** By registry, page and place in it. */
  lines(): Generator<string>;
}

interface Refusal {
  readonly place: string;
  readonly position: number;
}

export function quarantine(scratch: Scratch): Quarantine {
  const counts = new Map<RegistryId, number>();
  const lineOf = ({ position }: Refusal) => scratch.read(position);
  const refusals: Refusal[] = [];
  return {
    add(registry, refused) {
      counts.set(registry, (counts.get(registry) ?? 0) + 1);
      const row = quarantinedRow(registry, refused);
      const place = `${registry}\n${row.resource.uri}\n${row.pointer}`;
      refusals.push({ place, position: scratch.append(JSON.stringify(row)) });
    },
    count: (registry) => counts.get(registry) ?? 0,
    *lines() {
      const inOrder = refusals.toSorted((a, b) => compare(a.place, b.place) || compare(lineOf(a), lineOf(b)));
      for (const refusal of inOrder) yield lineOf(refusal);
    },
  };
}

function quarantinedRow(registry: RegistryId, { resource, pointer, reason, record }: RefusedRow): QuarantinedRow {
  return {
    registry,
    resource: ordered(resource),
    pointer,
    reason: reason.slice(0, MAX_REASON_CHARACTERS),
    excerpt: excerptOf(record),
  };
}

function excerptOf(record: Json): string {
  try {
    return JSON.stringify(record).slice(0, MAX_EXCERPT_CHARACTERS);
  } catch (error) {
    if (error instanceof RangeError) return '(nested too deeply to be shown)';
    throw error;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
