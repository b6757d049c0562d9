import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const cursor: McpClient = {
  id: 'cursor',
  title: 'Cursor',
  files: (machine) => [
    { path: inHome(machine, '.cursor', 'mcp.json'), scope: 'user', parts: serversAt('mcpServers') },
    { path: inProject(machine, '.cursor', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
