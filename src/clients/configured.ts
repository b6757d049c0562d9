import { ofProjects } from './claude-code.ts';
import { serversAtAny } from './parts.ts';
import type { ClientFile, ConfigNode, Configured, FileSeen, Machine, McpClient, ServerPart } from './port.ts';
import { readServers } from './read-servers.ts';
import { readSettings, settingsAt } from './read-file.ts';

/** Where servers stand in files of any client; of a file that was named, all of these are looked at. */
const ANYWHERE = serversAtAny(
  ['mcpServers'],
  ['servers'],
  ['mcp', 'servers'],
  ['mcp.servers'],
  ['context_servers'],
  ['mcp_servers'],
  ['extensions'],
  ['mcp'],
);

/** The servers that the clients of this machine are set up with, in the order of the clients; absent files are listed too. */
export function configuredIn(machine: Machine, clients: readonly McpClient[]): Configured {
  return joinedUp(clients.flatMap((client) => client.files(machine).map((file) => readPlace(client.id, file))));
}

/** The same of one file, as of the client where one is named. */
export function configuredAt(path: string, client: McpClient | null): Configured {
  return readPlace(client?.id ?? 'file', { path, scope: 'project', parts: anyParts });
}

/** `mcp` holds servers itself, or the `servers` that were found before, so the first counts. */
function anyParts(root: ConfigNode): readonly ServerPart[] {
  return [...ANYWHERE(root).slice(0, 1), ...ofProjects(root)];
}

function readPlace(client: string, { path, scope, parts }: ClientFile): Configured {
  return joinedUp(settingsAt(path).map((file) => readOne(client, { path: file, scope, parts })));
}

function readOne(client: string, { path, scope, parts }: ClientFile): Configured {
  const read = readSettings(path);
  if ('text' in read) {
    const { servers, seen } = readServers({ client, file: path, scope, text: read.text, parts });
    return { servers, files: [seen] };
  }
  const seen = { client, path, scope, servers: 0 };
  const file: FileSeen =
    'absent' in read
      ? { ...seen, outcome: 'absent', problems: [] }
      : { ...seen, outcome: 'unread', problems: [{ place: null, message: read.reason }] };
  return { servers: [], files: [file] };
}

function joinedUp(all: readonly Configured[]): Configured {
  return { servers: all.flatMap(({ servers }) => servers), files: all.flatMap(({ files }) => files) };
}
