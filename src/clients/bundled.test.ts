import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { configuredIn } from './configured.ts';
import { mcpClients } from './index.ts';
import type { Configured, Machine } from './port.ts';
import { runsText } from './resolution.ts';

const HARBOR = { command: 'npx', args: ['harbor-mcp'] };

function home(files: (folder: string) => Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files(folder))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  }
  return folder;
}

function found(folder: string, platform: Machine['platform'] = 'linux'): Configured {
  return configuredIn({ platform, home: folder, project: join(folder, 'quay'), variables: {} }, mcpClients);
}

function said({ servers }: Configured, folder: string): readonly string[] {
  return servers.map(
    ({ client, name, file, resolution }) =>
      `${client} ${name} ${runsText(resolution)} of ${file.slice(folder.length + 1)}`,
  );
}

test('extensions of Gemini CLI are read, each by its manifest', () => {
  const folder = home(() => ({
    '.gemini/extensions/tide-tables/gemini-extension.json': {
      name: 'tide-tables',
      version: '1.0.0',
      mcpServers: { tides: { command: 'node', args: ['${extensionPath}${/}dist${/}server.js'] }, harbor: HARBOR },
    },
    '.gemini/extensions/plain/gemini-extension.json': { name: 'plain', version: '1.0.0', contextFileName: 'GEMINI.md' },
    '.gemini/extensions/extension-enablement.json': {},
  }));
  const extension = '.gemini/extensions/tide-tables/gemini-extension.json';
  expect(said(found(folder), folder)).toEqual([
    `gemini-cli tides \${extensionPath}\${/}dist\${/}server.js of ${extension}`,
    `gemini-cli harbor npm:harbor-mcp of ${extension}`,
  ]);
});

test('a bundle of Claude Desktop starts what its manifest says, on each platform its own', () => {
  const bundle = {
    manifest_version: '0.2',
    name: 'harbor-bundle',
    version: '1.2.0',
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: {
        command: 'node',
        args: ['${__dirname}/server/index.js'],
        env: { TIDE_TOKEN: '${user_config.token}' },
        platform_overrides: { darwin: { command: 'uvx', args: ['ferry-times==1.2.3'], env: { TIDE_ZONE: 'west' } } },
      },
    },
  };
  const folder = home(() => ({
    '.config/Claude/Claude Extensions/local.quay.harbor/manifest.json': bundle,
    'Library/Application Support/Claude/Claude Extensions/local.quay.harbor/manifest.json': bundle,
    '.config/Claude/Claude Extensions/local.quay.odd/manifest.json': { name: 'odd', server: { mcp_config: 'npx' } },
  }));
  const [linux] = found(folder).servers;
  const [macos] = found(folder, 'darwin').servers;
  expect([linux?.name, linux?.resolution]).toEqual([
    'harbor-bundle',
    { kind: 'local', path: '${__dirname}/server/index.js' },
  ]);
  expect(macos?.resolution).toMatchObject({ name: 'ferry-times', wanted: '1.2.3' });
  expect(macos?.launch?.environment.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'TIDE_TOKEN reference',
    'TIDE_ZONE literal',
  ]);
});

test('plugins of Claude Code are followed from the list of those that are installed', () => {
  const folder = home((root) => ({
    '.claude/plugins/installed_plugins.json': {
      version: 2,
      plugins: {
        'harbor@quayside': [{ scope: 'user', installPath: join(root, 'cache/harbor/1.0.0'), version: '1.0.0' }],
        'tides@quayside': [
          { scope: 'project', installPath: join(root, 'cache/tides'), projectPath: '/work/quay', version: '2.0.0' },
        ],
        'older@quayside': { installPath: join(root, 'cache/older') },
        'gone@quayside': [{ installPath: join(root, 'cache/gone') }],
        'odd@quayside': [{ installPath: 7 }, null, 'x'],
      },
    },
    'cache/harbor/1.0.0/.mcp.json': { harbor: HARBOR },
    'cache/harbor/1.0.0/.claude-plugin/plugin.json': { name: 'harbor' },
    'cache/tides/.claude-plugin/plugin.json': {
      name: 'tides',
      mcpServers: [{ inline: HARBOR }, './servers/more.json', '../../secrets.json', '/etc/other.json', './notes.txt'],
    },
    'cache/tides/servers/more.json': { mcpServers: { more: { command: '${CLAUDE_PLUGIN_ROOT}/bin/more' } } },
    'secrets.json': { outside: HARBOR },
    'cache/older/.mcp.json': { mcpServers: { older: HARBOR } },
  }));
  const configured = found(folder);
  expect(said(configured, folder)).toEqual([
    'claude-code harbor npm:harbor-mcp of cache/harbor/1.0.0/.mcp.json',
    'claude-code inline npm:harbor-mcp of cache/tides/.claude-plugin/plugin.json',
    'claude-code more ${CLAUDE_PLUGIN_ROOT}/bin/more of cache/tides/servers/more.json',
    'claude-code older npm:harbor-mcp of cache/older/.mcp.json',
  ]);
  expect(configured.servers.map(({ project }) => project)).toEqual([null, '/work/quay', '/work/quay', null]);
  expect(configured.files.filter(({ outcome }) => outcome === 'partly')).toEqual([]);
});

test('a manifest that names itself, or a circle of links, ends', () => {
  const folder = home((root) => ({
    '.claude/plugins/installed_plugins.json': { plugins: { a: [{ installPath: join(root, 'a') }] } },
    'a/.claude-plugin/plugin.json': { mcpServers: ['./.claude-plugin/plugin.json', './.mcp.json'] },
    'a/.mcp.json': { harbor: HARBOR },
    '.gemini/extensions/x/gemini-extension.json': { mcpServers: { tides: HARBOR } },
  }));
  symlinkSync('.', join(folder, '.gemini/extensions/circle'));
  expect(found(folder).servers.map(({ name }) => name)).toEqual(['harbor', 'tides']);
});

test('a link of a plugin that leads out of its folder is not followed, and one that stays is', () => {
  const folder = home((root) => ({
    '.claude/plugins/installed_plugins.json': {
      plugins: { a: [{ installPath: join(root, 'a') }], b: [{ installPath: join(root, 'b') }] },
    },
    'outside.json': { outside: HARBOR },
    'a/.claude-plugin/plugin.json': {},
    'b/servers.json': { inside: HARBOR },
  }));
  symlinkSync('../outside.json', join(folder, 'a/.mcp.json'));
  symlinkSync('servers.json', join(folder, 'b/.mcp.json'));
  const { servers, files } = found(folder);
  expect(servers.map(({ name }) => name)).toEqual(['inside']);
  expect(files.find(({ outcome }) => outcome === 'unread')?.problems).toEqual([
    { place: null, message: 'it is a link that leads out of its folder' },
  ]);
});

test('a file that two clients read is read once, as of the first', () => {
  const folder = home(() => ({ 'quay/.mcp.json': { mcpServers: { harbor: HARBOR } } }));
  expect(said(found(folder), folder)).toEqual(['claude-code harbor npm:harbor-mcp of quay/.mcp.json']);
  const machine = { platform: 'linux', home: folder, project: join(folder, 'quay'), variables: {} } as const;
  const copilot = mcpClients.filter(({ id }) => id === 'copilot-cli');
  expect(said(configuredIn(machine, copilot), folder)).toEqual(['copilot-cli harbor npm:harbor-mcp of quay/.mcp.json']);
});
