import { inHome, inProject, joined, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** TOML: `[mcp_servers.NAME]`. */
export const codex: McpClient = {
  id: 'codex',
  title: 'Codex',
  files: (machine) => [
    {
      path: joined(machine, variable(machine, 'CODEX_HOME') ?? inHome(machine, '.codex'), 'config.toml'),
      scope: 'user',
      parts: serversAt('mcp_servers'),
    },
    { path: inProject(machine, '.codex', 'config.toml'), scope: 'project', parts: serversAt('mcp_servers') },
  ],
};
