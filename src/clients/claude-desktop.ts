import { inAppData, inHome, joined, variable } from './folders.ts';
import { bundleServer } from './bundle-server.ts';
import { serversAt } from './parts.ts';
import type { ClientFile, Machine, McpClient } from './port.ts';

const FILE = 'claude_desktop_config.json';
/** Bundles (MCPB, once DXT) are unpacked here, each into a folder of its own. */
const EXTENSIONS = 'Claude Extensions';
/** Installed from the store, Windows keeps its settings in the package's own folder. */
const STORE_FOLDER = ['Packages', 'Claude_pzs8sxrjxfjjc', 'LocalCache', 'Roaming', 'Claude'];

export const claudeDesktop: McpClient = {
  id: 'claude-desktop',
  title: 'Claude Desktop',
  files: (machine) => folders(machine).flatMap((folder) => filesIn(folder, machine)),
};

function folders(machine: Machine): readonly string[] {
  const own = inAppData(machine, 'Claude');
  if (machine.platform !== 'win32') return [own];
  const local = variable(machine, 'LOCALAPPDATA') ?? inHome(machine, 'AppData', 'Local');
  return [own, joined(machine, local, ...STORE_FOLDER)];
}

function filesIn(folder: string, machine: Machine): readonly ClientFile[] {
  return [
    { path: joined(machine, folder, FILE), scope: 'user', parts: serversAt('mcpServers') },
    {
      path: joined(machine, folder, EXTENSIONS),
      inEach: 'manifest.json',
      scope: 'user',
      parts: bundleServer(machine.platform),
    },
  ];
}
