import { describe, expect, it } from 'vitest';
import { runs, squeezed, withoutNumber, words } from './words.ts';

describe('runs', () => {
  it.each([
    ['harbor-mcp', [['harbor'], ['mcp']]],
    ['QuaySide_mcp.server', [['quay', 'side'], ['mcp'], ['server']]],
    ['AWSTools', [['aws', 'tools']]],
    ['OpenAPIServer2', [['open', 'api', 'server2']]],
    ['n8n', [['n8n']]],
    ['auth0MCP', [['auth0', 'mcp']]],
    ['潮汐-tide', [['潮汐'], ['tide']]],
    ['tide\u200Bwater', [['tide\u200Bwater']]],
    ['---', []],
    ['', []],
  ])('"%s" is split at separators, then at capitals', (text, parts) => {
    expect(runs(text).map((run) => run.parts)).toEqual(parts);
  });

  it('keeps what was written beside what is compared', () => {
    expect(runs('GitHub')).toEqual([{ text: 'github', written: 'GitHub', parts: ['git', 'hub'] }]);
  });

  it('reads no further than 600 characters', () => {
    expect(runs('a-'.repeat(10_000))).toHaveLength(300);
  });
});

describe('words', () => {
  it.each([
    ['The official Tidewater server, v2.', ['the', 'official', 'tidewater', 'server', 'v2']],
    ['Un-official', ['un', 'official']],
    ['off\u200Bicial', ['official']],
    ['Tides — today’s, “charted”…', ['tides', 'today', 's', 'charted']],
    ['Reads tides – 潮汐 – daily', ['reads', 'tides', '潮汐', 'daily']],
    ['', []],
  ])('"%s" is a sentence of words', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

it.each([
  ['harbor2', 'harbor'],
  ['harbor', 'harbor'],
  ['2026', '2026'],
  ['', ''],
])('"%s" without its number is "%s"', (word, expected) => {
  expect(withoutNumber(word)).toBe(expected);
});

it.each([
  ['@Quay_Side/MCP.Server', 'quaysidemcpserver'],
  ['Münze_Tide\u200B', 'münzetide'],
  ['--', ''],
])('"%s" squeezed has neither separators nor case: "%s"', (name, expected) => {
  expect(squeezed(name)).toBe(expected);
});
