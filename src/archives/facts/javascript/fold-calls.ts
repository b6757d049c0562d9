import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import { BUILTINS, CONSTRUCTORS } from './builtins.ts';
import { bytesMethod } from './bytes-methods.ts';
import type { Evaluator } from './evaluator.ts';
import { keyText } from './fold-names.ts';
import { LIST_METHODS, listMethod } from './list-methods.ts';
import { memberKey } from './patterns.ts';
import type { Scope } from './scopes.ts';
import { TEXT_METHODS, textMethod } from './text-methods.ts';
import { type Frame, isClosure, isList, spreadItems, UNKNOWN, type Value } from './values.ts';

/** Methods whose receiver is worth a look; others would fold half a file to find nothing. */
const METHODS = new Set([...TEXT_METHODS, ...LIST_METHODS, 'toString', 'subarray']);

/** What a call gives: of a function of the language, of a method of a constant, or of a function that the file declares. */
export function foldCall(
  evaluator: Evaluator,
  { callee, arguments: given }: CallExpression | OptionalCallExpression,
  scope: Scope,
  frame: Frame | null,
): Value {
  const builtin = builtinOf(evaluator, callee, scope);
  if (builtin !== UNKNOWN) return calledWith(evaluator, builtin, foldGiven(evaluator, given, scope, frame));
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') {
    const called = evaluator.fold(callee, scope, frame);
    return isClosure(called) ? calledWith(evaluator, called, foldGiven(evaluator, given, scope, frame)) : UNKNOWN;
  }
  const method = memberKey(callee) ?? keyText(evaluator.fold(callee.property, scope, frame));
  if (method === 'call' || method === 'apply') {
    const called = callableOf(evaluator, callee.object, scope, frame);
    const values = called === UNKNOWN ? null : foldGiven(evaluator, given, scope, frame);
    if (values === null || method === 'call') return calledWith(evaluator, called, values?.slice(1) ?? null);
    return calledWith(evaluator, called, spreadItems(values[1] ?? UNKNOWN));
  }
  if (method === null || !METHODS.has(method)) {
    const called = evaluator.fold(callee, scope, frame);
    return isClosure(called) ? calledWith(evaluator, called, foldGiven(evaluator, given, scope, frame)) : UNKNOWN;
  }
  const receiver = evaluator.fold(callee.object, scope, frame);
  if (receiver === UNKNOWN) return UNKNOWN;
  const values = foldGiven(evaluator, given, scope, frame);
  return values === null ? UNKNOWN : methodOf(evaluator, receiver, method, values);
}

/** What `new` gives, of the few constructors that hold nothing but what they are given. */
export function foldNew(evaluator: Evaluator, node: NewExpression, scope: Scope, frame: Frame | null): Value {
  const construct = CONSTRUCTORS.get(evaluator.meaning(node.callee, scope) ?? '');
  const values = construct === undefined ? null : foldGiven(evaluator, node.arguments, scope, frame);
  return construct === undefined || values === null ? UNKNOWN : construct(evaluator, values);
}

function calledWith(evaluator: Evaluator, called: Value, values: readonly Value[] | null): Value {
  return called === UNKNOWN || values === null ? UNKNOWN : evaluator.apply(called, values);
}

/** A function by name or of this file; UNKNOWN for all else. */
function callableOf(evaluator: Evaluator, node: Node, scope: Scope, frame: Frame | null): Value {
  const builtin = builtinOf(evaluator, node, scope);
  if (builtin !== UNKNOWN) return builtin;
  const value = evaluator.fold(node, scope, frame);
  return isClosure(value) ? value : UNKNOWN;
}

function builtinOf(evaluator: Evaluator, node: Node, scope: Scope): Value {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression')
    return UNKNOWN;
  const name = evaluator.meaning(node, scope);
  return name !== null && BUILTINS.has(name) ? { kind: 'builtin', name } : UNKNOWN;
}

/** The values that are given to a call, functions among them; null where it is not known how many. */
function foldGiven(
  evaluator: Evaluator,
  given: readonly Node[],
  scope: Scope,
  frame: Frame | null,
): readonly Value[] | null {
  const values: Value[] = [];
  for (const node of given) {
    if (node.type === 'SpreadElement') {
      const spread = spreadItems(evaluator.fold(node.argument, scope, frame));
      if (spread === null) return null;
      for (const value of spread) values.push(value);
      continue;
    }
    const value = evaluator.fold(node, scope, frame);
    values.push(value === UNKNOWN ? builtinOf(evaluator, node, scope) : value);
  }
  return values;
}

function methodOf(evaluator: Evaluator, receiver: Value, method: string, given: readonly Value[]): Value {
  if (typeof receiver === 'string') return textMethod(evaluator, receiver, method, given);
  if (isList(receiver)) return listMethod(evaluator, receiver, method, given);
  if (receiver instanceof Uint8Array) return bytesMethod(evaluator, receiver, method, given);
  if (typeof receiver === 'number' && method === 'toString') {
    const [radix] = given;
    return typeof radix === 'number' && radix >= 2 && radix <= 36 ? receiver.toString(radix) : String(receiver);
  }
  return UNKNOWN;
}
