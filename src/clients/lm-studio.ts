import { inHome } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const lmStudio: McpClient = {
  id: 'lm-studio',
  title: 'LM Studio',
  files: (machine) => [
    { path: inHome(machine, '.lmstudio', 'mcp.json'), scope: 'user', parts: serversAt('mcpServers') },
  ],
};
