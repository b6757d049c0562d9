import { also, isText, list, number, text, ways, type Constant } from './constants.ts';
import { entryOf } from './entries.ts';
import { applied } from './fold-applied.ts';
import { foldCall } from './fold-calls.ts';
import { added, joined } from './fold-joins.ts';
import { elements } from './fold-loops.ts';
import { foldAttribute, foldIdentifier } from './fold-names.ts';
import { arithmetic, negated } from './fold-operators.ts';
import { indexed } from './fold-slices.ts';
import { FOLDERS } from './folders.ts';
import { FIELD, KIND } from './grammar.ts';
import { integerOf, literalOf } from './literals.ts';
import type { Given, PythonFile } from './python-file.ts';
import { bare, childIn, childrenOf, firstChildOf, kindOf, operatorBetween, sourceOf } from './tree.ts';

/**
 * What an expression is known to be without running it; null where nothing of it is.
 *
 * Sees through concatenation, f-strings, joins, formats, decoding, simple variables, loops over constants and small functions of
 * the file. Asked through `file.fold`, which bounds depth and work and remembers answers.
 */
export function fold(file: PythonFile, written: number, given: Given | null): Constant | null {
  const { tree } = file;
  const node = bare(tree, written);
  switch (kindOf(tree, node)) {
    case KIND.string:
      return foldString(file, node, given);
    case KIND.concatenated_string:
      return joined(
        file,
        childrenOf(tree, node).map((part) => file.fold(part, given)),
        ways('concatenation'),
      );
    case KIND.integer:
      return number(integerOf(tree, node) ?? Number.NaN);
    case KIND.identifier:
      return foldIdentifier(file, node, given);
    case KIND.attribute:
      return foldAttribute(file, node, given);
    case KIND.binary_operator:
      return foldOperator(file, node, given);
    case KIND.unary_operator:
      return foldUnary(file, node, given);
    case KIND.subscript:
      return foldSubscript(file, node, given);
    case KIND.call:
      return foldCall(file, node, given) ?? applied(file, node, given);
    case KIND.list:
    case KIND.tuple:
    case KIND.set:
    case KIND.expression_list:
      return foldMembers(file, node, given);
    case KIND.list_comprehension:
    case KIND.set_comprehension:
    case KIND.generator_expression:
      return elements(file, node, given);
    case KIND.conditional_expression: {
      const [consequence, , alternative] = childrenOf(tree, node);
      return foldFirst(file, [consequence, alternative], given);
    }
    case KIND.boolean_operator:
      return foldFirst(file, childrenOf(tree, node), given);
    case KIND.named_expression:
      return foldFirst(file, childrenOf(tree, node).slice(1), given);
    default:
      return null;
  }
}

function foldString(file: PythonFile, node: number, given: Given | null): Constant | null {
  const { is, parts, escaped } = literalOf(file.tree, node);
  const how = escaped ? ways('escapes') : 0;
  const [only = ''] = parts;
  if (parts.length < 2 && typeof only === 'string') return { is, text: only, whole: true, ways: how };
  const constants = parts.map((part) => (typeof part === 'string' ? text(part) : foldInterpolation(file, part, given)));
  const template = joined(file, constants, ways('concatenation') | how);
  return template !== null && parts.every((part) => typeof part !== 'string') && !template.whole ? null : template;
}

/** `{x}`; what `{x!r}` and `{x:>8}` make of it is not known. */
function foldInterpolation(file: PythonFile, node: number, given: Given | null): Constant | null {
  const [expression, ...shaping] = childrenOf(file.tree, node);
  return expression === undefined || shaping.length > 0 ? null : file.fold(expression, given);
}

/** A chain of one operator is gone along, not down: a text may be the sum of a thousand letters. */
function foldOperator(file: PythonFile, node: number, given: Given | null): Constant | null {
  const { tree } = file;
  const operands: number[] = [];
  let operator: string | null = null;
  let current = node;
  while (kindOf(tree, current) === KIND.binary_operator && operands.length < MAX_OPERANDS) {
    const [left, right] = childrenOf(tree, current);
    if (left === undefined || right === undefined) return null;
    const written = operatorBetween(tree, left, right);
    if (operator !== null && (written !== operator || operator !== '+')) break;
    operator = written;
    operands.push(right);
    current = left;
  }
  operands.push(current);
  const constants = operands.reverse().map((operand) => file.fold(operand, given));
  if (operator === '+') return added(file, constants);
  const [left = null, right = null] = constants;
  const isPath = operator === '/' && (left === null || isText(left)) && file.nameOf(node)?.path === 'pathlib.Path()';
  return arithmetic(file, operator ?? '', { left, right, isPath });
}

function foldUnary(file: PythonFile, node: number, given: Given | null): Constant | null {
  const operand = firstChildOf(file.tree, node);
  return operand === null ? null : negated(sourceOf(file.tree, node).charAt(0), file.fold(operand, given));
}

function foldSubscript(file: PythonFile, node: number, given: Given | null): Constant | null {
  const { tree } = file;
  const object = childIn(tree, node, FIELD.value);
  const key = childIn(tree, node, FIELD.subscript);
  if (object === null || key === null) return null;
  if (file.nameOf(object)?.path === 'os.environ') return FOLDERS.get(wholeKey(file, key, given)) ?? null;
  const isSlice = kindOf(tree, key) === KIND.slice;
  const entry = isSlice || given !== null ? null : entryOf(file, node);
  if (entry !== null) return file.fold(entry, given);
  const index = isSlice ? sourceOf(tree, key) : file.fold(key, given);
  return indexed(file, file.fold(object, given), index);
}

function wholeKey(file: PythonFile, key: number, given: Given | null): string {
  const constant = file.fold(key, given);
  return isText(constant) ? constant.text : '';
}

function foldMembers(file: PythonFile, node: number, given: Given | null): Constant | null {
  const members = childrenOf(file.tree, node);
  if (members.length === 0 || !file.affords(members.length)) return members.length === 0 ? list([]) : null;
  const items = members.map((member) =>
    kindOf(file.tree, member) === KIND.list_splat ? null : file.fold(member, given),
  );
  return list(
    items,
    items.reduce((set, item) => set | (item?.ways ?? 0), 0),
  );
}

function foldFirst(file: PythonFile, nodes: readonly (number | undefined)[], given: Given | null): Constant | null {
  for (const node of nodes) {
    const constant = node === undefined ? null : file.fold(node, given);
    if (constant !== null) return also(constant, 0);
  }
  return null;
}

const MAX_OPERANDS = 50_000;
