import type { Node } from '@babel/types';
import { isRecipientKey } from '../recipients.ts';
import { isNode } from './children.ts';
import { keyOf } from './patterns.ts';

/** Signs of a URL, address or path, and runs as long as an encoded one. */
const MAY_NAME = /[:/.\\~%_]|^[A-Za-z0-9+=-]{20}/;
const MIN_CHARACTERS = 4;
const KEYS = new Set([
  'env',
  'environment',
  'description',
  'title',
  'text',
  'inputSchema',
  'input_schema',
  'parameters',
  'schema',
]);
const ENVIRONMENT_NAME = /^[A-Za-z_][A-Z0-9_]/;

/** Whether facts may follow from a node; most nodes of a file are let go here. */
export function isOfInterest(node: Node, parent: Node | null): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportEqualsDeclaration':
    case 'TaggedTemplateExpression':
    case 'TemplateLiteral':
    case 'SpreadElement':
    case 'ForInStatement':
    case 'AssignmentExpression':
      return true;
    case 'ImportExpression':
      // `import()` is recovered from without what it imports, whatever the types say.
      return isNode(node.source);
    case 'ExportNamedDeclaration':
      return node.source !== null && node.source !== undefined;
    case 'StringLiteral':
      return (
        node.value.length >= MIN_CHARACTERS &&
        (MAY_NAME.test(node.value) || isEscaped(node.value, node.start, node.end))
      );
    case 'JSXText':
      return node.value.includes('://');
    case 'BinaryExpression':
      return node.operator === '+' && !(parent?.type === 'BinaryExpression' && parent.operator === '+');
    case 'VariableDeclarator':
      return node.id.type === 'ObjectPattern' && node.init !== null && node.init !== undefined;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return mayReadEnvironment(node);
    case 'ObjectProperty':
    case 'ClassProperty': {
      const key = keyOf(node);
      return key === null ? node.computed : isKeyOfInterest(key);
    }
    default:
      return false;
  }
}

/** Keys repeat by the thousand, and telling them takes a while. */
const told = new Map<string, boolean>();
const MAX_TOLD = 20_000;

function isKeyOfInterest(key: string): boolean {
  const before = told.get(key);
  if (before !== undefined) return before;
  if (told.size >= MAX_TOLD) told.clear();
  const isOne = KEYS.has(key) || isRecipientKey(key);
  told.set(key, isOne);
  return isOne;
}

/** Longer in the file than it is: something in it is written otherwise. */
function isEscaped(value: string, start: number | null | undefined, end: number | null | undefined): boolean {
  return (end ?? 0) - (start ?? 0) > value.length + 8;
}

/** A member of something called `env`, one of a name written like a variable of the environment, or a computed one. */
function mayReadEnvironment(node: Node & { readonly type: 'MemberExpression' | 'OptionalMemberExpression' }): boolean {
  const { object, property, computed } = node;
  if (object.type === 'MemberExpression' || object.type === 'OptionalMemberExpression')
    return object.computed || keyOf({ key: object.property }) === 'env';
  if (object.type !== 'Identifier') return false;
  if (computed) return property.type === 'Identifier' || property.type === 'StringLiteral';
  return property.type === 'Identifier' && ENVIRONMENT_NAME.test(property.name);
}
