import { FIELD, KIND, type Field } from './grammar.ts';

/**
 * The named nodes of a parsed file in the order in which they begin, as columns.
 *
 * A node is its row. Its first child is the row after it, and `afters` says where the rows of its descendants end: one array
 * walks the tree, and nothing crosses into the parser any more.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly size: number;
  /** Places where the parser could not go on as the grammar says. */
  readonly errors: number;
  readonly kinds: Uint8Array;
  /** What a node is to its parent. */
  readonly fields: Uint8Array;
  /** In UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Uint32Array;
  readonly afters: Uint32Array;
}

export const ROOT = 0;

export function kindOf(tree: SyntaxTree, node: number): number {
  return tree.kinds[node] ?? KIND.other;
}

export function fieldOf(tree: SyntaxTree, node: number): number {
  return tree.fields[node] ?? FIELD.none;
}

export function startOf(tree: SyntaxTree, node: number): number {
  return tree.starts[node] ?? 0;
}

export function endOf(tree: SyntaxTree, node: number): number {
  return tree.ends[node] ?? 0;
}

/** The root is its own parent. */
export function parentOf(tree: SyntaxTree, node: number): number {
  return tree.parents[node] ?? ROOT;
}

/** The first row that is no descendant of the node. */
export function afterOf(tree: SyntaxTree, node: number): number {
  return tree.afters[node] ?? tree.size;
}

export function sourceOf(tree: SyntaxTree, node: number): string {
  return tree.text.slice(startOf(tree, node), endOf(tree, node));
}

/** The text of an identifier as Python compares it: NFKC, by which `𝓮𝔁𝓮𝓬` is `exec` (PEP 3131). */
export function identifierOf(tree: SyntaxTree, node: number): string {
  const written = sourceOf(tree, node);
  return ASCII.test(written) ? written : written.normalize('NFKC');
}

/** Named children in order, comments not among them. */
export function childrenOf(tree: SyntaxTree, node: number): number[] {
  const children: number[] = [];
  const after = afterOf(tree, node);
  for (let child = node + 1; child < after; child = afterOf(tree, child)) children.push(child);
  return children;
}

export function firstChildOf(tree: SyntaxTree, node: number): number | null {
  return node + 1 < afterOf(tree, node) ? node + 1 : null;
}

/** The first child that stands in a field; null where there is none. */
export function childIn(tree: SyntaxTree, node: number, field: Field): number | null {
  const after = afterOf(tree, node);
  for (let child = node + 1; child < after; child = afterOf(tree, child)) {
    if (fieldOf(tree, child) === field) return child;
  }
  return null;
}

/** The operator between two operands: `+`. Line continuations and comments between them are stepped over. */
export function operatorBetween(tree: SyntaxTree, left: number, right: number): string {
  const between = tree.text.slice(endOf(tree, left), Math.min(startOf(tree, right), endOf(tree, left) + MAX_GAP));
  return OPERATOR.exec(between)?.[0] ?? '';
}

/** The expression that stands in parentheses or is awaited, however often; bounded. */
export function bare(tree: SyntaxTree, node: number): number {
  let inner = node;
  for (let depth = 0; depth < MAX_WRAPS; depth += 1) {
    const kind = kindOf(tree, inner);
    if (kind !== KIND.parenthesized_expression && kind !== KIND.await && kind !== KIND.type) return inner;
    const child = firstChildOf(tree, inner);
    if (child === null) return inner;
    inner = child;
  }
  return inner;
}

// eslint-disable-next-line no-control-regex -- NUL to DEL is what ASCII is.
const ASCII = /^[\0-\x7F]*$/;
const OPERATOR = /[-+*/%^&|<>@=!]+/;
const MAX_GAP = 200;
const MAX_WRAPS = 50;
