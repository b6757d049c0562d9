import { inProject } from './folders.ts';
import { serversAt } from './parts.ts';
import type { McpClient } from './port.ts';
import { ofExtension } from './vscode.ts';

export const rooCode: McpClient = {
  id: 'roo-code',
  title: 'Roo Code',
  files: (machine) => [
    ...ofExtension(machine, 'rooveterinaryinc.roo-cline', 'mcp_settings.json').map((path) => ({
      path,
      scope: 'user' as const,
      parts: serversAt('mcpServers'),
    })),
    { path: inProject(machine, '.roo', 'mcp.json'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
