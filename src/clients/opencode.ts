import { inHome, inProject, joined, variable } from './folders.ts';
import { serversAt, serversAtOrRoot } from './parts.ts';
import type { ClientFile, Machine, McpClient } from './port.ts';

const NAMES = ['opencode.json', 'opencode.jsonc'];

/** A server's command is a list whose first item is the program. `.agents/mcp.json` is a map of servers without a key around it. */
export const opencode: McpClient = {
  id: 'opencode',
  title: 'OpenCode',
  files: (machine) => [
    ...NAMES.map((name) => settings(inHome(machine, '.config', 'opencode', name), 'user')),
    ...[variable(machine, 'OPENCODE_CONFIG')].flatMap((path) => (path === null ? [] : [settings(path, 'user')])),
    ...NAMES.map((name) => settings(inProject(machine, name), 'project')),
    ...NAMES.map((name) => settings(joined(machine, managedFolder(machine), name), 'system')),
    { path: inHome(machine, '.agents', 'mcp.json'), scope: 'user', parts: serversAtOrRoot('mcpServers') },
    { path: inProject(machine, '.agents', 'mcp.json'), scope: 'project', parts: serversAtOrRoot('mcpServers') },
  ],
};

function settings(path: string, scope: ClientFile['scope']): ClientFile {
  return { path, scope, parts: serversAt('mcp') };
}

function managedFolder(machine: Machine): string {
  if (machine.platform === 'darwin') return '/Library/Application Support/opencode';
  if (machine.platform === 'linux') return '/etc/opencode';
  return joined(machine, variable(machine, 'ProgramData') ?? 'C:\\ProgramData', 'opencode');
}
