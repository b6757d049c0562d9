import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrganisation } from './organisation.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-audit-feed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function osvRecord(id: string, fields: object = {}): object {
  const affected = [{ package: { ecosystem: 'npm', name: '@tidewater/harbor-mcp' }, versions: ['1.0.16'] }];
  return { id, modified: '2026-05-02T08:00:00Z', affected, ...fields };
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("an organisation's own records", () => {
  test.each<[string, () => string]>([
    ['a file with one record', () => write('own.json', JSON.stringify(osvRecord('tidewater-1')))],
    ['a file with a list of them', () => write('own.json', JSON.stringify([osvRecord('tidewater-1')]))],
    ['a file with a record a line', () => write('own.ndjson', `${JSON.stringify(osvRecord('tidewater-1'))}\n\n`)],
    [
      'a folder of them',
      () => {
        mkdirSync(join(folder, 'npm', '@tidewater'), { recursive: true });
        write('npm/@tidewater/tidewater-1.json', JSON.stringify(osvRecord('tidewater-1')));
        write('README.md', 'not a record');
        return folder;
      },
    ],
  ])('are read from %s', (_what, place) => {
    const feed = readOrganisation(place());
    expect(feed.naming('npm', '@tidewater/harbor-mcp').map(({ id }) => id)).toEqual(['tidewater-1']);
    expect(feed.head).toMatchObject({
      origin: 'organisation',
      date: '2026-05-02',
      counts: { records: 1, withdrawn: 0, refused: 0 },
    });
  });

  test('are as old as the newest of them', () => {
    const records = [
      osvRecord('tidewater-1'),
      osvRecord('tidewater-2', { modified: '2026-06-10T23:00:00Z' }),
      osvRecord('tidewater-3'),
    ];
    expect(readOrganisation(write('own.json', JSON.stringify(records))).head.date).toBe('2026-06-10');
  });

  test('that are refused are counted by reason, and cost the others nothing', () => {
    const lines = [
      JSON.stringify(osvRecord('tidewater-1')),
      '{"id":',
      '{"id":"tidewater-2"}',
      '{"id":"tidewater-3"}',
      '7',
    ];
    const { head } = readOrganisation(write('own.jsonl', lines.join('\n')));
    expect(head.counts).toEqual({ records: 1, withdrawn: 0, refused: 4 });
    expect(Object.values(head.sources[0]?.refused ?? {}).toSorted((a, b) => a - b)).toEqual([1, 1, 2]);
  });

  test.each<[string, () => string, string]>([
    ['a place where nothing is', () => join(folder, 'nowhere'), 'NOT_FOUND'],
    ['an empty folder', () => folder, 'DAMAGED'],
    ['a file of something else', () => write('own.json', '<html>'), 'DAMAGED'],
  ])('%s is said, not passed over', (_what, place, code) => {
    expect(() => readOrganisation(place())).toThrow(expect.objectContaining({ code }));
  });

  test('behind links are not read', () => {
    const outside = mkdtempSync(join(tmpdir(), 'registry-audit-outside-'));
    writeFileSync(join(outside, 'other.json'), JSON.stringify(osvRecord('other-1')));
    write('own.json', JSON.stringify(osvRecord('tidewater-1')));
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'other.json'), join(folder, 'linked.json'));
    expect(readOrganisation(folder).head.counts.records).toBe(1);
    rmSync(outside, { recursive: true });
  });
});
