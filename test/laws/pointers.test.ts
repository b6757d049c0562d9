/** Every citation leads somewhere: what fired can be read up in the bytes that it names. */
import { assert, property } from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { protectedNames } from '../../signals/data/index.ts';
import { askedByLookalike, askedByRugPull } from '../../signals/index.ts';
import { openSubjects } from '../../src/commands/subjects.ts';
import { Labels } from '../../src/evaluate/labels.ts';
import { resolve } from '../../src/evidence/pointer.ts';
import { intelIndex } from '../../src/intel/intel-index.ts';
import { readSeed } from '../../src/intel/seed.ts';
import type { Assessment } from '../../src/model/candidate.ts';
import type { Json, Place, ResourceDescriptor } from '../../src/model/place.ts';
import type { StoredEntry, StoredRow } from '../../src/model/snapshot.ts';
import type { ArchiveFacts } from '../../src/model/source.ts';
import type { Subject } from '../../src/model/subject.ts';
import type { IntelContext } from '../../src/intel/port.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { contextOf, type LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { assessor } from '../../src/scoring/assess.ts';
import { openPackages } from '../../src/snapshot/packages.ts';
import { openSnapshot, readEntries } from '../../src/snapshot/read.ts';
import { sourceSubject } from './arbitrary-sources.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'snapshots', '2026-06-29');
const AS_OF = '2026-06-29';
/** Beside the labelled entries, in which every signal fires somewhere, one in so many of the others. */
const EVERY = 12;

const intel = intelIndex([readSeed()]);
const lookalikes = assessor<LookalikeContext & IntelContext>(askedByLookalike, {
  ...contextOf(protectedNames, { asOf: AS_OF }),
  intel,
});
const rugPulls = assessor<RugPullContext & IntelContext>(askedByRugPull, {
  asOf: AS_OF,
  baseline: null,
  intel,
});

describe('in the shipped snapshot', () => {
  test('every citation of every candidate resolves', async () => {
    const snapshot = await openSnapshot(SHIPPED);
    const subjects = await openSubjects(snapshot);
    const packages = new Map([
      ['npm', await openPackages(snapshot, 'npm')],
      ['pypi', await openPackages(snapshot, 'pypi')],
    ]);
    const labelled = new Set(
      Labels.parse(JSON.parse(readFileSync(join(SHIPPED, 'labels.json'), 'utf8'))).map(({ id }) => id),
    );
    const lost: string[] = [];
    let [cited, seen] = [0, 0];
    try {
      for (const { registry } of snapshot.manifest.coverage) {
        for await (const head of readEntries(snapshot, registry)) {
          seen += 1;
          if (!labelled.has(head.id) && seen % EVERY !== 0) continue;
          const stored = head.parse();
          const subject = subjects.read(registry, stored);
          const documents = [
            ...rowsOf(stored),
            ...('packuments' in subject ? subject.packuments : []).flatMap(({ ecosystem, purl }) => {
              const line = packages.get(ecosystem)?.get(purl);
              return line?.outcome === 'read' ? [{ resource: line.resource, pointer: '', record: line.document }] : [];
            }),
          ];
          for (const { signal, at } of placesOf(subject)) {
            cited += 1;
            if (!isThere(at, documents, archivesOf(subject)))
              lost.push(`${head.id} ${signal}: ${at.resource.uri}#${at.pointer}`);
          }
        }
      }
    } finally {
      subjects.close();
      for (const each of packages.values()) each.close();
    }
    expect(cited).toBeGreaterThan(1_000);
    expect(lost).toEqual([]);
  }, 600_000);
});

describe('in generated releases', () => {
  test('every citation of a file names a line that it has', () => {
    assert(
      property(sourceSubject, (subject) => {
        const archives = archivesOf(subject);
        const ofArchives = placesOf(subject).filter(({ at }) =>
          archives.some(({ resource }) => same(resource, at.resource)),
        );
        const lost = ofArchives.filter(({ at }) => !isThere(at, [], archives));
        expect(lost.map(({ signal, at }) => `${signal}: ${at.pointer}`)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function placesOf(subject: Subject): readonly { readonly signal: string; readonly at: Place }[] {
  return [lookalikes, rugPulls].flatMap((asked) => {
    const found = asked.assess(subject);
    return typeof found === 'string' ? [] : citedIn(found);
  });
}

function citedIn({ fired, cleared, facts }: Assessment): readonly { readonly signal: string; readonly at: Place }[] {
  return [...fired, ...cleared, ...facts].flatMap(({ signal, evidence }) => evidence.map(({ at }) => ({ signal, at })));
}

/** Every row of an entry; of one with a fuller record both. */
function rowsOf({ latest, earlier = [] }: StoredEntry): readonly StoredRow[] {
  return [latest, ...earlier].flatMap((row) => (row.detail === undefined ? [row] : [row, row.detail]));
}

function archivesOf(subject: Subject): readonly ArchiveFacts[] {
  return 'sources' in subject
    ? subject.sources.flatMap(({ releases }) => releases.flatMap(({ archives }) => [...archives]))
    : [];
}

function isThere(
  { resource, pointer }: Place,
  documents: readonly { readonly resource: ResourceDescriptor; readonly pointer: string; readonly record: Json }[],
  archives: readonly ArchiveFacts[],
): boolean {
  const inDocument = documents.some(
    (each) =>
      same(each.resource, resource) &&
      (pointer === each.pointer || pointer.startsWith(`${each.pointer}/`)) &&
      resolve(each.record, pointer.slice(each.pointer.length)) !== undefined,
  );
  return inDocument || archives.some((archive) => same(archive.resource, resource) && isInArchive(pointer, archive));
}

/** `/path:line:column`, `/path`, `/package.json#/scripts/postinstall`, or `/` for the archive as a whole. */
function isInArchive(pointer: string, { files, manifest, irregularities }: ArchiveFacts): boolean {
  if (pointer === '/') return true;
  const inside = pointer.indexOf('#/');
  if (inside !== -1 && manifest !== null && pointer.slice(1, inside) === manifest.path) {
    const { installScripts: scripts, dependencies, optionalDependencies, bin } = manifest;
    const held = { scripts, dependencies: { ...optionalDependencies, ...dependencies }, bin };
    return resolve(held, pointer.slice(inside + 1)) !== undefined;
  }
  const [, path = '', line] = /^\/(.*?)(?::(\d+):\d+)?$/s.exec(pointer) ?? [];
  const file = files.find((each) => each.path === path);
  if (file !== undefined) return line === undefined || file.measures === null || Number(line) <= file.measures.lines;
  return manifest?.path === path || irregularities.some((each) => each.path === path);
}

function same(a: ResourceDescriptor, b: ResourceDescriptor): boolean {
  return a.uri === b.uri && a.sha256 === b.sha256;
}
