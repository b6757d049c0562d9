import { zstdDecompressSync } from 'node:zlib';
import type { Candidate } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { Manifest } from '../model/snapshot.ts';
import type { Subject } from '../model/subject.ts';
import { CacheError } from '../fetch/cache-error.ts';
import { type HashColumn, hashColumn, pieceColumn, type PieceColumn } from './columns.ts';
import { hashOf, idKey, keysOf, nameKey, namespaceKey, packageKey, remoteKey, repositoryKey } from './keys.ts';
import type { IndexedEntry, Lookup } from './port.ts';
import { type PreparedFile, readPrepared } from './prepared-file.ts';

/** What stands in the head of a prepared file. */
export interface LookupHead {
  /** Of all that it was made from; another key is another file. */
  readonly key: string;
  readonly manifest: Manifest;
  readonly size: number;
  /** What registries ask to be said where their listings are shown. */
  readonly attributions: readonly string[];
  /** Lists of recalls that entries were held against. */
  readonly recalls: readonly { readonly title: string; readonly date: string; readonly records: number }[];
}

/** A lookup as it lies in its file, with what others stored in it. */
export interface StoredLookup extends Lookup, Pick<LookupHead, 'attributions' | 'recalls'> {
  /** By its place in the order of the file; throws RangeError beyond `size`. */
  at(entry: number): IndexedEntry;
  /** The entry's place; undefined where there is no such entry. */
  placeOf(id: EntryId): number | undefined;
  /** Throws CacheError where there is no such section. */
  section(name: string): Buffer;
}

/** Subjects that are packed into one piece: a compressor costs more to set up than to feed. */
export const SUBJECTS_TOGETHER = 16;
/** Entries that are read at once where all are asked for. */
const READ_TOGETHER = 256;

export const SECTIONS = {
  entries: 'entries',
  subjects: 'subjects',
  lookalike: 'lookalike',
  rugPull: 'rug-pull',
  keys: 'keys',
  gateways: 'gateways',
} as const;

/**
 * Opens what src/lookup/build.ts made of a snapshot; null where there is none, where it is damaged, or was made of something else.
 *
 * Reads a few megabytes of numbers; entries are read as they are asked for. Questions throw CacheError where what they ask for is
 * damaged; the file is then gone, and the next run makes it anew.
 */
export function readLookup(path: string, key: string): StoredLookup | null {
  const file = readPrepared(path);
  if (file === null) return null;
  const head: LookupHead = JSON.parse(file.head);
  if (head.key !== key) {
    file.close();
    return null;
  }
  const tables = tablesOf(file);
  if (tables === null) return null;
  const { entries, keys } = tables;
  const found = [SECTIONS.lookalike, SECTIONS.rugPull] as const;
  const columns = new Map<string, PieceColumn>();
  let gateways: readonly GatewayWithFacts[] | undefined;

  function column(name: string): PieceColumn {
    const known = columns.get(name) ?? pieceColumn(file === null ? new Uint8Array() : file.section(name));
    columns.set(name, known);
    return known;
  }
  function at(entry: number): IndexedEntry {
    const where = entries.of(entry);
    if (where === undefined || file === null) throw new RangeError(`no entry ${entry} of ${entries.size}`);
    return parsedEntry(file.piece(where));
  }
  /** Other keys may share the hash. */
  function byKey(wanted: string | null): readonly IndexedEntry[] {
    if (wanted === null) return [];
    return keys
      .of(hashOf(wanted))
      .map(at)
      .filter((entry) => keysOf(entry).includes(wanted));
  }
  function packed(name: string, place: number): string | undefined {
    const where = column(name).of(place);
    return where === undefined ? undefined : zstdDecompressSync(file?.piece(where) ?? '').toString('utf8');
  }
  /** As byKey, without making every key of the entry: twins are asked for by the hundred. */
  function byId(id: EntryId): { readonly place: number; readonly entry: IndexedEntry } | undefined {
    for (const place of keys.of(hashOf(idKey(id)))) {
      const entry = at(place);
      if (entry.id === id) return { place, entry };
    }
    return undefined;
  }
  const placeOf = (id: EntryId) => byId(id)?.place;

  return {
    manifest: head.manifest,
    size: head.size,
    attributions: head.attributions,
    recalls: head.recalls,
    *entries() {
      for (let from = 0; from < head.size; from += READ_TOGETHER) {
        const places = Array.from({ length: Math.min(READ_TOGETHER, head.size - from) }, (_, index) => from + index);
        for (const text of file.run(places.flatMap((place) => entries.of(place) ?? []))) yield parsedEntry(text);
      }
    },
    at,
    placeOf,
    get: (id) => byId(id)?.entry,
    byPackage: (purl) => byKey(packageKey(purl)),
    byRemote: (url) => byKey(remoteKey(url)),
    byRepository: (url) => byKey(repositoryKey(url)),
    byName: (name) => byKey(nameKey(name)),
    byNamespace: (namespace) => byKey(namespaceKey(namespace)),
    async subject(id) {
      const place = placeOf(id);
      const text = place === undefined ? undefined : packed(SECTIONS.subjects, Math.floor(place / SUBJECTS_TOGETHER));
      const together: readonly Subject[] = text === undefined ? [] : JSON.parse(text);
      const subject = together[(place ?? 0) % SUBJECTS_TOGETHER];
      if (subject === undefined) throw new RangeError(`no entry "${id}" in this snapshot`);
      return subject;
    },
    candidates(id) {
      const place = placeOf(id);
      if (place === undefined) return [];
      return found.flatMap((name) => {
        const text = packed(name, place);
        if (text === undefined) return [];
        const candidate: Candidate = JSON.parse(text);
        return [candidate];
      });
    },
    get gateways() {
      gateways ??= parsedGateways(file.section(SECTIONS.gateways));
      return gateways;
    },
    section: (name) => file.section(name),
    close: () => file.close(),
  };
}

/** null where they are damaged. */
function tablesOf(file: PreparedFile): { readonly entries: PieceColumn; readonly keys: HashColumn } | null {
  try {
    return {
      entries: pieceColumn(file.section(SECTIONS.entries)),
      keys: hashColumn(file.section(SECTIONS.keys)),
    };
  } catch (error) {
    if (!(error instanceof CacheError)) throw error;
    file.close();
    return null;
  }
}

function parsedEntry(text: Buffer): IndexedEntry {
  const entry: IndexedEntry = JSON.parse(text.toString('utf8'));
  return entry;
}

function parsedGateways(stored: Buffer): readonly GatewayWithFacts[] {
  const gateways: readonly GatewayWithFacts[] = JSON.parse(zstdDecompressSync(stored).toString('utf8'));
  return gateways;
}
