import { placesIn } from './lines.ts';
import { parseJson } from './parse-json.ts';
import { parseToml } from './parse-toml.ts';
import { parseYaml } from './parse-yaml.ts';
import { textOf, nodeAt } from './parts.ts';
import type { ClientFile, ConfigDocument, ConfiguredServer, FileSeen, ServerPart } from './port.ts';
import { type Met, serverOf } from './server.ts';

/** More are no settings a person made. */
const MAX_SERVERS = 1_000;
const MAX_OTHERS = 200;

export interface SettingsText {
  readonly client: string;
  readonly file: string;
  readonly scope: ClientFile['scope'];
  readonly text: string;
  readonly parts: ClientFile['parts'];
  readonly others?: ClientFile['others'];
}

/**
 * The servers that the text of one file names, in its order, what of it could not be understood, and files to be read after it.
 * Never throws.
 */
export function readServers({ client, file, scope, text, parts, others }: SettingsText): {
  readonly servers: readonly ConfiguredServer[];
  readonly seen: FileSeen;
  readonly others: readonly ClientFile[];
} {
  const { root, problems } = parsed(file, text);
  const placeOf = placesIn(text);
  const found = root === null ? [] : parts(root).flatMap((part) => membersOf(part).map((member) => ({ part, member })));
  const servers = found.slice(0, MAX_SERVERS).flatMap(({ part, member }) => {
    const { name, offset, node } = member;
    const isDisabled = part.disabled?.has(name) ?? false;
    const met: Met = { client, file, scope, project: part.project, name, place: placeOf(offset), isDisabled, placeOf };
    return serverOf(node, met) ?? [];
  });
  return {
    servers,
    others: root === null ? [] : (others?.(root) ?? []).slice(0, MAX_OTHERS),
    seen: {
      client,
      path: file,
      scope,
      outcome: problems.length === 0 ? 'read' : 'partly',
      servers: servers.length,
      problems: problems.map(({ offset, message }) => ({ place: offset === null ? null : placeOf(offset), message })),
    },
  };
}

function parsed(file: string, text: string): ConfigDocument {
  if (/\.toml$/i.test(file)) return parseToml(text);
  return /\.ya?ml$/i.test(file) ? parseYaml(text) : parseJson(text);
}

interface Member {
  readonly name: string;
  readonly offset: number | null;
  readonly node: ServerPart['node'];
}

/** A map's by their keys; a list's by the names they give themselves. */
function membersOf({ node }: ServerPart): readonly Member[] {
  if (node.kind === 'map') {
    return [...node.entries].map(([name, entry]) => ({ name, offset: entry.offset, node: entry.node }));
  }
  if (node.kind !== 'list') return [];
  return node.items.map((item, index) => ({
    name: textOf(nodeAt(item, ['name'])) ?? `${index + 1}`,
    offset: item.offset,
    node: item,
  }));
}
