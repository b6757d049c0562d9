import type { EntryId, RegistryId } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import type { Owners } from './brand-owners.ts';
import type { Brand } from './brands.ts';
import type { PopulationRow } from './population-rows.ts';

/** A vendor's own server, and how often a registry says that it is used. */
export interface UsedServer {
  readonly id: EntryId;
  readonly uses: number;
  /** When it was first published; null where no date is known. */
  readonly firstMs: number | null;
}

export interface VendorUses {
  /** The most used of the brand's own servers in one registry; null where it counts none of them. */
  of(brand: Brand, registry: RegistryId): UsedServer | null;
}

/** Of a snapshot that was not walked. */
export const NO_VENDOR_USES: VendorUses = { of: () => null };

/** Sees every entry once, in any order. Registries count different things, so each is only compared with itself. */
export function vendorUsesSurvey(owners: Owners): {
  see(subject: Subject, row: PopulationRow): void;
  result(): VendorUses;
} {
  const most = new Map<string, UsedServer>();
  return {
    see(subject, { firstMs }) {
      if (!('record' in subject) || subject.record.uses === null) return;
      const { entry, record } = subject;
      const own = { id: entry.id, uses: record.uses ?? 0, firstMs };
      for (const brand of owners.of(subject)) {
        const key = keyOf(brand, entry.registry);
        const known = most.get(key);
        if (known === undefined || isMore(own, known)) most.set(key, own);
      }
    },
    result: () => ({ of: (brand, registry) => most.get(keyOf(brand, registry)) ?? null }),
  };
}

function keyOf({ name }: Brand, registry: RegistryId): string {
  return `${registry} ${name}`;
}

function isMore(a: UsedServer, b: UsedServer): boolean {
  return a.uses > b.uses || (a.uses === b.uses && a.id < b.id);
}
