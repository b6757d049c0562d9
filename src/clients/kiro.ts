import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** Agents are files with servers of their own. */
const PLACES = [['settings', 'mcp.json'], ['agents']];

export const kiro: McpClient = {
  id: 'kiro',
  title: 'Kiro',
  files: (machine) =>
    PLACES.flatMap((place) => [
      { path: inHome(machine, '.kiro', ...place), scope: 'user' as const, parts: serversAt('mcpServers') },
      { path: inProject(machine, '.kiro', ...place), scope: 'project' as const, parts: serversAt('mcpServers') },
    ]),
};
