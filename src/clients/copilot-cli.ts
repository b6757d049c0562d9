import { inHome, joined, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';

export const copilotCli: McpClient = {
  id: 'copilot-cli',
  title: 'GitHub Copilot CLI',
  files: (machine) => [
    {
      path: joined(machine, variable(machine, 'COPILOT_HOME') ?? inHome(machine, '.copilot'), 'mcp-config.json'),
      scope: 'user',
      parts: serversAt('mcpServers'),
    },
  ],
};
