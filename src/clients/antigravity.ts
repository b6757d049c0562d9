import { inHome } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** Until its second version the file stood in the folder that has its name. */
const FOLDERS = ['config', 'antigravity'];

export const antigravity: McpClient = {
  id: 'antigravity',
  title: 'Antigravity',
  files: (machine) =>
    FOLDERS.map((folder) => ({
      path: inHome(machine, '.gemini', folder, 'mcp_config.json'),
      scope: 'user',
      parts: serversAt('mcpServers'),
    })),
};
