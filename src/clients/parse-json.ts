import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ConfigDocument, ConfigEntry, ConfigNode } from './port.ts';
import { MAX_DEPTH, TOO_DEEP } from './too-deep.ts';

const MAX_PROBLEMS = 5;
const EMPTY: ConfigNode = { kind: 'value', offset: null, value: null };

/** JSON with comments and trailing commas, as most clients write it; what stands before and after a mistake is read too. */
export function parseJson(text: string): ConfigDocument {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return {
      root: tree === undefined ? null : nodeOf(tree, 0),
      problems: errors.slice(0, MAX_PROBLEMS).map(problemOf),
    };
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

function problemOf({ error, offset }: ParseError): ConfigDocument['problems'][number] {
  const words = printParseErrorCode(error).replace(/([a-z])([A-Z])/g, '$1 $2');
  return { offset, message: `${words.charAt(0)}${words.slice(1).toLowerCase()}` };
}

function nodeOf(node: Node, depth: number): ConfigNode {
  if (depth > MAX_DEPTH) return EMPTY;
  const { offset, children = [] } = node;
  if (node.type === 'array') {
    return { kind: 'list', offset, items: children.map((child) => nodeOf(child, depth + 1)) };
  }
  if (node.type === 'object') {
    return { kind: 'map', offset, entries: new Map(children.flatMap((child) => entryOf(child, depth))) };
  }
  const value: unknown = node.value;
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'value', offset, value: isScalar ? value : null };
}

function entryOf({ children = [] }: Node, depth: number): readonly (readonly [string, ConfigEntry])[] {
  const [key, value] = children;
  const name: unknown = key?.value;
  if (key === undefined || value === undefined || typeof name !== 'string') return [];
  return [[name, { offset: key.offset, node: nodeOf(value, depth + 1) }]];
}
