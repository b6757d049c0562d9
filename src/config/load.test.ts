import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from './load.ts';
import { NO_CONFIG } from './schema.ts';

function folder(files: Readonly<Record<string, string>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'registry-audit-config-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  mkdirSync(join(made, 'work', 'deep'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

const RULE = { namespace: 'io.github.tidewater', reason: 'ours' };

describe('a configuration', () => {
  test.each([
    [
      'registry-audit.config.json',
      '{ "snapshots": "data", "allow": [{ "namespace": "io.github.tidewater", "reason": "ours" }] }',
    ],
    [
      'registry-audit.config.jsonc',
      '// ours\n{ "snapshots": "data", "allow": [{ "namespace": "io.github.tidewater", "reason": "ours", }], }',
    ],
    ['registry-audit.config.yaml', 'snapshots: data\nallow:\n  - namespace: io.github.tidewater\n    reason: ours\n'],
    ['registry-audit.config.yml', '\uFEFFsnapshots: data\nallow: [{ namespace: io.github.tidewater, reason: ours }]\n'],
    [
      'registry-audit.config.toml',
      'snapshots = "data"\n[[allow]]\nnamespace = "io.github.tidewater"\nreason = "ours"\n',
    ],
  ])('is read from %s, from any folder below', async (name, text) => {
    const home = folder({ [name]: text });
    expect(await loadConfig(join(home, 'work', 'deep'))).toEqual({
      ...NO_CONFIG,
      file: join(home, name),
      snapshots: join(home, 'data'),
      allow: [RULE],
    });
  });

  test('of the nearest folder counts, and one that is named before all', async () => {
    const home = folder({
      'registry-audit.config.json': '{}',
      'work/registry-audit.config.toml': '',
      'other.yaml': 'block: [{ host: "*.invalid" }]',
    });
    expect((await loadConfig(join(home, 'work', 'deep'))).file).toBe(join(home, 'work', 'registry-audit.config.toml'));
    expect((await loadConfig(join(home, 'work'), '../other.yaml')).block).toEqual([{ host: '*.invalid' }]);
  });

  test('is not needed', async () => {
    expect((await loadConfig(folder())).allow).toEqual([]);
  });
});

describe('what cannot be followed is refused by line and key', () => {
  test.each([
    ['json', '{\n  "alow": []\n}', /line 2, alow: no such key/],
    ['json', '{\n  "allow": [\n    { "name": 7 }\n  ]\n}', /line 3, allow\[0\]\.name: .*expected string/],
    ['json', '{\n  "block": [\n    { "reason": "why" }\n  ]\n}', /line 3, block\[0\]: a rule needs at least one of/],
    ['json', '{\n  "allow": [\n}', /line 3: /],
    ['json', '', /it is empty|line 1/],
    ['json', '[]', /line 1, the whole file: /],
    ['yaml', 'allow:\n  - name: a/*\n    hosts: b\n', /line 3, allow\[0\]\.hosts: no such key/],
    ['yaml', 'allow:\n  - name: [\n', /line \d: /],
    ['yaml', 'allow: &a\n  - *a\n', /cannot be read|line/],
    [
      'toml',
      'snapshots = "a"\n[[allow]]\nname = "a/*"\n[[allow]]\nreason = "x"\nnme = "b"\n',
      /line 6, allow\[1\]\.nme: no such key/,
    ],
    ['toml', 'snapshots = 3\n', /line 1, snapshots: /],
    ['toml', 'snapshots = \n', /line 1: /],
    ['json', '{ "cache": "redis://cache.invalid" }', /line 1: cache is an address/],
    ['json', '{\n "__proto__": {}\n}', /line 2, __proto__: no such key/],
    ['json', '['.repeat(200_000), /cannot be read|line/],
    ['yaml', '['.repeat(20_000), /cannot be read|line/],
    ['toml', `allow = ${'['.repeat(200_000)}`, /cannot be read|line/],
  ])('%s %#', async (ending, text, said) => {
    const home = folder({ [`registry-audit.config.${ending}`]: text });
    await expect(loadConfig(home)).rejects.toThrow(said);
  });

  test('two in one folder are one too many', async () => {
    const home = folder({ 'registry-audit.config.json': '{}', 'registry-audit.config.yaml': '' });
    await expect(loadConfig(home)).rejects.toThrow(/two configurations/);
  });

  test.each([
    ['missing.json', /There is no file/],
    ['work', /is none of|is no file/],
    ['notes.txt', /is none of \.json, \.jsonc, \.yaml, \.yml, \.toml/],
  ])('%s', async (name, said) => {
    await expect(loadConfig(folder({ 'notes.txt': 'x' }), name)).rejects.toThrow(said);
    await expect(loadConfig(folder({ 'notes.txt': 'x' }), join(folder({ 'notes.txt': 'x' }), name))).rejects.toThrow(
      said,
    );
  });
});
