import { ZodError } from 'zod';
import type { Baseline, Entry, EntryId, RegistryId, ServerRecord } from '../model/entry.ts';
import type { Packument } from '../model/release.ts';
import type { StoredEntry, StoredRow } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { ecosystems } from '../packages/index.ts';
import { registries } from '../registries/index.ts';
import { codeHostFacts, seenOf } from '../repositories/facts.ts';
import { type HostedNames, hostedNames } from '../repositories/named.ts';
import { type Readers, subjectReader } from '../scan/subjects.ts';
import { openHosted } from '../snapshot/hosted.ts';
import { openPackages } from '../snapshot/packages.ts';
import { readEntries, type Snapshot } from '../snapshot/read.ts';
import { openReleases } from '../snapshot/releases.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { openScratch } from '../snapshot/scratch.ts';

export interface Subjects {
  read(this: void, registry: RegistryId, stored: StoredEntry): Subject;
  close(): void;
}

/** Joins a snapshot's entries with its release histories, each read by its own registry or ecosystem. */
export async function openSubjects(snapshot: Snapshot): Promise<Subjects> {
  const byEcosystem = new Map(ecosystems.map((ecosystem) => [ecosystem.id as string, ecosystem]));
  const stores = new Map(
    await Promise.all(ecosystems.map(async ({ id }) => [id as string, await openPackages(snapshot, id)] as const)),
  );
  const releases = new Map(
    await Promise.all(ecosystems.map(async ({ id }) => [id as string, await openReleases(snapshot, id)] as const)),
  );
  const hostedStore = await openHosted(snapshot);
  const hosted = hostedStore === null ? null : codeHostFacts((key) => hostedStore.get(key));
  return {
    read: subjectReader({
      entry: entryReader(),
      packument(id, stored) {
        const ecosystem = byEcosystem.get(id);
        if (ecosystem === undefined) throw new Error(`a history of ecosystem "${id}", which nothing here reads`);
        return ecosystem.read(stored);
      },
      stored: (id, purl) =>
        stores.has(id)
          ? stores.get(id)?.get(purl)
          : { purl, outcome: 'not-read', reason: 'ecosystem not read by this version' },
      releases: (id, purl) => releases.get(id)?.of(purl) ?? [],
      codeHost: (entry, record, packuments) =>
        hosted === null ? undefined : seenOf(namesOf(entry, record, packuments), hosted),
    }),
    close() {
      for (const store of [...stores.values(), ...releases.values()]) store.close();
      hostedStore?.close();
    },
  };
}

function namesOf(entry: Entry, record: ServerRecord, packuments: readonly Packument[]): HostedNames {
  const ofPackages = packuments.map(({ releases }) => releases.at(-1)?.repository ?? null);
  return hostedNames(entry, record, ofPackages);
}

/** The newest record of every entry of a snapshot, for comparing another one with it; the rows wait on disk. */
export async function openBaseline(snapshot: Snapshot): Promise<Baseline> {
  const read = entryReader();
  const rows = openScratch();
  const positions = new Map<EntryId, number>();
  for (const { registry } of snapshot.manifest.coverage) {
    for await (const head of readEntries(snapshot, registry)) {
      positions.set(head.id, rows.append(JSON.stringify(head.parse().latest)));
    }
  }
  const hosted = await openHosted(snapshot);
  return {
    ...(hosted === null ? {} : { codeHost: codeHostFacts((key) => hosted.get(key)) }),
    get(id) {
      const position = positions.get(id);
      if (position === undefined) return undefined;
      const row: StoredRow = JSON.parse(rows.read(position));
      return read(id.slice(0, id.indexOf(':')), row).record ?? undefined;
    },
  };
}

export function entryReader(): Readers['entry'] {
  const byId = new Map(registries.map((registry) => [registry.id, registry]));
  return (id, row) => {
    const registry = byId.get(id);
    if (registry === undefined) {
      throw new SnapshotError(
        'UNSUPPORTED_VERSION',
        `The snapshot has rows of the registry "${id}", which this version does not read.`,
      );
    }
    try {
      return registry.read(row);
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      throw new SnapshotError(
        'DAMAGED',
        `The snapshot has a row of ${id} without the shape of one: ${row.resource.uri}, ${row.pointer}.`,
        error,
      );
    }
  };
}
