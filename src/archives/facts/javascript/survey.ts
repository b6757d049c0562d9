import type { Node, Program } from '@babel/types';
import { pushChildren } from './children.ts';
import { enter } from './declarations.ts';
import { isOfInterest } from './interest.ts';
import { lookup, openScope, type Scope } from './scopes.ts';
import type { Body } from './pieces.ts';
import { emptySurvey, type Growing, type Part, type Survey } from './surveyed.ts';

/** Whoever adds more members to one object fills a table. */
const MAX_ADDITIONS = 200;

/**
 * Walks a tree once, without recursion: what is declared where, the functions in their order, and the nodes that facts may follow from.
 *
 * A file that was read in pieces has a scope for each of its long functions and blocks, in which their pieces share their names.
 */
export function survey(parts: readonly Part[]): Survey {
  const root = openScope(null, 0, true);
  const found = emptySurvey();
  const bodies = new Map<Body, Scope>();
  for (const { program, body } of parts)
    walk(program, body === null ? root : bodyScope(body, root, bodies, found), found);
  for (const { name, write } of found.writes) lookup(write.scope, name)?.writes.push(write);
  for (const { name, addition } of found.unplaced) {
    const binding = lookup(addition.scope, name);
    if (binding !== null)
      found.additions.set(binding, [...(found.additions.get(binding) ?? []), addition].slice(0, MAX_ADDITIONS));
  }
  return found;
}

function bodyScope(body: Body, root: Scope, bodies: Map<Body, Scope>, found: Growing): Scope {
  const unopened: Body[] = [];
  let around: Scope = root;
  for (let each: Body | null = body; each !== null && each.around !== null; each = each.around) {
    const known = bodies.get(each);
    if (known !== undefined) {
      around = known;
      break;
    }
    unopened.push(each);
  }
  for (const each of unopened.toReversed()) {
    if (each.isFunction) found.functions += 1;
    around = openScope(around, each.isFunction ? found.functions : around.functionNumber, each.isFunction);
    bodies.set(each, around);
  }
  return around;
}

function walk(program: Program, root: Scope, found: Growing): void {
  const nodes: Node[] = [program];
  const parents: (Node | null)[] = [null];
  const scopes: Scope[] = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const parent = parents.pop() ?? null;
    const scope = scopes.pop() ?? root;
    if (isOfInterest(node, parent)) found.sites.push({ node, parent, scope });
    const inner = enter(node, parent, scope, found);
    if (inner !== scope) found.scopes.set(node, inner);
    const from = nodes.length;
    pushChildren(nodes, node);
    for (let at = from; at < nodes.length; at += 1) {
      parents.push(node);
      scopes.push(inner);
    }
  }
}
