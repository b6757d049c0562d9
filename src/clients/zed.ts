import { inConfig, inProject, joined } from './folders.ts';
import { serversAt } from './parts.ts';
import type { Machine, McpClient } from './port.ts';

/** Its settings hold servers among all else, with comments; a command may be an object with path, args and env. */
export const zed: McpClient = {
  id: 'zed',
  title: 'Zed',
  files: (machine) => [
    { path: userFile(machine), scope: 'user', parts: serversAt('context_servers') },
    { path: inProject(machine, '.zed', 'settings.json'), scope: 'project', parts: serversAt('context_servers') },
  ],
};

function userFile(machine: Machine): string {
  const folder = machine.platform === 'win32' ? 'Zed' : 'zed';
  return joined(machine, inConfig(machine, folder), 'settings.json');
}
