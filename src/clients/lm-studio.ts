import { inHome } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** Installations that began before its own folder was `~/.lmstudio` keep the one they had. */
const FOLDERS = [['.lmstudio'], ['.cache', 'lm-studio']];

export const lmStudio: McpClient = {
  id: 'lm-studio',
  title: 'LM Studio',
  files: (machine) =>
    FOLDERS.map((folder) => ({
      path: inHome(machine, ...folder, 'mcp.json'),
      scope: 'user',
      parts: serversAt('mcpServers'),
    })),
};
