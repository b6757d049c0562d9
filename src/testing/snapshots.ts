import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Json, ResourceDescriptor } from '../model/place.ts';
import type { Manifest, StoredPackage } from '../model/snapshot.ts';
import type { RefusedRow, Row } from '../registries/port.ts';
import type { ListingCoverage } from '../snapshot/coverage.ts';
import { createSnapshotWriter, type SnapshotEnd, type SnapshotWriter } from '../snapshot/write.ts';

/** Snapshots for tests: written for real, into a folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writerIn(folder: string): SnapshotWriter {
  const startedAt = '2026-06-29T00:00:00Z';
  return createSnapshotWriter({
    folder,
    date: '2026-06-29',
    origin: 'synthetic',
    tool: 'registry-audit@0.0.0',
    startedAt,
  });
}

/** What `fill` adds, written as a finished snapshot of one registry unless said otherwise. */
export async function writtenIn(
  folder: string,
  fill: (writer: SnapshotWriter) => void,
  end: Partial<SnapshotEnd> = {},
): Promise<Manifest> {
  const writer = writerIn(folder);
  fill(writer);
  return writer.finish({ ...wholeEnd(), ...end });
}

export function wholeEnd(...registries: readonly string[]): SnapshotEnd {
  const all = registries.length === 0 ? ['official'] : registries;
  return {
    listed: all.map(exhausted),
    packages: [],
    sources: null,
    finishedAt: '2026-06-29T01:00:00Z',
  };
}

export function exhausted(registry: string): ListingCoverage {
  return { registry, advertised: null, responses: 1, enumeration: { ended: 'exhausted' } };
}

export function row(name: string, fields: Partial<Row> & { record?: Json; page?: number; index?: number } = {}): Row {
  const { record = { server: { name } }, page = 1, index = 0, ...rest } = fields;
  return {
    kind: 'row',
    name,
    version: '1.0.0',
    order: '1',
    stored: { record, resource: resourceOf(page), pointer: `/servers/${index}` },
    ...rest,
  };
}

export function refused(index: number, record: Json = { server: { name: 7 } }): RefusedRow {
  const reason = '/server/name: expected string, received number';
  return { kind: 'refused', resource: resourceOf(1), pointer: `/servers/${index}`, reason, record };
}

export function storedPackage(name: string, document: Json = { name }): StoredPackage {
  return { purl: `pkg:npm/${name}`, outcome: 'read', document, resource: resourceOf(1) };
}

export function resourceOf(page: number): ResourceDescriptor {
  return {
    uri: `https://official.example/servers?page=${page}`,
    sha256: `${page}`.repeat(64).slice(0, 64),
    retrievedAt: '2026-06-29T00:00:00Z',
  };
}
