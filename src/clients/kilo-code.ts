import { inHome, inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { ClientFile, McpClient } from './port.ts';
import { ofExtension } from './vscode.ts';

const FILE = 'mcp_settings.json';

export const kiloCode: McpClient = {
  id: 'kilo-code',
  title: 'Kilo Code',
  files: (machine) => [
    ...[
      ...ofExtension(machine, 'kilocode.kilo-code', FILE),
      inHome(machine, '.kilocode', 'cli', 'global', 'settings', FILE),
    ].map((path): ClientFile => ({ path, scope: 'user', parts: serversAt('mcpServers') })),
    { path: inProject(machine, '.kilocode', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
