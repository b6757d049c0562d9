import { installedPlugins } from './claude-plugins.ts';
import { inHome, inProject, joined, variable } from './folders.ts';
import { nodeAt, serversAt, textsOf } from './parts.ts';
import type { ConfigNode, Machine, McpClient, ServerPart } from './port.ts';

/** The user's file has servers for every folder and, under `projects`, for single ones; a project shares its own in `.mcp.json`, and plugins bring theirs. */
export const claudeCode: McpClient = {
  id: 'claude-code',
  title: 'Claude Code',
  files: (machine) => [
    {
      path: userFile(machine),
      scope: 'user',
      parts: (root) => [...serversAt('mcpServers')(root), ...ofProjects(root)],
    },
    { path: inProject(machine, '.mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
    { path: managedFile(machine), scope: 'system', parts: serversAt('mcpServers') },
    installedPlugins(machine, variable(machine, 'CLAUDE_CONFIG_DIR') ?? inHome(machine, '.claude')),
  ],
};

function userFile(machine: Machine): string {
  const folder = variable(machine, 'CLAUDE_CONFIG_DIR');
  return folder === null ? inHome(machine, '.claude.json') : joined(machine, folder, '.claude.json');
}

function managedFile(machine: Machine): string {
  if (machine.platform === 'darwin') return '/Library/Application Support/ClaudeCode/managed-mcp.json';
  if (machine.platform === 'linux') return '/etc/claude-code/managed-mcp.json';
  return joined(machine, variable(machine, 'ProgramFiles') ?? 'C:\\Program Files', 'ClaudeCode', 'managed-mcp.json');
}

/** The servers of single folders. */
export function ofProjects(root: ConfigNode): readonly ServerPart[] {
  const projects = nodeAt(root, ['projects']);
  if (projects?.kind !== 'map') return [];
  return [...projects.entries].flatMap(([project, { node }]) => {
    const servers = nodeAt(node, ['mcpServers']);
    const disabled = new Set(textsOf(nodeAt(node, ['disabledMcpServers'])));
    return servers === null ? [] : [{ node: servers, project, disabled }];
  });
}
