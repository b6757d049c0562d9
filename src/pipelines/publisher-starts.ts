import type { AnySubject } from './brand-owners.ts';
import { publisherUnit, type UnitKey } from './gateway-units.ts';
import type { PopulationRow } from './population-rows.ts';

/** Since when publishers have had anything in a snapshot, whatever the registry. */
export interface PublisherStarts {
  /** The first day of all its publisher lists; null where no publisher is shown, or no date of anything it lists. */
  of(subject: AnySubject): number | null;
}

/** Of a snapshot that was not walked. */
export const NO_PUBLISHER_STARTS: PublisherStarts = { of: () => null };

/** Sees every entry once, in any order. */
export function publisherStartsSurvey(sharedHosts: readonly string[]): {
  see(subject: AnySubject, row: Pick<PopulationRow, 'firstMs'>): void;
  result(): PublisherStarts;
} {
  const starts = new Map<UnitKey, number>();
  return {
    see(subject, { firstMs }) {
      const publisher = publisherUnit(subject, sharedHosts);
      if (publisher !== null && firstMs !== null)
        starts.set(publisher, Math.min(firstMs, starts.get(publisher) ?? firstMs));
    },
    result: () => ({
      of(subject) {
        const publisher = publisherUnit(subject, sharedHosts);
        return publisher === null ? null : (starts.get(publisher) ?? null);
      },
    }),
  };
}
