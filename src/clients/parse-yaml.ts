import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './port.ts';
import { MAX_DEPTH, TOO_DEEP } from './too-deep.ts';

const MAX_PROBLEMS = 5;
/** Aliases can make a few lines a billion nodes. */
const MAX_NODES = 100_000;

/** YAML without tags of its own; what stands before and after a mistake is read too. */
export function parseYaml(text: string): ConfigDocument {
  try {
    const document = parseDocument(text, { uniqueKeys: false, strict: false, logLevel: 'silent', schema: 'core' });
    const problems = document.errors.slice(0, MAX_PROBLEMS).map(({ pos, message }) => ({
      offset: pos[0],
      message: message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML',
    }));
    return { root: nodeOf(document.contents, { document, left: MAX_NODES }, 0), problems };
  } catch (error) {
    // The composer calls itself for each level; an alias to what is not there is a ReferenceError.
    if (error instanceof RangeError) return TOO_DEEP;
    if (error instanceof ReferenceError)
      return { root: null, problems: [{ offset: null, message: 'an alias leads nowhere' }] };
    throw error;
  }
}

interface Walk {
  readonly document: Document;
  left: number;
}

function nodeOf(node: unknown, walk: Walk, depth: number): ConfigNode {
  const offset = isNode(node) ? (node.range?.[0] ?? null) : null;
  walk.left -= 1;
  if (depth > MAX_DEPTH || walk.left < 0) return { kind: 'value', offset, value: null };
  if (isAlias(node)) return nodeOf(node.resolve(walk.document), walk, depth + 1);
  if (isSeq(node)) return { kind: 'list', offset, items: node.items.map((item) => nodeOf(item, walk, depth + 1)) };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): readonly [string, ConfigEntry] => [
      String(isScalar(key) ? key.value : key).slice(0, 2_000),
      { offset: isNode(key) ? (key.range?.[0] ?? null) : null, node: nodeOf(value, walk, depth + 1) },
    ]);
    return { kind: 'map', offset, entries: new Map(entries) };
  }
  const value: unknown = isScalar(node) ? node.value : null;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'value', offset, value: isPlain ? value : null };
}
