import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** A server's command is a list whose first item is the program. */
export const opencode: McpClient = {
  id: 'opencode',
  title: 'OpenCode',
  files: (machine) => [
    ...['opencode.json', 'opencode.jsonc'].map((name) => ({
      path: inHome(machine, '.config', 'opencode', name),
      scope: 'user' as const,
      parts: serversAt('mcp'),
    })),
    ...['opencode.json', 'opencode.jsonc'].map((name) => ({
      path: inProject(machine, name),
      scope: 'project' as const,
      parts: serversAt('mcp'),
    })),
  ],
};
