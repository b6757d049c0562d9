import type { ArrayExpression, Node, ObjectExpression, StringLiteral, TemplateLiteral } from '@babel/types';
import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import type { Evaluator } from './evaluator.ts';
import { foldCall, foldNew } from './fold-calls.ts';
import { foldIdentifier, foldMember } from './fold-names.ts';
import { foldBinary, foldUnary } from './fold-operators.ts';
import { keyOf } from './patterns.ts';
import type { Scope } from './scopes.ts';
import {
  asText,
  exactText,
  type Frame,
  HOLE,
  isEntries,
  isTruthy,
  list,
  spreadItems,
  UNKNOWN,
  type Value,
} from './values.ts';

const HOLES = /\uFFFF/g;

/** The value of an expression; UNKNOWN where it is not constant. Texts that are constant in part have holes. */
export function foldNode(evaluator: Evaluator, node: Node, scope: Scope, frame: Frame | null): Value {
  switch (node.type) {
    case 'StringLiteral':
      return foldString(evaluator, node);
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value;
    case 'NullLiteral':
      return null;
    case 'RegExpLiteral':
      return { kind: 'pattern', source: node.pattern, flags: node.flags };
    case 'TemplateLiteral':
      return foldTemplate(evaluator, node, scope, frame);
    case 'TaggedTemplateExpression':
      return evaluator.meaning(node.tag, scope) === 'String.raw'
        ? foldTemplate(evaluator, node.quasi, scope, frame)
        : UNKNOWN;
    case 'Identifier':
      return foldIdentifier(evaluator, node, scope, frame);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return foldMember(evaluator, node, scope, frame);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return foldCall(evaluator, node, scope, frame);
    case 'NewExpression':
      return foldNew(evaluator, node, scope, frame);
    case 'BinaryExpression':
      return foldBinary(evaluator, node, scope, frame);
    case 'UnaryExpression':
      return foldUnary(evaluator, node, scope, frame);
    case 'LogicalExpression': {
      const left = evaluator.fold(node.left, scope, frame);
      if (node.operator === '&&')
        return left === UNKNOWN || isTruthy(left) ? evaluator.fold(node.right, scope, frame) : left;
      const isKept = node.operator === '??' ? left !== null && left !== undefined : isTruthy(left);
      return left !== UNKNOWN && isKept ? left : evaluator.fold(node.right, scope, frame);
    }
    case 'ConditionalExpression': {
      const test = evaluator.fold(node.test, scope, frame);
      if (test !== UNKNOWN) return evaluator.fold(isTruthy(test) ? node.consequent : node.alternate, scope, frame);
      const first = evaluator.fold(node.consequent, scope, frame);
      return first === UNKNOWN || first === '' ? evaluator.fold(node.alternate, scope, frame) : first;
    }
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? UNKNOWN : evaluator.fold(last, scope, frame);
    }
    case 'AssignmentExpression':
      return node.operator === '=' ? evaluator.fold(node.right, scope, frame) : UNKNOWN;
    case 'AwaitExpression':
      return evaluator.fold(node.argument, scope, frame);
    case 'ArrayExpression':
      return foldArray(evaluator, node, scope, frame);
    case 'ObjectExpression':
      return foldObject(evaluator, node, scope, frame);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return { kind: 'closure', node, frame };
    case 'TSEnumDeclaration':
      return {
        kind: 'entries',
        whole: true,
        members: new Map(
          node.body.members.map(({ id, initializer }) => [
            id.type === 'Identifier' ? id.name : id.value,
            initializer === null || initializer === undefined ? UNKNOWN : evaluator.fold(initializer, scope, frame),
          ]),
        ),
      };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
    case 'TypeCastExpression':
      return evaluator.fold(node.expression, scope, frame);
    default:
      return UNKNOWN;
  }
}

/** A letter written by its number is written so for nobody to read it; signs and controls often cannot be written otherwise. */
const HIDDEN_LETTERS = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\})/gi;
const LETTER = /[a-z0-9]/i;

function foldString(evaluator: Evaluator, { value, extra, start, end }: StringLiteral): string {
  const isEscaped = (end ?? 0) - (start ?? 0) >= value.length + 5;
  if (isEscaped && typeof extra?.['raw'] === 'string') {
    const letters = hiddenLetters(extra['raw'].slice(0, MAX_FOLDED_CHARACTERS));
    if (letters > 0) evaluator.note('escapes', letters);
  }
  return withoutHoles(value);
}

function hiddenLetters(raw: string): number {
  let count = 0;
  for (const [escape] of raw.matchAll(HIDDEN_LETTERS)) {
    const code = Number.parseInt(escape.replace(/[^0-9a-f]/gi, ''), 16);
    if (code < 128 && LETTER.test(String.fromCharCode(code))) count += 1;
  }
  return count;
}

function withoutHoles(text: string): string {
  return text.includes(HOLE) ? text.replace(HOLES, '\uFFFD') : text;
}

function foldTemplate(
  evaluator: Evaluator,
  { quasis, expressions }: TemplateLiteral,
  scope: Scope,
  frame: Frame | null,
): string {
  let text = '';
  for (const [index, quasi] of quasis.entries()) {
    text += withoutHoles(quasi.value.cooked ?? quasi.value.raw);
    const expression = expressions[index];
    if (expression !== undefined) text += asText(evaluator.fold(expression, scope, frame));
    if (text.length > MAX_FOLDED_CHARACTERS) return text.slice(0, MAX_FOLDED_CHARACTERS) + HOLE;
  }
  return text;
}

function foldArray(evaluator: Evaluator, { elements }: ArrayExpression, scope: Scope, frame: Frame | null): Value {
  const items: Value[] = [];
  for (const element of elements) {
    if (element === null) items.push(undefined);
    else if (element.type !== 'SpreadElement') items.push(evaluator.fold(element, scope, frame));
    else {
      const spread = spreadItems(evaluator.fold(element.argument, scope, frame));
      if (spread === null) return UNKNOWN;
      for (const item of spread) items.push(item);
    }
    if (items.length > MAX_FOLDED_CHARACTERS) return UNKNOWN;
  }
  return list(items);
}

function foldObject(evaluator: Evaluator, { properties }: ObjectExpression, scope: Scope, frame: Frame | null): Value {
  const members = new Map<string, Value>();
  let whole = true;
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluator.fold(property.argument, scope, frame);
      if (isEntries(spread)) for (const [key, value] of spread.members) members.set(key, value);
      whole &&= isEntries(spread) && spread.whole;
      continue;
    }
    const key = keyOf(property) ?? exactText(evaluator.fold(property.key, scope, frame));
    if (key === null) whole = false;
    else if (property.type === 'ObjectProperty') members.set(key, evaluator.fold(property.value, scope, frame));
    else members.set(key, property.kind === 'method' ? { kind: 'closure', node: property, frame } : UNKNOWN);
  }
  return { kind: 'entries', members, whole };
}
