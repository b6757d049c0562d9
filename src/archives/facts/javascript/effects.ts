import type { AssignmentExpression, CallExpression, Expression, UpdateExpression } from '@babel/types';
import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import type { Evaluator } from './evaluator.ts';
import { arithmetic, sum } from './fold-operators.ts';
import { memberKey } from './patterns.ts';
import { lookup, type Scope } from './scopes.ts';
import { type Frame, isList, isTruthy, list, type List, UNKNOWN, type Value } from './values.ts';

/** One call of a function that is followed. */
export interface Run {
  readonly evaluator: Evaluator;
  readonly frame: Frame;
  /** Lists that this call made itself and may add to. */
  readonly owned: Map<List, Value[]>;
}

/** Does what an expression does to the function's own variables; false where it does anything else. */
export function effect(run: Run, node: Expression, scope: Scope): boolean {
  switch (node.type) {
    case 'AssignmentExpression':
      return assigned(run, node, scope);
    case 'UpdateExpression':
      return counted(run, node, scope);
    case 'CallExpression':
      return pushed(run, node, scope);
    case 'SequenceExpression':
      return node.expressions.every((each) => effect(run, each, scope));
    case 'LogicalExpression': {
      const left = run.evaluator.fold(node.left, scope, run.frame);
      if (left === UNKNOWN || node.operator === '??') return false;
      return isTruthy(left) === (node.operator === '&&') ? effect(run, node.right, scope) : true;
    }
    case 'StringLiteral':
      return true;
    default:
      return false;
  }
}

/** Puts a value into a variable of the call; false where it belongs to somebody else, whose other calls would see it. */
export function store({ frame }: Run, name: string, value: Value, scope: Scope, isNew = false): boolean {
  const binding = lookup(scope, name);
  if (binding === null) return false;
  for (let each: Frame | null = frame; each !== null; each = each.parent) {
    if (each.values.has(binding)) {
      each.values.set(binding, value);
      return true;
    }
  }
  if (isNew) frame.values.set(binding, value);
  return isNew;
}

function assigned(run: Run, { left, right, operator }: AssignmentExpression, scope: Scope): boolean {
  const { evaluator, frame } = run;
  const value = evaluator.fold(right, scope, frame);
  if (left.type === 'Identifier') {
    if (operator === '=') return store(run, left.name, value, scope);
    const before = evaluator.fold(left, scope, frame);
    const after = operator === '+=' ? sum(evaluator, before, value) : arithmetic(operator.slice(0, -1), before, value);
    const isTooLong = typeof after === 'string' && after.length > MAX_FOLDED_CHARACTERS;
    return after !== UNKNOWN && !isTooLong && store(run, left.name, after, scope);
  }
  if (left.type !== 'MemberExpression' || left.object.type !== 'Identifier' || !left.computed || operator !== '=')
    return false;
  const index = evaluator.fold(left.property, scope, frame);
  const items = ownItems(run, left.object.name, evaluator.fold(left.object, scope, frame), scope);
  if (items === null || typeof index !== 'number' || index < 0 || index > items.length || index > MAX_FOLDED_CHARACTERS)
    return false;
  items[index] = value;
  return true;
}

function counted(run: Run, { argument, operator }: UpdateExpression, scope: Scope): boolean {
  if (argument.type !== 'Identifier') return false;
  const before = run.evaluator.fold(argument, scope, run.frame);
  return typeof before === 'number' && store(run, argument.name, operator === '++' ? before + 1 : before - 1, scope);
}

/** `parts.push(part)`: all that decoders call for its effect. */
function pushed(run: Run, { callee, arguments: given }: CallExpression, scope: Scope): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || memberKey(callee) !== 'push')
    return false;
  const items = ownItems(run, callee.object.name, run.evaluator.fold(callee.object, scope, run.frame), scope);
  if (items === null || items.length > MAX_FOLDED_CHARACTERS) return false;
  for (const argument of given) items.push(run.evaluator.fold(argument, scope, run.frame));
  return true;
}

function ownItems(run: Run, name: string, value: Value, scope: Scope): Value[] | null {
  if (!isList(value)) return null;
  const own = run.owned.get(value);
  if (own !== undefined) return own;
  const items = [...value.items];
  const copy = list(items);
  if (!store(run, name, copy, scope)) return null;
  run.owned.set(copy, items);
  return items;
}
