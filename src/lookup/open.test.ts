import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { candidate } from '../testing/candidates.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { listed } from '../testing/subjects.ts';
import { lookupBuilder } from './build.ts';
import { readLookup, type StoredLookup } from './open.ts';
import type { IndexedEntry } from './port.ts';

const FERRY = indexed('official:io.github.quay/ferry', {
  repository: 'https://github.com/Quay/Ferry.git',
  packages: [{ ecosystem: 'npm', purl: 'pkg:npm/%40quay/ferry', identifier: '@quay/ferry', version: '1.0.0' }],
  remotes: [{ type: 'sse', url: 'https://mcp.quay.example/sse?key=1' }],
});
const BREAD = indexed('glama:lantern/bread', { repository: 'https://github.com/quay/ferry', packages: null });

/** The file of these entries, with a finding about the first. */
function stored(entries: readonly IndexedEntry[], path = join(folder(), 'file')): string {
  const builder = lookupBuilder(path);
  for (const entry of entries) builder.add(withoutTiers(entry), subjectOf(entry.id));
  for (const { id } of entries.slice(0, 1)) builder.found(found(id));
  builder.finish({
    head: { key: 'harbour', manifest: lookupOf([]).manifest, attributions: ['By the harbour.'], recalls: [] },
    gateways: [],
    sections: new Map([['beside', Buffer.from('tides')]]),
  });
  return path;
}

function withoutTiers(entry: IndexedEntry): Omit<IndexedEntry, 'tiers'> {
  const { tiers, ...rest } = entry;
  return tiers === undefined ? entry : rest;
}

function subjectOf(id: string): Subject {
  return listed({ id, name: id.slice(id.indexOf(':') + 1), description: `of ${id}` });
}

function found(id: string) {
  const made = candidate();
  return { ...made, entry: { ...made.entry, id } };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'registry-audit-lookup-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function opened(entries: readonly IndexedEntry[]): StoredLookup {
  const lookup = readLookup(stored(entries), 'harbour');
  if (lookup === null) throw new Error('not there');
  onTestFinished(() => lookup.close());
  return lookup;
}

test('gives back every entry as it was, by its id and in order', () => {
  const lookup = opened([FERRY, BREAD]);
  const { pipeline, tier, score, fired } = found(FERRY.id);
  const withTier = { tier, score, fired: fired.map(({ signal }) => signal) };
  expect([...lookup.entries()]).toEqual([{ ...FERRY, tiers: { ...FERRY.tiers, [pipeline]: withTier } }, BREAD]);
  expect([lookup.size, lookup.get(BREAD.id), lookup.at(1), lookup.placeOf(BREAD.id)]).toEqual([2, BREAD, BREAD, 1]);
  expect([lookup.get('glama:nobody'), lookup.placeOf('__proto__')]).toEqual([undefined, undefined]);
  expect(() => lookup.at(2)).toThrow(RangeError);
});

test.each<[string, (lookup: StoredLookup) => readonly IndexedEntry[], readonly string[]]>([
  ['a package, whatever the version', (lookup) => lookup.byPackage('pkg:npm/%40quay/ferry@2.0.0'), [FERRY.id]],
  ['a package nobody names', (lookup) => lookup.byPackage('pkg:npm/ferry'), []],
  ['a remote, without what follows ?', (lookup) => lookup.byRemote('https://mcp.quay.example/sse'), [FERRY.id]],
  [
    'a repository, however it is written',
    (lookup) => lookup.byRepository('git@github.com:quay/ferry'),
    [FERRY.id, BREAD.id],
  ],
  ['what is no address', (lookup) => [...lookup.byRemote('?'), ...lookup.byRepository('none')], []],
])('finds entries by %s', (_what, ask, ids) => {
  expect(ask(opened([FERRY, BREAD])).map(({ id }) => id)).toEqual(ids);
});

test('has the whole entry and all that was found', async () => {
  const lookup = opened([FERRY, BREAD]);
  expect(await lookup.subject(BREAD.id)).toEqual(subjectOf(BREAD.id));
  expect(lookup.candidates(FERRY.id)).toEqual([found(FERRY.id)]);
  expect([lookup.candidates(BREAD.id), lookup.candidates('glama:nobody'), lookup.gateways]).toEqual([[], [], []]);
  expect([lookup.attributions, lookup.section('beside').toString()]).toEqual([['By the harbour.'], 'tides']);
  await expect(lookup.subject('glama:nobody')).rejects.toThrow(RangeError);
});

test('of many entries finds each, whichever hashes meet', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => indexed(`glama:quay/ferry-${at}`));
  const lookup = opened(many);
  expect(many.filter(({ id }) => lookup.get(id)?.id !== id)).toEqual([]);
  expect([...lookup.entries()]).toHaveLength(3_000);
});

test('is not opened for another key, and an empty one is empty', () => {
  expect(readLookup(stored([FERRY]), 'another')).toBeNull();
  expect([...opened([]).entries()]).toEqual([]);
});

test('refuses a finding about an entry that it was not shown', () => {
  const builder = lookupBuilder(join(folder(), 'file'));
  expect(() => builder.found(found('glama:nobody'))).toThrow(/not among the entries/);
  builder.discard();
});
