import { inHome } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const windsurf: McpClient = {
  id: 'windsurf',
  title: 'Windsurf',
  files: (machine) => [
    { path: inHome(machine, '.codeium', 'windsurf', 'mcp_config.json'), scope: 'user', parts: serversAt('mcpServers') },
    { path: inHome(machine, '.codeium', 'mcp_config.json'), scope: 'user', parts: serversAt('mcpServers') },
  ],
};
