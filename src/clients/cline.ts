import { inHome, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';
import { ofExtension } from './vscode.ts';

const FILE = 'cline_mcp_settings.json';

/** An extension of editors, and a program of terminals with a file of its own. */
export const cline: McpClient = {
  id: 'cline',
  title: 'Cline',
  files: (machine) =>
    [
      ...ofExtension(machine, 'saoudrizwan.claude-dev', FILE),
      variable(machine, 'CLINE_MCP_SETTINGS_PATH') ?? inHome(machine, '.cline', 'data', 'settings', FILE),
    ].map((path) => ({ path, scope: 'user', parts: serversAt('mcpServers') })),
};
