import { inHome, inProject, joined, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

/** A project's `.mcp.json` is read by Claude Code too. */
export const copilotCli: McpClient = {
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  files: (machine) => [
    {
      path: joined(machine, variable(machine, 'COPILOT_HOME') ?? inHome(machine, '.copilot'), 'mcp-config.json'),
      scope: 'user',
      parts: serversAt('mcpServers'),
    },
    { path: inProject(machine, '.mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
    { path: inProject(machine, '.github', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
