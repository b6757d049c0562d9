import type { Expression, Node } from '@babel/types';

/** Where names are declared: a function, a block that declares some, or the file. */
export interface Scope {
  readonly parent: Scope | null;
  /** Of the innermost function, as facts are told by it: 0 is what runs when the file is loaded. */
  readonly functionNumber: number;
  /** Whether `var` is declared here. */
  readonly takesVar: boolean;
  readonly names: Map<string, Binding>;
  /** The function whose scope it is; null for blocks and the file. */
  readonly of: Node | null;
}

/** One declared name and all that is ever put into it. */
export interface Binding {
  readonly name: string;
  readonly writes: Write[];
}

/**
 * How a name comes by what it holds.
 *
 * is: it is that value. appended: that is added to the text it holds. pushed: to the list. element: each element of that list in turn. derived: it is handed
 * to a function by that call. import: `node` is null, `module` says of which. unknown: from a caller that is not seen.
 */
export interface Write {
  readonly how: 'is' | 'appended' | 'pushed' | 'element' | 'derived' | 'import' | 'unknown';
  readonly node: Node | null;
  readonly scope: Scope;
  readonly offset: number;
  /** The members taken out of it, outermost first; `REST` where all others are taken. */
  readonly path: readonly string[];
  /** What it is where there is nothing else: `{ host = 'localhost' }`. */
  readonly otherwise: Expression | null;
  readonly module: string | null;
}

export const REST = '...';

export function openScope(
  parent: Scope | null,
  functionNumber: number,
  takesVar: boolean,
  of: Node | null = null,
): Scope {
  return { parent, functionNumber, takesVar, names: new Map(), of };
}

/** The nearest declaration of a name; null for what the file does not declare. */
export function lookup(scope: Scope, name: string): Binding | null {
  for (let each: Scope | null = scope; each !== null; each = each.parent) {
    const binding = each.names.size === 0 ? undefined : each.names.get(name);
    if (binding !== undefined) return binding;
  }
  return null;
}

export function declare(scope: Scope, name: string, write: Write | null): void {
  let binding = scope.names.get(name);
  if (binding === undefined) {
    binding = { name, writes: [] };
    scope.names.set(name, binding);
  }
  if (write !== null) binding.writes.push(write);
}

/** The scope that takes a `var` declared here. */
export function varScope(scope: Scope): Scope {
  let each = scope;
  while (!each.takesVar && each.parent !== null) each = each.parent;
  return each;
}

/** A write of the whole of a node. */
export function written(
  how: Write['how'],
  node: Node | null,
  scope: Scope,
  offset: number = node === null ? 0 : offsetOf(node),
): Write {
  return { how, node, scope, offset, path: WHOLE, otherwise: null, module: null };
}

const WHOLE: readonly string[] = [];

/** The innermost function around; null at the top level. */
export function functionAround(scope: Scope): Node | null {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.of !== null) return each.of;
  return null;
}

/** The only thing a name ever holds; null where there are several or none. */
export function onlyWrite(binding: Binding): Write | null {
  const [first] = binding.writes;
  return binding.writes.length === 1 && first !== undefined ? first : null;
}

/** Where a node begins, in UTF-16 code units from the start of the file. */
export function offsetOf(node: Node): number {
  return node.start ?? 0;
}

export function endOf(node: Node): number {
  return node.end ?? 0;
}
