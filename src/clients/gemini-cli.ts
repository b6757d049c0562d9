import { inHome, inProject, joined, variable } from './folders.ts';
import { nodeAt, serversAt, textOf, textsOf } from './parts.ts';
import type { ConfigNode, Machine, McpClient, ServerPart } from './port.ts';

const MANIFEST = 'gemini-extension.json';

/** Settings of the user, the project and the machine, and of each extension its manifest. */
export const geminiCli: McpClient = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  files: (machine) => [
    { path: inHome(machine, '.gemini', 'settings.json'), scope: 'user', parts },
    { path: inProject(machine, '.gemini', 'settings.json'), scope: 'project', parts },
    { path: systemFile(machine, 'GEMINI_CLI_SYSTEM_SETTINGS_PATH', 'settings.json'), scope: 'system', parts },
    { path: systemFile(machine, 'GEMINI_CLI_SYSTEM_DEFAULTS_PATH', 'system-defaults.json'), scope: 'system', parts },
    {
      path: inHome(machine, '.gemini', 'extensions'),
      inEach: MANIFEST,
      scope: 'user',
      parts: serversAt('mcpServers'),
    },
    {
      path: inProject(machine, '.gemini', 'extensions'),
      inEach: MANIFEST,
      scope: 'project',
      parts: serversAt('mcpServers'),
    },
  ],
};

/** `mcp.excluded` switches servers off by name, and `mcp.allowed` all but those it names; `mcp.serverCommand` is one more server. */
function parts(root: ConfigNode): readonly ServerPart[] {
  const node = nodeAt(root, ['mcpServers']);
  return [...(node === null ? [] : [{ node, project: null, disabled: switchedOff(root, node) }]), ...ofCommand(root)];
}

function switchedOff(root: ConfigNode, servers: ConfigNode): ReadonlySet<string> {
  const excluded = textsOf(nodeAt(root, ['mcp', 'excluded']));
  const allowed = nodeAt(root, ['mcp', 'allowed']);
  if (allowed?.kind !== 'list' || servers.kind !== 'map') return new Set(excluded);
  const kept = new Set(textsOf(allowed));
  return new Set([...excluded, ...[...servers.entries.keys()].filter((name) => !kept.has(name))]);
}

function ofCommand(root: ConfigNode): readonly ServerPart[] {
  const command = nodeAt(root, ['mcp', 'serverCommand']);
  if (textOf(command) === null || command === null) return [];
  const { offset } = command;
  const server: ConfigNode = { kind: 'map', offset, entries: new Map([['command', { offset, node: command }]]) };
  return [
    {
      node: { kind: 'map', offset, entries: new Map([['mcp.serverCommand', { offset, node: server }]]) },
      project: null,
    },
  ];
}

function systemFile(machine: Machine, named: string, file: string): string {
  const path = variable(machine, named);
  if (path !== null) return path;
  if (machine.platform === 'darwin') return `/Library/Application Support/GeminiCli/${file}`;
  if (machine.platform === 'linux') return `/etc/gemini-cli/${file}`;
  return joined(machine, variable(machine, 'ProgramData') ?? 'C:\\ProgramData', 'gemini-cli', file);
}
