import { expect, test } from 'vitest';
import seedFile from './data/seed.json' with { type: 'json' };
import { intelIndex } from './intel-index.ts';
import { readSeed } from './seed.ts';

const seed = readSeed();
const index = intelIndex([seed]);
const stands = (ecosystem: string, name: string, version: string | null) =>
  index
    .find({ ecosystem, name, version })
    .map(({ record, standing, doubt }) => [record.id, standing.stands, doubt?.kind]);

test('the seed says what it is, of when, and how much of it there is', () => {
  expect(seed.head).toMatchObject({ origin: 'seed', schemaVersion: 1 });
  expect(seed.head.title).toContain('Seed');
  expect(seed.head.sources.every(({ complete }) => !complete)).toBe(true);
  expect(seed.head.counts.records).toBe(seedFile.records.length);
  expect([...seed.all()]).toHaveLength(seedFile.records.length);
});

test('all of its records are read, each once, in the order of their ids', () => {
  const ids = seedFile.records.map(({ id }) => id);
  expect([...seed.all()].map(({ id }) => id)).toEqual(ids);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test.each<[string, string, string | null, unknown[]]>([
  ['npm', 'postmark-mcp', '1.0.16', [['MAL-2025-47604', 'listed', undefined]]],
  ['npm', 'postmark-mcp', '1.0.15', [['MAL-2025-47604', 'elsewhere', undefined]]],
  ['npm', '@lanyer640/mcp-runcommand-server', '1.0.5', [['MAL-2025-47838', 'elsewhere', undefined]]],
  ['npm', '@lanyer640/mcp-runcommand-server', '1.0.6', [['MAL-2025-47838', 'listed', undefined]]],
  ['npm', 'mcp-runcommand-server', '1.0.6', []],
  ['pypi', 'mcp_runcommand_server', null, [['SEED-pypi-mcp-runcommand-server', 'listed', undefined]]],
  ['npm', 'agenthub-multiagent-mcp', '1.57.0', [['MAL-2026-13399', 'undetermined', 'disputed']]],
  ['npm', '@modelcontextprotocol/server-filesystem', '2026.1.14', []],
])('%s %s %s stands in the seed as %j', (ecosystem, name, version, found) => {
  expect(stands(ecosystem, name, version)).toEqual(found);
});

test('nothing of it was known before its day where nobody says when it was published', () => {
  const { date } = seed.head;
  const before = intelIndex([seed], { publishedBefore: date });
  expect(before.find({ ecosystem: 'npm', name: '@browserbasehq/mcp', version: '2.1.1' })).toEqual([]);
  expect(before.find({ ecosystem: 'npm', name: 'postmark-mcp', version: '1.0.16' })).toHaveLength(1);
});
