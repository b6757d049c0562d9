import { inAppData, inProject } from './folders.ts';
import { serversAt, serversAtAny } from './parts.ts';
import type { Machine, McpClient } from './port.ts';

/** Builds of it that keep settings of their own. */
const EDITIONS = ['Code', 'Code - Insiders', 'VSCodium'];
/** Until 2025 servers stood in settings.json, under `mcp.servers`. */
const inSettings = serversAtAny(['mcp', 'servers'], ['mcp.servers']);

export const vscode: McpClient = {
  id: 'vscode',
  title: 'VS Code',
  files: (machine) => [
    ...userFolders(machine).flatMap((folder) => [
      { path: `${folder}mcp.json`, scope: 'user' as const, parts: serversAt('servers') },
      { path: `${folder}settings.json`, scope: 'user' as const, parts: inSettings },
    ]),
    { path: inProject(machine, '.vscode', 'mcp.json'), scope: 'project', parts: serversAt('servers') },
    { path: inProject(machine, '.vscode', 'settings.json'), scope: 'project', parts: inSettings },
  ],
};

/** Each with a separator at its end; extensions keep theirs below. */
export function userFolders(machine: Machine): readonly string[] {
  const separator = machine.platform === 'win32' ? '\\' : '/';
  return EDITIONS.map((edition) => `${inAppData(machine, edition, 'User')}${separator}`);
}

/** Where an extension of VS Code keeps its own files, in every edition of it. */
export function ofExtension(machine: Machine, extension: string, file: string): readonly string[] {
  const separator = machine.platform === 'win32' ? '\\' : '/';
  const inner = ['globalStorage', extension, 'settings', file].join(separator);
  return userFolders(machine).map((folder) => `${folder}${inner}`);
}
