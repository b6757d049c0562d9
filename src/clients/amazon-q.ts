import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** `mcp.json`, and folders of agents, each a file with servers of its own: those of the command line and those of editors. */
const PLACES = ['mcp.json', 'cli-agents', 'agents'];

export const amazonQ: McpClient = {
  id: 'amazon-q',
  title: 'Amazon Q Developer',
  files: (machine) =>
    PLACES.flatMap((place) => [
      { path: inHome(machine, '.aws', 'amazonq', place), scope: 'user' as const, parts: serversAt('mcpServers') },
      { path: inProject(machine, '.amazonq', place), scope: 'project' as const, parts: serversAt('mcpServers') },
    ]),
};
