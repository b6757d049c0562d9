import { inHome, inProject, joined, variable } from './folders.ts';
import { nodeAt, textsOf } from './parts.ts';
import type { ConfigNode, Machine, McpClient, ServerPart } from './port.ts';

export const geminiCli: McpClient = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  files: (machine) => [
    { path: inHome(machine, '.gemini', 'settings.json'), scope: 'user', parts },
    { path: inProject(machine, '.gemini', 'settings.json'), scope: 'project', parts },
    { path: systemFile(machine), scope: 'system', parts },
  ],
};

/** `mcp.excluded` switches servers off by name. */
function parts(root: ConfigNode): readonly ServerPart[] {
  const node = nodeAt(root, ['mcpServers']);
  const disabled = new Set(textsOf(nodeAt(root, ['mcp', 'excluded'])));
  return node === null ? [] : [{ node, project: null, disabled }];
}

function systemFile(machine: Machine): string {
  if (machine.platform === 'darwin') return '/Library/Application Support/GeminiCli/settings.json';
  if (machine.platform === 'linux') return '/etc/gemini-cli/settings.json';
  return joined(machine, variable(machine, 'ProgramData') ?? 'C:\\ProgramData', 'gemini-cli', 'settings.json');
}
