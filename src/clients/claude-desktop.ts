import { inAppData, inHome, joined, variable } from './folders.ts';
import { serversAt } from './parts.ts';
import type { ClientFile, Machine, McpClient } from './port.ts';

const FILE = 'claude_desktop_config.json';
/** Installed from the store, Windows keeps its settings in the package's own folder. */
const STORE_FOLDER = ['Packages', 'Claude_pzs8sxrjxfjjc', 'LocalCache', 'Roaming', 'Claude'];

export const claudeDesktop: McpClient = {
  id: 'claude-desktop',
  title: 'Claude Desktop',
  files: (machine) => [file(inAppData(machine, 'Claude', FILE)), ...fromStore(machine)],
};

function fromStore(machine: Machine): readonly ClientFile[] {
  if (machine.platform !== 'win32') return [];
  const local = variable(machine, 'LOCALAPPDATA') ?? inHome(machine, 'AppData', 'Local');
  return [file(joined(machine, local, ...STORE_FOLDER, FILE))];
}

function file(path: string): ClientFile {
  return { path, scope: 'user', parts: serversAt('mcpServers') };
}
