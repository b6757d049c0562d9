import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const amazonQ: McpClient = {
  id: 'amazon-q',
  title: 'Amazon Q Developer',
  files: (machine) => [
    { path: inHome(machine, '.aws', 'amazonq', 'mcp.json'), scope: 'user', parts: serversAt('mcpServers') },
    { path: inProject(machine, '.amazonq', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
