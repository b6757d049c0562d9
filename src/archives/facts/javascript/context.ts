import type { Node } from '@babel/types';
import type { FactKind } from '../../../model/source.ts';
import type { Reader } from './evaluate.ts';
import { lookup, type Write } from './scopes.ts';
import type { Site } from './surveyed.ts';

/** A fact before its place is told. */
export interface Told {
  readonly kind: FactKind;
  readonly value: string;
  readonly by: string;
  readonly category?: string | null;
  /** What its value was folded from; its techniques are told with it. */
  readonly from?: Origins;
}

/** Techniques, by how many characters each gave. */
export interface Origins {
  readonly techniques: ReadonlyMap<string, number>;
}

/** What the parts that find facts are given. */
export interface Context {
  readonly reader: Reader;
  readonly tell: (fact: Told, at: Where) => void;
  /** Says that the constants of an expression are told by a fact of their own, and are not to be told as they stand. */
  readonly consume: (node: Node) => void;
  readonly isConsumed: (node: Node) => boolean;
  /** Tells what an expression decodes to, once for all that stands in it. */
  readonly tellDecoded: (fact: Told, at: Where) => void;
  /** Reads a constant program that this one runs. */
  readonly readInner: (code: string, at: Where, from: Origins) => void;
}

export type Where = Pick<Site, 'node' | 'scope'>;

const MAX_DEPTH = 6;
const MAX_ALTERNATIVES = 12;

/**
 * What an expression may be, where the file leaves a choice: both sides of `a ? b : c` and `a || b`, all that is put into a variable.
 *
 * The expression itself where it does not.
 */
export function alternatives(at: Where): readonly Where[] {
  const found: Where[] = [];
  const seen = new Set<Node>();
  const stack: { readonly at: Where; readonly depth: number }[] = [{ at, depth: 0 }];
  for (let each = stack.pop(); each !== undefined && found.length < MAX_ALTERNATIVES; each = stack.pop()) {
    const { node } = each.at;
    if (seen.has(node)) continue;
    seen.add(node);
    const choices = each.depth < MAX_DEPTH ? choicesOf(each.at) : null;
    if (choices === null) found.push(each.at);
    else for (const choice of choices.toReversed()) stack.push({ at: choice, depth: each.depth + 1 });
  }
  return found;
}

function choicesOf({ node, scope }: Where): readonly Where[] | null {
  switch (node.type) {
    case 'ConditionalExpression':
      return [
        { node: node.consequent, scope },
        { node: node.alternate, scope },
      ];
    case 'LogicalExpression':
      return node.operator === '&&'
        ? [{ node: node.right, scope }]
        : [
            { node: node.left, scope },
            { node: node.right, scope },
          ];
    case 'AwaitExpression':
      return [{ node: node.argument, scope }];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return [{ node: node.expression, scope }];
    case 'Identifier':
      return choicesOfName(lookup(scope, node.name)?.writes ?? []);
    default:
      return null;
  }
}

/** A name that is built up or comes from elsewhere is read as a whole, and so is one that holds one thing without a choice. */
function choicesOfName(writes: readonly Write[]): readonly Where[] | null {
  const whole = writes.flatMap(({ how, node, path, scope }) =>
    how === 'is' && path.length === 0 && node !== null ? [{ node, scope }] : [],
  );
  if (whole.length === 0 || whole.length < writes.length || whole.length > MAX_ALTERNATIVES) return null;
  const [only] = whole;
  const isChoice =
    only?.node.type === 'ConditionalExpression' ||
    only?.node.type === 'LogicalExpression' ||
    only?.node.type === 'Identifier';
  return whole.length > 1 || isChoice ? whole : null;
}
