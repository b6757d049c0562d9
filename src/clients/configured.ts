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

/** A list of plugins names their manifests, and a manifest a file of servers. */
const MAX_LEVELS = 3;

/**
 * The servers that the clients of this machine are set up with, in the order of the clients; absent files are listed too. A file that
 * several clients read is read once, as of the first.
 */
export function configuredIn(machine: Machine, clients: readonly McpClient[]): Configured {
  const read = new Set<string>();
  return joinedUp(clients.flatMap((client) => client.files(machine).map((file) => readPlace(client.id, file, read))));
}

/** The same of one file, as of the client where one is named. */
export function configuredAt(path: string, client: McpClient | null): Configured {
  return readPlace(client?.id ?? 'file', { path, scope: 'project', parts: anyParts }, new Set());
}

/** `mcp` holds servers itself, or the `servers` that were found before, so the first counts. */
function anyParts(root: ConfigNode): readonly ServerPart[] {
  return [...ANYWHERE(root).slice(0, 1), ...ofProjects(root)];
}

/** `read` has the files of before and gets these; none is read twice, so that files which name each other end. */
function readPlace(client: string, file: ClientFile, read: Set<string>, level = 1): Configured {
  const paths = settingsAt(file.path, file.inEach).filter((path) => !read.has(path));
  return joinedUp(
    paths.map((path) => {
      read.add(path);
      const { configured, others } = readOne(client, { ...file, path });
      const further = level < MAX_LEVELS ? others.map((each) => readPlace(client, each, read, level + 1)) : [];
      return joinedUp([configured, ...further]);
    }),
  );
}

function readOne(
  client: string,
  file: ClientFile,
): { readonly configured: Configured; readonly others: readonly ClientFile[] } {
  const { path, scope, within } = file;
  const read = readSettings(path, within);
  if ('text' in read) {
    const { servers, seen, others } = readServers({ ...file, client, file: path, text: read.text });
    return { configured: { servers, files: [seen] }, others };
  }
  const seen = { client, path, scope, servers: 0 };
  const unread: FileSeen =
    'absent' in read
      ? { ...seen, outcome: 'absent', problems: [] }
      : { ...seen, outcome: 'unread', problems: [{ place: null, message: read.reason }] };
  return { configured: { servers: [], files: [unread] }, others: [] };
}

function joinedUp(all: readonly Configured[]): Configured {
  return { servers: all.flatMap(({ servers }) => servers), files: all.flatMap(({ files }) => files) };
}
