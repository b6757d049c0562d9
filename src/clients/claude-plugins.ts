import { joined } from './folders.ts';
import { nodeAt, serversAtOrRoot, textOf, textsOf } from './parts.ts';
import type { ClientFile, ConfigNode, Machine, ServerPart } from './port.ts';

const MAX_PLUGINS = 100;
const MAX_PATH_CHARACTERS = 1_000;

/** The list of the plugins that are installed. It names folders, in each of which a manifest and a file of servers may lie. */
export function installedPlugins(machine: Machine, folder: string): ClientFile {
  return {
    path: joined(machine, folder, 'plugins', 'installed_plugins.json'),
    scope: 'user',
    parts: () => [],
    others: (root) => installations(root).flatMap((each) => filesOf(each, machine)),
  };
}

interface Installation {
  readonly folder: string;
  /** The project for which alone it was installed; null where it was for all. */
  readonly project: string | null;
}

/** By plugin: a list of installations, or in files of before 2026 one. */
function installations(root: ConfigNode): readonly Installation[] {
  const plugins = nodeAt(root, ['plugins']);
  if (plugins?.kind !== 'map') return [];
  const nodes = [...plugins.entries.values()].flatMap(({ node }) => (node.kind === 'list' ? node.items : [node]));
  return nodes.slice(0, MAX_PLUGINS).flatMap((node) => {
    const folder = textOf(nodeAt(node, ['installPath']));
    if (folder === null || folder === '' || folder.length > MAX_PATH_CHARACTERS) return [];
    return [{ folder, project: textOf(nodeAt(node, ['projectPath'])) }];
  });
}

/** `.mcp.json` of the plugin, and what its manifest has inline or in files that it names. */
function filesOf({ folder, project }: Installation, machine: Machine): readonly ClientFile[] {
  const servers = (path: string): ClientFile => ({
    path,
    within: folder,
    scope: 'user',
    parts: (root) => countedIn(project, serversAtOrRoot('mcpServers')(root)),
  });
  return [
    servers(joined(machine, folder, '.mcp.json')),
    {
      path: joined(machine, folder, '.claude-plugin', 'plugin.json'),
      within: folder,
      scope: 'user',
      parts: (root) => countedIn(project, inlineServers(root)),
      others: (root) => namedFiles(root).flatMap((name) => inside(machine, folder, name).map(servers)),
    },
  ];
}

function countedIn(project: string | null, parts: readonly ServerPart[]): readonly ServerPart[] {
  return parts.map((part) => ({ ...part, project }));
}

function inlineServers(root: ConfigNode): readonly ServerPart[] {
  const node = nodeAt(root, ['mcpServers']);
  const all = node?.kind === 'list' ? node.items : node === null ? [] : [node];
  return all.filter(({ kind }) => kind === 'map').map((each) => ({ node: each, project: null }));
}

function namedFiles(root: ConfigNode): readonly string[] {
  const node = nodeAt(root, ['mcpServers']);
  const text = textOf(node);
  return text === null ? textsOf(node) : [text];
}

/** A plugin's manifest is a stranger's, so that nothing outside its folder is opened for it. */
function inside(machine: Machine, folder: string, name: string): readonly string[] {
  if (name.length > MAX_PATH_CHARACTERS || !/\.json$/i.test(name)) return [];
  const separator = machine.platform === 'win32' ? '\\' : '/';
  const root = joined(machine, folder, separator);
  const path = joined(machine, folder, name);
  return path.startsWith(root) ? [path] : [];
}
