import { expect, test } from 'vitest';
import { mcpClients } from './index.ts';
import type { Machine } from './port.ts';

const LINUX: Machine = { platform: 'linux', home: '/home/tide', project: '/work/quay', variables: {} };
const MACOS: Machine = { platform: 'darwin', home: '/Users/tide', project: '/work/quay', variables: {} };
const WINDOWS: Machine = {
  platform: 'win32',
  home: 'C:\\Users\\tide',
  project: 'D:\\quay',
  variables: { APPDATA: 'C:\\Users\\tide\\AppData\\Roaming', LOCALAPPDATA: 'C:\\Users\\tide\\AppData\\Local' },
};

function paths(id: string, machine: Machine): readonly string[] {
  const client = mcpClients.find((each) => each.id === id);
  return client?.files(machine).map(({ path }) => path) ?? [];
}

const MAC_DATA = '/Users/tide/Library/Application Support';
const ROAMING = 'C:\\Users\\tide\\AppData\\Roaming';

test.each([
  [
    'claude-desktop',
    '/home/tide/.config/Claude/claude_desktop_config.json',
    `${MAC_DATA}/Claude/claude_desktop_config.json`,
    `${ROAMING}\\Claude\\claude_desktop_config.json`,
  ],
  ['claude-code', '/home/tide/.claude.json', '/Users/tide/.claude.json', 'C:\\Users\\tide\\.claude.json'],
  ['claude-code', '/work/quay/.mcp.json', '/work/quay/.mcp.json', 'D:\\quay\\.mcp.json'],
  [
    'claude-code',
    '/etc/claude-code/managed-mcp.json',
    '/Library/Application Support/ClaudeCode/managed-mcp.json',
    'C:\\Program Files\\ClaudeCode\\managed-mcp.json',
  ],
  ['cursor', '/home/tide/.cursor/mcp.json', '/Users/tide/.cursor/mcp.json', 'C:\\Users\\tide\\.cursor\\mcp.json'],
  ['cursor', '/work/quay/.cursor/mcp.json', '/work/quay/.cursor/mcp.json', 'D:\\quay\\.cursor\\mcp.json'],
  [
    'vscode',
    '/home/tide/.config/Code/User/mcp.json',
    `${MAC_DATA}/Code/User/mcp.json`,
    `${ROAMING}\\Code\\User\\mcp.json`,
  ],
  ['vscode', '/work/quay/.vscode/mcp.json', '/work/quay/.vscode/mcp.json', 'D:\\quay\\.vscode\\mcp.json'],
  [
    'windsurf',
    '/home/tide/.codeium/windsurf/mcp_config.json',
    '/Users/tide/.codeium/windsurf/mcp_config.json',
    'C:\\Users\\tide\\.codeium\\windsurf\\mcp_config.json',
  ],
  [
    'zed',
    '/home/tide/.config/zed/settings.json',
    '/Users/tide/.config/zed/settings.json',
    `${ROAMING}\\Zed\\settings.json`,
  ],
  [
    'cline',
    '/home/tide/.config/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json',
    `${MAC_DATA}/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json`,
    `${ROAMING}\\Code\\User\\globalStorage\\saoudrizwan.claude-dev\\settings\\cline_mcp_settings.json`,
  ],
  [
    'roo-code',
    '/home/tide/.config/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json',
    `${MAC_DATA}/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json`,
    `${ROAMING}\\Code\\User\\globalStorage\\rooveterinaryinc.roo-cline\\settings\\mcp_settings.json`,
  ],
  [
    'gemini-cli',
    '/home/tide/.gemini/settings.json',
    '/Users/tide/.gemini/settings.json',
    'C:\\Users\\tide\\.gemini\\settings.json',
  ],
  ['codex', '/home/tide/.codex/config.toml', '/Users/tide/.codex/config.toml', 'C:\\Users\\tide\\.codex\\config.toml'],
  [
    'goose',
    '/home/tide/.config/goose/config.yaml',
    '/Users/tide/.config/goose/config.yaml',
    `${ROAMING}\\Block\\goose\\config\\config.yaml`,
  ],
  [
    'continue',
    '/home/tide/.continue/config.yaml',
    '/Users/tide/.continue/config.yaml',
    'C:\\Users\\tide\\.continue\\config.yaml',
  ],
  [
    'lm-studio',
    '/home/tide/.lmstudio/mcp.json',
    '/Users/tide/.lmstudio/mcp.json',
    'C:\\Users\\tide\\.lmstudio\\mcp.json',
  ],
  [
    'opencode',
    '/home/tide/.config/opencode/opencode.json',
    '/Users/tide/.config/opencode/opencode.json',
    'C:\\Users\\tide\\.config\\opencode\\opencode.json',
  ],
  [
    'copilot-cli',
    '/home/tide/.copilot/mcp-config.json',
    '/Users/tide/.copilot/mcp-config.json',
    'C:\\Users\\tide\\.copilot\\mcp-config.json',
  ],
  [
    'kiro',
    '/home/tide/.kiro/settings/mcp.json',
    '/Users/tide/.kiro/settings/mcp.json',
    'C:\\Users\\tide\\.kiro\\settings\\mcp.json',
  ],
  [
    'amazon-q',
    '/home/tide/.aws/amazonq/mcp.json',
    '/Users/tide/.aws/amazonq/mcp.json',
    'C:\\Users\\tide\\.aws\\amazonq\\mcp.json',
  ],
  [
    'claude-desktop',
    '/home/tide/.config/Claude/Claude Extensions',
    `${MAC_DATA}/Claude/Claude Extensions`,
    `${ROAMING}\\Claude\\Claude Extensions`,
  ],
  [
    'claude-code',
    '/home/tide/.claude/plugins/installed_plugins.json',
    '/Users/tide/.claude/plugins/installed_plugins.json',
    'C:\\Users\\tide\\.claude\\plugins\\installed_plugins.json',
  ],
  [
    'vscode',
    '/home/tide/.config/Code/User/profiles',
    `${MAC_DATA}/Code/User/profiles`,
    `${ROAMING}\\Code\\User\\profiles`,
  ],
  [
    'cline',
    '/home/tide/.cline/data/settings/cline_mcp_settings.json',
    '/Users/tide/.cline/data/settings/cline_mcp_settings.json',
    'C:\\Users\\tide\\.cline\\data\\settings\\cline_mcp_settings.json',
  ],
  [
    'roo-code',
    '/home/tide/.config/Cursor/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json',
    `${MAC_DATA}/Cursor/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json`,
    `${ROAMING}\\Cursor\\User\\globalStorage\\rooveterinaryinc.roo-cline\\settings\\mcp_settings.json`,
  ],
  ['roo-code', '/work/quay/.roo/mcp.json', '/work/quay/.roo/mcp.json', 'D:\\quay\\.roo\\mcp.json'],
  [
    'kilo-code',
    '/home/tide/.kilocode/cli/global/settings/mcp_settings.json',
    '/Users/tide/.kilocode/cli/global/settings/mcp_settings.json',
    'C:\\Users\\tide\\.kilocode\\cli\\global\\settings\\mcp_settings.json',
  ],
  [
    'gemini-cli',
    '/etc/gemini-cli/system-defaults.json',
    '/Library/Application Support/GeminiCli/system-defaults.json',
    'C:\\ProgramData\\gemini-cli\\system-defaults.json',
  ],
  [
    'gemini-cli',
    '/home/tide/.gemini/extensions',
    '/Users/tide/.gemini/extensions',
    'C:\\Users\\tide\\.gemini\\extensions',
  ],
  [
    'antigravity',
    '/home/tide/.gemini/config/mcp_config.json',
    '/Users/tide/.gemini/config/mcp_config.json',
    'C:\\Users\\tide\\.gemini\\config\\mcp_config.json',
  ],
  [
    'lm-studio',
    '/home/tide/.cache/lm-studio/mcp.json',
    '/Users/tide/.cache/lm-studio/mcp.json',
    'C:\\Users\\tide\\.cache\\lm-studio\\mcp.json',
  ],
  [
    'opencode',
    '/etc/opencode/opencode.jsonc',
    '/Library/Application Support/opencode/opencode.jsonc',
    'C:\\ProgramData\\opencode\\opencode.jsonc',
  ],
  [
    'crush',
    '/home/tide/.config/crush/crush.json',
    '/Users/tide/.config/crush/crush.json',
    'C:\\Users\\tide\\AppData\\Local\\crush\\crush.json',
  ],
  ['copilot-cli', '/work/quay/.github/mcp.json', '/work/quay/.github/mcp.json', 'D:\\quay\\.github\\mcp.json'],
  ['kiro', '/work/quay/.kiro/agents', '/work/quay/.kiro/agents', 'D:\\quay\\.kiro\\agents'],
  [
    'amazon-q',
    '/home/tide/.aws/amazonq/cli-agents',
    '/Users/tide/.aws/amazonq/cli-agents',
    'C:\\Users\\tide\\.aws\\amazonq\\cli-agents',
  ],
  ['amazon-q', '/work/quay/.amazonq/agents', '/work/quay/.amazonq/agents', 'D:\\quay\\.amazonq\\agents'],
])('%s keeps servers in %s, on macOS in %s, on Windows in %s', (id, linux, macos, windows) => {
  expect(paths(id, LINUX)).toContain(linux);
  expect(paths(id, MACOS)).toContain(macos);
  expect(paths(id, WINDOWS)).toContain(windows);
});

test.each([
  ['claude-code', { CLAUDE_CONFIG_DIR: '/srv/claude' }, '/srv/claude/.claude.json'],
  ['codex', { CODEX_HOME: '/srv/codex' }, '/srv/codex/config.toml'],
  ['goose', { XDG_CONFIG_HOME: '/srv/config' }, '/srv/config/goose/config.yaml'],
  ['claude-code', { CLAUDE_CONFIG_DIR: '/srv/claude' }, '/srv/claude/plugins/installed_plugins.json'],
  ['cline', { CLINE_MCP_SETTINGS_PATH: '/srv/cline.json' }, '/srv/cline.json'],
  ['gemini-cli', { GEMINI_CLI_SYSTEM_SETTINGS_PATH: '/srv/gemini.json' }, '/srv/gemini.json'],
  ['opencode', { OPENCODE_CONFIG: '/srv/opencode.json' }, '/srv/opencode.json'],
  ['copilot-cli', { COPILOT_HOME: '/srv/copilot' }, '/srv/copilot/mcp-config.json'],
])('%s is followed to where %j puts it', (id, variables, path) => {
  expect(paths(id, { ...LINUX, variables })).toContain(path);
});

test('Claude Desktop from the Windows store has a folder of its own', () => {
  expect(paths('claude-desktop', WINDOWS)).toContain(
    'C:\\Users\\tide\\AppData\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude\\claude_desktop_config.json',
  );
});

test('no two clients have one id, and every path is absolute', () => {
  expect(new Set(mcpClients.map(({ id }) => id)).size).toBe(mcpClients.length);
  for (const client of mcpClients) {
    for (const { path } of client.files(LINUX)) expect(path).toMatch(/^\//);
    for (const { path } of client.files(WINDOWS)) expect(path).toMatch(/^[CD]:\\/);
  }
});
