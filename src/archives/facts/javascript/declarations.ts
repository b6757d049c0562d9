import type {
  AssignmentExpression,
  Function,
  ImportDeclaration,
  Node,
  Statement,
  TSImportEqualsDeclaration,
  VariableDeclaration,
} from '@babel/types';
import { bundledModule } from './bundles.ts';
import { handOver, handedWrite } from './handing.ts';
import { keyOf, memberKey, namesIn } from './patterns.ts';
import { declare, offsetOf, openScope, type Scope, varScope, type Write, written } from './scopes.ts';
import type { Growing } from './surveyed.ts';

/** Takes down what a node declares and writes; the scope of what stands in it comes back. */
export function enter(node: Node, parent: Node | null, scope: Scope, found: Growing): Scope {
  switch (node.type) {
    case 'VariableDeclaration':
      declareVariables(node, parent, scope, found);
      return scope;
    case 'FunctionDeclaration':
      if (node.id !== null && node.id !== undefined) declare(scope, node.id.name, written('is', node, scope));
      return enterFunction(node, scope, found);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return enterFunction(node, scope, found);
    case 'ObjectMethod':
      keepBundled(node, found);
      return enterFunction(node, scope, found);
    case 'ObjectProperty': {
      keepBundled(node, found);
      const key = keyOf(node);
      if (key !== null) nameValue(node.value, key, found);
      return scope;
    }
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      if (node.id !== null && node.id !== undefined) declare(scope, node.id.name, written('is', node, scope));
      return scope;
    case 'ImportDeclaration':
      declareImports(node, scope);
      return scope;
    case 'TSImportEqualsDeclaration':
      declareImportEquals(node, scope);
      return scope;
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      handOver(node, scope, found);
      return scope;
    case 'AssignmentExpression':
      assign(node, scope, found);
      return scope;
    case 'UpdateExpression':
      found.writes.push(...namesIn(node.argument, written('unknown', null, scope)));
      return scope;
    case 'ForInStatement':
    case 'ForOfStatement':
      if (node.left.type !== 'VariableDeclaration')
        found.writes.push(...namesIn(node.left, written('unknown', null, scope)));
      return openScope(scope, scope.functionNumber, false);
    case 'ForStatement':
    case 'SwitchStatement':
      return openScope(scope, scope.functionNumber, false);
    case 'StaticBlock':
    case 'TSModuleBlock':
      return openScope(scope, scope.functionNumber, true);
    case 'BlockStatement': {
      const isBody = parent !== null && found.scopes.has(parent);
      return isBody || !node.body.some(declaresInBlock) ? scope : openScope(scope, scope.functionNumber, false);
    }
    case 'CatchClause': {
      if (node.param === null || node.param === undefined) return scope;
      const inner = openScope(scope, scope.functionNumber, false);
      declareAll(inner, node.param, written('unknown', null, scope));
      return inner;
    }
    case 'ClassProperty':
    case 'ClassPrivateProperty': {
      const key = node.type === 'ClassPrivateProperty' ? `#${node.key.id.name}` : keyOf(node);
      if (node.value !== null && node.value !== undefined) addMember(found, key, written('is', node.value, scope));
      return scope;
    }
    default:
      return scope;
  }
}

function enterFunction(node: Function, scope: Scope, found: Growing): Scope {
  const handed = found.handed.get(node);
  const runsAtLoad = handed?.runsAtLoad === true;
  if (!runsAtLoad) found.functions += 1;
  const inner = openScope(scope, runsAtLoad ? scope.functionNumber : found.functions, true, node);
  if (node.type === 'FunctionExpression' && node.id !== null && node.id !== undefined) {
    declare(inner, node.id.name, written('is', node, scope));
  }
  for (const [index, parameter] of node.params.entries()) {
    const write = handed === undefined ? null : handedWrite(handed, index);
    declareAll(inner, parameter, write ?? written('unknown', null, scope, offsetOf(parameter)));
  }
  return inner;
}

function declareVariables(node: VariableDeclaration, parent: Node | null, scope: Scope, found: Growing): void {
  const target = node.kind === 'var' ? varScope(scope) : scope;
  for (const { id, init } of node.declarations) {
    const write = init === null || init === undefined ? loopWrite(parent, node, scope) : written('is', init, scope);
    declareAll(target, id, write);
    if (init !== null && init !== undefined && id.type === 'Identifier' && isMade(init)) found.named.set(init, id.name);
  }
}

/** `for (const name of list)` gives each element; `for (const key in object)` something unknown; `let name;` nothing yet. */
function loopWrite(parent: Node | null, declaration: Node, scope: Scope): Write | null {
  if (parent?.type === 'ForOfStatement' && parent.left === declaration) return written('element', parent.right, scope);
  return parent?.type === 'ForInStatement' && parent.left === declaration ? written('unknown', null, scope) : null;
}

function declareAll(scope: Scope, pattern: Node, write: Write | null): void {
  if (write !== null) for (const each of namesIn(pattern, write)) declare(scope, each.name, each.write);
  else if (pattern.type === 'Identifier') declare(scope, pattern.name, null);
}

function declareImports(node: ImportDeclaration, scope: Scope): void {
  for (const specifier of node.specifiers) {
    const path = specifier.type === 'ImportSpecifier' ? [importedName(specifier.imported)] : [];
    const write = written('import', null, scope, offsetOf(specifier));
    declare(scope, specifier.local.name, { ...write, module: node.source.value, path });
  }
}

function declareImportEquals({ id, moduleReference }: TSImportEqualsDeclaration, scope: Scope): void {
  const isModule = moduleReference.type === 'TSExternalModuleReference';
  const write = written(isModule ? 'import' : 'unknown', null, scope, offsetOf(id));
  declare(scope, id.name, isModule ? { ...write, module: moduleReference.expression.value } : write);
}

function assign(node: AssignmentExpression, scope: Scope, found: Growing): void {
  const { left, right } = node;
  const write = written(howWritten(node.operator), right, scope, offsetOf(node));
  if (left.type !== 'MemberExpression') {
    found.writes.push(...namesIn(left, write));
    return;
  }
  if (left.object.type === 'ThisExpression') addMember(found, memberKey(left), write);
  if (left.object.type !== 'Identifier' || write.how !== 'is') return;
  found.unplaced.push({
    name: left.object.name,
    addition: { key: left.property, computed: left.computed, value: right, scope },
  });
}

function howWritten(operator: AssignmentExpression['operator']): Write['how'] {
  if (operator === '=' || operator === '??=' || operator === '||=') return 'is';
  return operator === '+=' ? 'appended' : 'unknown';
}

function addMember(found: Growing, name: string | null, write: Write): void {
  if (name === null) return;
  const writes = found.members.get(name);
  if (writes === undefined) found.members.set(name, [write]);
  else writes.push(write);
}

/** Whether a value is one that is told by its name: an object, a function, what a call gives. */
function isMade({ type }: Node): boolean {
  return (
    type === 'ObjectExpression' ||
    type === 'CallExpression' ||
    type === 'ArrowFunctionExpression' ||
    type === 'FunctionExpression'
  );
}

/** A value stands under its key also where it is wrapped: `{ list_tables: tool({ … }) }`. */
function nameValue(value: Node, key: string, found: Growing): void {
  if (!isMade(value)) return;
  found.named.set(value, key);
  found.keyed.set(value, key);
  const [first] = value.type === 'CallExpression' ? value.arguments : [];
  if (first?.type !== 'ObjectExpression') return;
  found.named.set(first, key);
  found.keyed.set(first, key);
}

function keepBundled(node: Node, found: Growing): void {
  const module = bundledModule(node);
  if (module !== null) found.bundled.set(module.id, module.name);
}

function importedName(imported: Node): string {
  if (imported.type === 'Identifier') return imported.name;
  return imported.type === 'StringLiteral' ? imported.value : '';
}

function declaresInBlock(statement: Statement): boolean {
  if (statement.type === 'VariableDeclaration') return statement.kind !== 'var';
  return statement.type === 'ClassDeclaration' || statement.type === 'FunctionDeclaration';
}
