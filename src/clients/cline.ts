import { inHome } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';
import { ofExtension } from './vscode.ts';

const FILE = 'cline_mcp_settings.json';

export const cline: McpClient = {
  id: 'cline',
  title: 'Cline',
  files: (machine) =>
    [...ofExtension(machine, 'saoudrizwan.claude-dev', FILE), inHome(machine, '.cline', 'data', 'settings', FILE)].map(
      (path) => ({ path, scope: 'user', parts: serversAt('mcpServers') }),
    ),
};
