import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { configuredAt, configuredIn } from './configured.ts';
import { mcpClients } from './index.ts';
import type { Configured } from './port.ts';

const HARBOR = '{"mcpServers":{"harbor":{"command":"npx","args":["harbor-mcp"]}}}';

function home(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function found(folder: string): Configured {
  const machine = { platform: 'linux', home: folder, project: join(folder, 'quay'), variables: {} } as const;
  return configuredIn(
    machine,
    mcpClients.filter(({ files }) => files(machine).length > 0),
  );
}

function present({ files }: Configured) {
  return files
    .filter(({ outcome }) => outcome !== 'absent')
    .map(({ client, outcome, servers, problems }) => [client, outcome, servers, problems[0]?.message ?? '']);
}

test('every client of a machine is read, and one broken file stops none', () => {
  const folder = home({
    '.cursor/mcp.json': HARBOR,
    '.codex/config.toml': 'broken = [',
    '.config/goose/config.yaml': 'extensions:\n  ferry:\n    cmd: uvx\n    args: [ferry-times]\n',
    'quay/.mcp.json': HARBOR,
  });
  const configured = found(folder);
  expect(configured.servers.map(({ client, name, scope }) => `${client} ${name} ${scope}`)).toEqual([
    'claude-code harbor project',
    'cursor harbor user',
    'goose ferry user',
  ]);
  expect(present(configured).map(([client, outcome]) => `${String(client)} ${String(outcome)}`)).toEqual([
    'claude-code read',
    'cursor read',
    'codex partly',
    'goose read',
  ]);
});

test('a link is followed; a folder, a circle of links and a huge file say why they were not read', () => {
  const folder = home({ 'settings.json': HARBOR, '.lmstudio/mcp.json': '', '.kiro/settings/mcp.json/x': '' });
  mkdirSync(join(folder, '.cursor'));
  symlinkSync(join(folder, 'settings.json'), join(folder, '.cursor/mcp.json'));
  mkdirSync(join(folder, '.aws/amazonq'), { recursive: true });
  symlinkSync('mcp.json', join(folder, '.aws/amazonq/mcp.json'));
  truncateSync(join(folder, '.lmstudio/mcp.json'), 40_000_000);
  expect(present(found(folder))).toEqual([
    ['cursor', 'read', 1, ''],
    ['lm-studio', 'unread', 0, 'it has 40000000 bytes; at most 32000000 are read'],
    ['amazon-q', 'unread', 0, 'its links lead in a circle'],
  ]);
});

test('a folder of settings is read file by file', () => {
  const folder = home({
    'quay/.continue/mcpServers/harbor.yaml':
      'mcpServers:\n  - name: harbor\n    command: npx\n    args: [harbor-mcp]\n',
    'quay/.continue/mcpServers/tides.json': HARBOR,
    'quay/.continue/mcpServers/notes.txt': 'nothing',
  });
  expect(found(folder).servers.map(({ file }) => file.slice(folder.length))).toEqual([
    '/quay/.continue/mcpServers/harbor.yaml',
    '/quay/.continue/mcpServers/tides.json',
  ]);
});

test('a file that may not be read says so', () => {
  if (process.getuid?.() === 0) return;
  const folder = home({ '.cursor/mcp.json': HARBOR });
  chmodSync(join(folder, '.cursor/mcp.json'), 0o000);
  expect(present(found(folder))).toEqual([['cursor', 'unread', 0, 'not allowed to read it']]);
});

test('UTF-16 and a byte order mark are understood', () => {
  const folder = home({
    '.cursor/mcp.json': Buffer.from(`\uFEFF${HARBOR}`, 'utf16le'),
    '.lmstudio/mcp.json': Buffer.from(`\uFEFF${HARBOR}`, 'utf8'),
  });
  expect(found(folder).servers.map(({ client }) => client)).toEqual(['cursor', 'lm-studio']);
});

test.each([
  ['mcp.json', '{"servers":{"harbor":{"command":"npx","args":["harbor-mcp"]}}}'],
  ['config.toml', '[mcp_servers.harbor]\ncommand = "npx"\nargs = ["harbor-mcp"]\n'],
  ['config.yaml', 'extensions:\n  harbor:\n    cmd: npx\n    args: [harbor-mcp]\n'],
  ['opencode.json', '{"mcp":{"harbor":{"type":"local","command":["npx","harbor-mcp"]}}}'],
  ['.claude.json', '{"projects":{"/work/quay":{"mcpServers":{"harbor":{"command":"npx","args":["harbor-mcp"]}}}}}'],
])('a file that is named is understood whichever client it is of: %s', (name, text) => {
  const folder = home({ [name]: text });
  expect(configuredAt(join(folder, name), null).servers.map(({ resolution }) => resolution)).toEqual([
    { kind: 'package', ecosystem: 'npm', name: 'harbor-mcp', pinning: 'floating', wanted: null, runner: 'npx' },
  ]);
});
