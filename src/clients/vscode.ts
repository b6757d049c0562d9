import { inAppData, inProject } from './folders.ts';
import { serversAt, serversAtAny } from './parts.ts';
import type { ClientFile, Machine, McpClient } from './port.ts';

/** Builds of it that keep settings of their own. */
const EDITIONS = ['Code', 'Code - Insiders', 'VSCodium'];
/** Editors made from it, in which its extensions run; their own servers stand elsewhere. */
const RELATED = ['Cursor', 'Windsurf'];
/** Until 2025 servers stood in settings.json, under `mcp.servers`. */
const inSettings = serversAtAny(['mcp', 'servers'], ['mcp.servers']);

export const vscode: McpClient = {
  id: 'vscode',
  title: 'VS Code',
  files: (machine) => [
    ...userFolders(machine, EDITIONS).flatMap((folder): ClientFile[] => [
      { path: `${folder}mcp.json`, scope: 'user', parts: serversAt('servers') },
      { path: `${folder}settings.json`, scope: 'user', parts: inSettings },
      { path: `${folder}profiles`, inEach: 'mcp.json', scope: 'user', parts: serversAt('servers') },
    ]),
    { path: inProject(machine, '.vscode', 'mcp.json'), scope: 'project', parts: serversAt('servers') },
    { path: inProject(machine, '.vscode', 'settings.json'), scope: 'project', parts: inSettings },
  ],
};

/** Each with a separator at its end; extensions keep theirs below. */
function userFolders(machine: Machine, editions: readonly string[]): readonly string[] {
  return editions.map((edition) => `${inAppData(machine, edition, 'User')}${separatorOf(machine)}`);
}

/** Where an extension of VS Code keeps its own files, in every edition of it. */
export function ofExtension(machine: Machine, extension: string, file: string): readonly string[] {
  const inner = ['globalStorage', extension, 'settings', file].join(separatorOf(machine));
  return userFolders(machine, [...EDITIONS, ...RELATED]).map((folder) => `${folder}${inner}`);
}

function separatorOf({ platform }: Machine): string {
  return platform === 'win32' ? '\\' : '/';
}
