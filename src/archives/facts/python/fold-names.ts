import { isText, type Constant } from './constants.ts';
import { added } from './fold-joins.ts';
import { KNOWN } from './folders.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup, lookupMember, type Found } from './lookup.ts';
import type { Given, PythonFile } from './python-file.ts';
import type { Binding } from './scopes.ts';
import { childIn, firstChildOf, identifierOf, kindOf } from './tree.ts';

/** What a name stands for where it is used. */
export function foldIdentifier(file: PythonFile, node: number, given: Given | null): Constant | null {
  const name = identifierOf(file.tree, node);
  const known = given?.get(name);
  if (known !== undefined) return known;
  if (name === '__doc__') return foldDocumentation(file);
  const found = lookup(file, name, node);
  return found === null ? null : foldBinding(file, found, isOfOneFunction(file, node, found) ? given : null);
}

/** Parameters that are given count for what the same function computes of them. */
function isOfOneFunction(file: PythonFile, node: number, { binding }: Found): boolean {
  if (binding.is !== 'value') return false;
  const scope = file.scopes.of(binding.node);
  return scope.kind === 'function' && scope.functionNumber === file.scopes.of(node).functionNumber;
}

function foldDocumentation(file: PythonFile): Constant | null {
  const statement = firstChildOf(file.tree, 0);
  const first = statement === null ? null : firstChildOf(file.tree, statement);
  return first !== null && kindOf(file.tree, first) === KIND.string ? file.fold(first) : null;
}

function foldBinding(
  file: PythonFile,
  { binding, bindings, index }: Found,
  given: Given | null = null,
): Constant | null {
  switch (binding.is) {
    case 'value':
      return file.fold(binding.node, given);
    case 'parameter': {
      const node = file.onlyArgument(binding) ?? binding.node;
      return node === null ? null : file.fold(node);
    }
    case 'import':
      return KNOWN.get(binding.path) ?? null;
    case 'added':
      return foldAdded(file, bindings, index);
    default:
      return null;
  }
}

/** `a = 'x'`, `a += 'y'`, …: from the last full value on. */
function foldAdded(file: PythonFile, bindings: readonly Binding[], index: number): Constant | null {
  let from = index;
  while (from > 0 && bindings[from]?.is === 'added') from -= 1;
  const parts = bindings.slice(from, index + 1).map((binding) => {
    const node = binding.is === 'value' || binding.is === 'added' || binding.is === 'parameter' ? binding.node : null;
    return node === null ? null : file.fold(node);
  });
  return added(file, parts);
}

/** What `self.x`, `Class.x`, `os.sep` and `Path('…').parent` stand for. */
export function foldAttribute(file: PythonFile, node: number, given: Given | null): Constant | null {
  const { tree } = file;
  const member = lookupMember(file, node);
  if (member !== null) return foldBinding(file, member);
  const known = KNOWN.get(file.nameOf(node)?.path ?? '');
  if (known !== undefined) return known;
  const object = childIn(tree, node, FIELD.object);
  const attribute = childIn(tree, node, FIELD.attribute);
  if (object === null || attribute === null) return null;
  const name = identifierOf(tree, attribute);
  // `Tools.FETCH.value`, a member of an Enum.
  if (name === 'value') return kindOf(tree, object) === KIND.attribute ? file.fold(object, given) : null;
  if (name !== 'parent' || file.nameOf(node)?.path !== 'pathlib.Path()') return null;
  const path = file.fold(object, given);
  return isText(path) ? { ...path, text: path.text.slice(0, Math.max(0, path.text.lastIndexOf('/'))) } : null;
}
