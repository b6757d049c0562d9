import { inHome, inProject, joined, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { ClientFile, Machine, McpClient } from './port.ts';

export const crush: McpClient = {
  id: 'crush',
  title: 'Crush',
  files: (machine) => [
    { path: userFile(machine), scope: 'user', parts: serversAt('mcp') },
    ...['.crush.json', 'crush.json'].map((name): ClientFile => ({
      path: inProject(machine, name),
      scope: 'project',
      parts: serversAt('mcp'),
    })),
  ],
};

/** Not in the folder of terminal programs on Windows, but in that of this machine alone. */
function userFile(machine: Machine): string {
  if (machine.platform !== 'win32') return inHome(machine, '.config', 'crush', 'crush.json');
  return joined(
    machine,
    variable(machine, 'LOCALAPPDATA') ?? inHome(machine, 'AppData', 'Local'),
    'crush',
    'crush.json',
  );
}
