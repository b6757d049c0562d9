import type { Node } from '@babel/types';
import { isNode } from './children.ts';
import { memberKey } from './patterns.ts';
import { type Scope, type Write, written } from './scopes.ts';
import type { AnyCall, Growing, Handed } from './surveyed.ts';

const LIST_CHANGES = new Set(['push', 'shift', 'unshift', 'pop', 'splice']);
const OVER_ELEMENTS = new Set(['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find']);

/** Takes down what a call hands to functions: to the one that it calls in place, and to those among its arguments. */
export function handOver(call: AnyCall, scope: Scope, found: Growing): void {
  // `f(a, , b)` is recovered from with a hole, whatever the types say.
  if (!call.arguments.every(isNode)) call.arguments = call.arguments.filter(isNode);
  const { callee } = call;
  const method =
    callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? memberKey(callee) : null;
  const called = method === 'call' || method === 'apply' ? receiverOf(call) : callee;
  const inPlace = called !== null && isFunctionLiteral(called);
  const runsAtLoad = inPlace && scope.functionNumber === 0;
  if (inPlace) {
    const from = method === 'call' ? 1 : 0;
    const takes = method === 'apply' ? ({ what: 'unknown' } as const) : ({ what: 'arguments', from } as const);
    found.handed.set(called, { call, scope, takes, runsAtLoad });
  }
  if (method !== null && LIST_CHANGES.has(method)) changeList(call, method, scope, found);
  for (const argument of call.arguments) {
    if (isFunctionLiteral(argument)) {
      found.handed.set(argument, { call, scope, takes: inPlace ? { what: 'unknown' } : taken(method), runsAtLoad });
    }
  }
}

/** What is pushed is part of a list; whoever takes from it or moves its elements makes a list that is not followed. */
function changeList(call: AnyCall, method: string, scope: Scope, found: Growing): void {
  const list = receiverOf(call);
  if (list?.type !== 'Identifier') return;
  if (method !== 'push') found.writes.push({ name: list.name, write: written('unknown', null, scope) });
  else for (const item of call.arguments) found.writes.push({ name: list.name, write: written('pushed', item, scope) });
}

/** What a function's parameter at this index holds; null where that is not known. */
export function handedWrite({ call, scope, takes }: Handed, index: number): Write | null {
  switch (takes.what) {
    case 'arguments': {
      const spreads = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
      const at = takes.from + index;
      const argument = call.arguments[at];
      return argument === undefined || (spreads >= 0 && spreads <= at) ? null : written('is', argument, scope);
    }
    case 'receiver':
      return index === 0 ? written('is', receiverOf(call), scope) : null;
    case 'elements':
      return index === 0 ? written('element', receiverOf(call), scope) : null;
    case 'result':
      return written('derived', call, scope);
    case 'unknown':
      return null;
  }
}

function taken(method: string | null): Handed['takes'] {
  if (method === 'then') return { what: 'receiver' };
  return { what: method !== null && OVER_ELEMENTS.has(method) ? 'elements' : 'result' };
}

function receiverOf({ callee }: AnyCall): Node | null {
  return callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? callee.object : null;
}

function isFunctionLiteral(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}
