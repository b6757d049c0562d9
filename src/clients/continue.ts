import { inHome, inProject } from './folders.ts';
import { serversAt, serversAtAny } from './parts.ts';
import type { McpClient } from './port.ts';

/** YAML with a list of servers, and folders of such files or of the JSON that other clients have. */
export const continueDev: McpClient = {
  id: 'continue',
  title: 'Continue',
  files: (machine) => [
    { path: inHome(machine, '.continue', 'config.yaml'), scope: 'user', parts: serversAt('mcpServers') },
    {
      path: inHome(machine, '.continue', 'config.json'),
      scope: 'user',
      parts: serversAtAny(['mcpServers'], ['experimental', 'modelContextProtocolServers']),
    },
    { path: inHome(machine, '.continue', 'mcpServers'), scope: 'user', parts: serversAt('mcpServers') },
    { path: inProject(machine, '.continue', 'mcpServers'), scope: 'project', parts: serversAt('mcpServers') },
  ],
};
