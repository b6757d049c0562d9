import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const kiro: McpClient = {
  id: 'kiro',
  title: 'Kiro',
  files: (machine) => [
    { path: inHome(machine, '.kiro', 'settings', 'mcp.json'), scope: 'user', parts: serversAt('mcpServers') },
    { path: inProject(machine, '.kiro', 'settings', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
