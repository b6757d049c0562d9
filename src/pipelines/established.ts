import type { Clusters } from '../identity/clusters.ts';
import type { EntryId } from '../model/entry.ts';
import type { Brand, Protected } from './brands.ts';
import { type Resemblance, resemblances } from './established-names.ts';
import {
  type EstablishedServer,
  establishedServers,
  isOwnOf,
  mayBeEstablished,
  wasThereBefore,
} from './established-servers.ts';
import type { PopulationRow } from './population-rows.ts';
import { type NearDescription, type ProtectedDescriptions, protectedDescriptions } from './protected-descriptions.ts';
import { sharedTexts } from './shared-texts.ts';
import { nameForm } from '../text/name-form.ts';

/** The established servers of a snapshot, and what others have of them. */
export interface Established {
  /** By id. */
  readonly servers: readonly EstablishedServer[];
  /** The established server whose name this entry carries, or nearly; null for nearly all. */
  resembledBy(id: EntryId): Resemblance | null;
  /** The established server of somebody else whose description this one repeats; null for nearly all. */
  copiedBy(row: () => PopulationRow, description: string): CopiedDescription | null;
}

export interface CopiedDescription extends Pick<NearDescription, 'entry' | 'text' | 'likeness'> {
  readonly server: EstablishedServer;
}

/** Of a snapshot that was not walked. */
export const NO_ESTABLISHED: Established = { servers: [], resembledBy: () => null, copiedBy: () => null };

/** Longest part of a description that is compared. */
const MAX_TEXT_CHARACTERS = 600;

/** Sees every entry once with its description, in any order; keeps the descriptions of those alone that are old or used enough. */
export function establishedSurvey(
  { brands, references }: Protected,
  asOfMs: number,
): {
  see(row: PopulationRow, description: string | null): void;
  result(rows: readonly PopulationRow[], clusters: Clusters): Established;
} {
  const texts = new Map<EntryId, string>();
  const shared = sharedTexts();
  const taken = formsOf([
    ...brands.flatMap(({ aliases, ordinaryWords }: Brand) => [...aliases, ...ordinaryWords]),
    ...references.servers.map(({ name }) => name),
  ]);
  return {
    see(row, description) {
      if (description === null) return;
      shared.see(description, row.publisher[0] ?? '');
      if (mayBeEstablished(row, asOfMs)) texts.set(row.id, description.slice(0, MAX_TEXT_CHARACTERS));
    },
    result(rows, clusters) {
      const servers = establishedServers(rows, { clusters, asOfMs });
      const found = resemblances({ rows, servers, clusters, taken });
      const own = ownTexts(servers, (id) => {
        const text = texts.get(id);
        return text === undefined || shared.isBoilerplate(text) ? null : text;
      });
      return establishedOf(servers, found, { described: describedBy(own), clusters });
    },
  };
}

/** In a scope of its own, so that what is kept keeps nothing of the survey. */
function establishedOf(
  servers: readonly EstablishedServer[],
  found: ReadonlyMap<EntryId, Resemblance>,
  { described, clusters }: { described: Described; clusters: Clusters },
): Established {
  return {
    servers,
    resembledBy: (id) => found.get(id) ?? null,
    copiedBy: (row, description) => described.nearest(row, description, clusters),
  };
}

interface Described {
  nearest(row: () => PopulationRow, description: string, clusters: Clusters): CopiedDescription | null;
}

interface OwnText {
  readonly server: EstablishedServer;
  readonly entry: EntryId;
  readonly text: string;
}

/** The description of each server's first entry that has one. */
function ownTexts(servers: readonly EstablishedServer[], textOf: (id: EntryId) => string | null): readonly OwnText[] {
  return servers.flatMap((server) => {
    for (const { id } of server.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const text = textOf(id);
      if (text !== null) return [{ server, entry: id, text }];
    }
    return [];
  });
}

function describedBy(texts: readonly OwnText[]): Described {
  const byEntry = new Map(texts.map(({ entry, server }) => [entry, server]));
  const descriptions: ProtectedDescriptions = protectedDescriptions(
    texts.map(({ entry, text }) => ({ entry, text, owners: [] })),
  );
  return {
    nearest(rowOf, description, clusters) {
      const found = descriptions.nearest(description);
      const server = found === null ? undefined : byEntry.get(found.entry);
      if (found === null || server === undefined) return null;
      const row = rowOf();
      if (row.publisher.length === 0 || isOwnOf(row, server, clusters) || wasThereBefore(row, server)) return null;
      return { entry: found.entry, text: found.text, likeness: found.likeness, server };
    },
  };
}

function formsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => nameForm(name)?.ordered).filter((form) => form !== undefined));
}
