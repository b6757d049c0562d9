import { constants, zstdCompressSync } from 'node:zlib';
import type { Candidate, PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { Subject } from '../model/subject.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from '../snapshot/scratch.ts';
import { hashBytes, pieceBytes } from './columns.ts';
import { hashOf, keysOf } from './keys.ts';
import { type LookupHead, SECTIONS, SUBJECTS_TOGETHER } from './open.ts';
import type { IndexedEntry } from './port.ts';
import { type Piece, writePrepared } from './prepared-file.ts';

/** Takes the entries of a snapshot one by one, then what was found, and makes the file of a lookup. */
export interface LookupBuilder {
  /** Once for each entry, in the order in which they will stand. */
  add(entry: Omit<IndexedEntry, 'tiers'>, subject: Subject): void;
  /** Once for each candidate, after all entries. */
  found(candidate: Candidate): void;
  /** The file appears whole, in place of what stood there. */
  finish(rest: LookupRest): void;
  /** Leaves nothing behind. */
  discard(): void;
}

export interface LookupRest {
  readonly head: Omit<LookupHead, 'size'>;
  readonly gateways: readonly GatewayWithFacts[];
  /** What others want kept beside the entries, by name. */
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

/** The fastest: a lookup is made while somebody waits. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Throws what the file system says where the file cannot be written. */
export function lookupBuilder(path: string): LookupBuilder {
  const file = writePrepared(path);
  const rows = openScratch(undefined, READ_BACK_BUFFER_BYTES);
  const positions: number[] = [];
  const places = new Map<EntryId, number>();
  const keys: { hash: number; entry: number }[] = [];
  const subjects: Piece[] = [];
  let waiting: string[] = [];
  const found: Record<PipelineId, (Piece | undefined)[]> = { lookalike: [], 'rug-pull': [] };
  const tiers: Record<PipelineId, Map<number, IndexedEntry['tiers'][PipelineId]>> = {
    lookalike: new Map(),
    'rug-pull': new Map(),
  };

  function packWaiting(): void {
    if (waiting.length > 0) subjects.push(file.piece(zstdCompressSync(`[${waiting.join(',')}]`, PACKING)));
    waiting = [];
  }
  function* pieces(): Generator<Piece> {
    for (const [place, position] of positions.entries()) {
      const of = { lookalike: tiers.lookalike.get(place) ?? null, 'rug-pull': tiers['rug-pull'].get(place) ?? null };
      // A row is an object with something in it, so that a field more is a text more.
      const row = `${rows.read(position).slice(0, -1)},"tiers":${JSON.stringify(of)}}`;
      yield file.piece(Buffer.from(row));
    }
  }
  return {
    add(entry, subject) {
      const place = positions.length;
      places.set(entry.id, place);
      positions.push(rows.append(JSON.stringify(entry)));
      waiting.push(JSON.stringify(subject));
      if (waiting.length === SUBJECTS_TOGETHER) packWaiting();
      for (const key of keysOf(entry)) keys.push({ hash: hashOf(key), entry: place });
    },
    found(candidate) {
      const { pipeline, entry, tier, score, fired } = candidate;
      const place = places.get(entry.id);
      if (place === undefined) throw new Error(`a candidate "${entry.id}" that was not among the entries`);
      found[pipeline][place] = file.piece(packed(candidate));
      tiers[pipeline].set(place, { tier, score, fired: fired.map(({ signal }) => signal) });
    },
    finish({ head, gateways, sections }) {
      const size = positions.length;
      packWaiting();
      const whole = (column: readonly (Piece | undefined)[]) =>
        pieceBytes(Array.from({ length: size }, (_, at) => column[at]));
      file.section(SECTIONS.entries, pieceBytes([...pieces()]));
      file.section(SECTIONS.subjects, pieceBytes(subjects));
      file.section(SECTIONS.lookalike, whole(found.lookalike));
      file.section(SECTIONS.rugPull, whole(found['rug-pull']));
      file.section(SECTIONS.keys, hashBytes(keys));
      file.section(SECTIONS.gateways, packed(gateways));
      for (const [name, bytes] of sections) file.section(name, bytes);
      file.finish(JSON.stringify({ ...head, size } satisfies LookupHead));
      rows.close();
    },
    discard() {
      rows.close();
      file.discard();
    },
  };
}

function packed(value: unknown): Buffer {
  return zstdCompressSync(JSON.stringify(value), PACKING);
}
