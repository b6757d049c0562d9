import type { Node } from '@babel/types';
import type { Evaluator } from './evaluator.ts';
import { isModuleLoader, moduleName, passesOn } from './modules.ts';
import { keyOf, memberKey } from './patterns.ts';
import { type Binding, lookup, onlyWrite, REST, type Scope, type Write } from './scopes.ts';
import type { AnyCall } from './surveyed.ts';
import { exactText } from './values.ts';

/** Longer names mean nothing that is listed anywhere. */
const MAX_CHARACTERS = 120;
const MAX_DEPTH = 40;
const MAX_WRITES = 20;
const RUNTIME = new Set(['require', 'process', 'global']);
const KNOWN_GLOBALS = new Set(
  'globalThis require process module fetch eval Function XMLHttpRequest WebSocket EventSource Buffer navigator Bun Deno atob'.split(
    ' ',
  ),
);
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'global', 'self', 'top', 'frames']);

/**
 * What names and members stand for, through imports, variables, destructuring, bundlers' wrappers and computed keys.
 *
 * Dotted, from a module or a global on: `child_process.exec`, `fetch`, `process.env`; what a call gives is the callee's with `()`:
 * `axios.create().post`. Modules are written without `node:`. null for what is of the file's own making.
 */
export function meanings(evaluator: Pick<Evaluator, 'fold' | 'survey'>): Evaluator['meaning'] {
  const known = new Map<Binding, string | null>();
  let depth = 0;

  function of(node: Node, scope: Scope): string | null {
    if (depth >= MAX_DEPTH) return null;
    depth += 1;
    try {
      return meaningOf(node, scope);
    } finally {
      depth -= 1;
    }
  }

  function meaningOf(node: Node, scope: Scope): string | null {
    switch (node.type) {
      case 'Identifier': {
        const binding = lookup(scope, node.name);
        if (binding === null) return GLOBAL_OBJECTS.has(node.name) ? 'globalThis' : node.name;
        return ofBinding(binding);
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        const key = memberKey(node) ?? exactText(evaluator.fold(node.property, scope, null));
        return key === null ? null : ofMember(node.object, key, scope);
      }
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return ofCall(node, scope);
      case 'ImportExpression':
        return moduleName(exactText(evaluator.fold(node.source, scope, null)));
      case 'AwaitExpression':
        return of(node.argument, scope);
      case 'MetaProperty':
        return `${node.meta.name}.${node.property.name}`;
      case 'SequenceExpression': {
        const last = node.expressions.at(-1);
        return last === undefined ? null : of(last, scope);
      }
      case 'AssignmentExpression':
        return node.operator === '=' ? of(node.right, scope) : null;
      case 'LogicalExpression':
        return node.operator === '&&' ? of(node.right, scope) : either(of(node.left, scope), of(node.right, scope));
      case 'ConditionalExpression':
        return either(of(node.consequent, scope), of(node.alternate, scope));
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ParenthesizedExpression':
      case 'TypeCastExpression':
        return of(node.expression, scope);
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return 'function';
      default:
        return null;
    }
  }

  function ofBinding(binding: Binding): string | null {
    const kept = known.get(binding);
    if (kept !== undefined) return kept;
    // A name that leads back to itself means nothing.
    known.set(binding, null);
    let meaning: string | null = null;
    for (const write of binding.writes.slice(0, MAX_WRITES)) meaning ??= ofWrite(write);
    // Bundlers hand these to each module as parameters of the same name.
    if (meaning === null && RUNTIME.has(binding.name) && binding.writes.every(({ how }) => how === 'unknown'))
      meaning = binding.name;
    known.set(binding, meaning);
    return meaning;
  }

  function ofWrite({ how, node, scope, path, module }: Write): string | null {
    if (how === 'import') return path.reduce(extended, moduleName(module));
    if (how !== 'is' || node === null || isFunctionNode(node)) return null;
    const [first, ...rest] = path;
    if (first === undefined) return of(node, scope);
    return rest.reduce(extended, ofMember(node, first, scope));
  }

  function ofMember(object: Node, key: string, scope: Scope): string | null {
    if (key === REST) return of(object, scope);
    const whole = object.type === 'ThisExpression' ? null : of(object, scope);
    if (whole !== null) return extended(whole, key);
    const member = memberOf(object, key, scope);
    if (member !== null) return of(member.node, member.scope);
    // Of whatever it is the class, and that one's is Function: `[].constructor.constructor`.
    return key === 'constructor' ? (isFunctionHere(object, scope) ? 'Function' : 'value.constructor') : null;
  }

  /** What stands in an object of the file's own: `const run = { it: exec }; run.it(…)`, `this.client = axios`. */
  function memberOf(object: Node, key: string, scope: Scope): { readonly node: Node; readonly scope: Scope } | null {
    if (object.type === 'ThisExpression') {
      const [write, other] = evaluator.survey.members.get(key) ?? [];
      return write?.how === 'is' && write.node !== null && other === undefined
        ? { node: write.node, scope: write.scope }
        : null;
    }
    if (object.type === 'Identifier') {
      const binding = lookup(scope, object.name);
      const write = binding === null ? null : onlyWrite(binding);
      if (write?.how !== 'is' || write.path.length > 0 || write.node?.type !== 'ObjectExpression') return null;
      return memberOf(write.node, key, write.scope);
    }
    if (object.type !== 'ObjectExpression') return null;
    const property = object.properties.find((each) => each.type === 'ObjectProperty' && keyOf(each) === key);
    return property?.type === 'ObjectProperty' ? { node: property.value, scope } : null;
  }

  function ofCall(call: AnyCall, scope: Scope): string | null {
    const { callee } = call;
    const [first] = call.arguments;
    if (callee.type === 'ArrowFunctionExpression' && callee.body.type !== 'BlockStatement') {
      return of(callee.body, evaluator.survey.scopes.get(callee) ?? scope);
    }
    const called = of(callee, scope);
    if (called !== null) {
      if (isModuleLoader(called))
        return first === undefined ? null : moduleName(exactText(evaluator.fold(first, scope, null)));
      if (passesOn(called) && first !== undefined) return of(first, scope);
      if (called === 'Reflect.get' && first !== undefined) return ofReflected(call, first, scope);
      if (called.endsWith('.bind')) return called.slice(0, -'.bind'.length);
      return extended(called, '()');
    }
    if (first === undefined) return null;
    if (callee.type === 'MemberExpression' && memberKey(callee) === 'n') return of(first, scope);
    // A bundler's helper around what it loads: `__toESM(require('fs'))`, `n(81)`, whatever they are renamed to.
    if (isLoading(first, scope)) return of(first, scope);
    const number = evaluator.survey.bundled.size === 0 || call.arguments.length > 1 ? null : keyOf({ key: first });
    return number === null ? null : moduleName(evaluator.survey.bundled.get(number) ?? null);
  }

  function ofReflected(call: AnyCall, object: Node, scope: Scope): string | null {
    const [, key] = call.arguments;
    const name = key === undefined ? null : exactText(evaluator.fold(key, scope, null));
    return name === null ? null : ofMember(object, name, scope);
  }

  function isLoading(node: Node, scope: Scope): boolean {
    if (node.type === 'ImportExpression') return true;
    if (node.type !== 'CallExpression') return false;
    const called = of(node.callee, scope);
    return called !== null && isModuleLoader(called);
  }

  return of;
}

/** One of two: a name that nobody declares says less than anything else. */
function either(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return /^[a-z_$][\w$]*$/i.test(first) && !KNOWN_GLOBALS.has(first) ? second : first;
}

/** A member of what a name stands for. */
function extended(whole: string | null, key: string): string | null {
  if (whole === null || whole.length + key.length > MAX_CHARACTERS) return null;
  if (key === '()') return whole === 'Function()' ? 'globalThis' : NO_FUNCTIONS.has(whole) ? whole : `${whole}()`;
  if (key === REST || key === 'default' || key === '__esModule') return whole;
  if (whole === 'globalThis') return GLOBAL_OBJECTS.has(key) ? 'globalThis' : key;
  if (key === 'constructor' && (whole === 'function' || whole.endsWith('.constructor'))) return 'Function';
  const member = `${whole}.${key}`;
  return SAME.get(member) ?? member;
}

/** Modules that cannot be called; webpack has its modules called to give themselves. */
const NO_FUNCTIONS = new Set(
  'child_process crypto dgram dns fs fs.promises http http2 https net os path tls vm zlib'.split(' '),
);

/** Members that are another thing by a longer way. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['process.mainModule', 'module'],
  ['require.main', 'module'],
  ['module.Module', 'module'],
  ['module.constructor', 'module'],
  ['module.require', 'require'],
  ['module._load', 'require'],
  ['Object.getPrototypeOf().constructor', 'Function'],
  ['Function.constructor', 'Function'],
  ['Function.prototype.constructor', 'Function'],
]);

function isFunctionNode({ type }: Node): boolean {
  return (
    type === 'FunctionDeclaration' ||
    type === 'FunctionExpression' ||
    type === 'ArrowFunctionExpression' ||
    type === 'ClassDeclaration'
  );
}

function isFunctionHere(node: Node, scope: Scope): boolean {
  const binding = node.type === 'Identifier' ? lookup(scope, node.name) : null;
  const bound = binding === null ? null : (onlyWrite(binding)?.node ?? null);
  return bound !== null && isFunctionNode(bound);
}
