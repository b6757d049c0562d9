import type { ConfigNode, ServerPart } from './port.ts';

/** The servers at the end of a path of keys; none where there is no such key. */
export function serversAt(...path: readonly string[]): (root: ConfigNode) => readonly ServerPart[] {
  return (root) => {
    const node = nodeAt(root, path);
    return node === null ? [] : [{ node, project: null }];
  };
}

/** The servers under all of several paths, in this order. */
export function serversAtAny(...paths: readonly (readonly string[])[]): (root: ConfigNode) => readonly ServerPart[] {
  return (root) => paths.flatMap((path) => serversAt(...path)(root));
}

/** The servers of a document that is a map of them, or that holds them under a key. */
export function serversAtOrRoot(key: string): (root: ConfigNode) => readonly ServerPart[] {
  return (root) => [{ node: nodeAt(root, [key]) ?? root, project: null }];
}

export function nodeAt(root: ConfigNode, path: readonly string[]): ConfigNode | null {
  let node: ConfigNode | null = root;
  for (const key of path) node = node?.kind === 'map' ? (node.entries.get(key)?.node ?? null) : null;
  return node;
}

/** null for what is no text. */
export function textOf(node: ConfigNode | null | undefined): string | null {
  return node?.kind === 'value' && typeof node.value === 'string' ? node.value : null;
}

/** The texts of a list; what is no text is left out. */
export function textsOf(node: ConfigNode | null): readonly string[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => textOf(item) ?? []) : [];
}
