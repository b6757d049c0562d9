import { argument, argumentsOf, type Arguments } from './calls.ts';
import { list, membersOf, type Constant } from './constants.ts';
import { FUNCTIONS } from './fold-functions.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup } from './lookup.ts';
import type { Given, PythonFile } from './python-file.ts';
import { bare, childIn, childrenOf, firstChildOf, identifierOf, kindOf, afterOf } from './tree.ts';

/**
 * What a function or lambda of the file gives for constants: `d('…')` after `def d(s): return base64.b64decode(s)`.
 *
 * Functions that end in their only `return`, with nothing that branches or repeats taken into account. null for others.
 */
export function applied(file: PythonFile, node: number, given: Given | null): Constant | null {
  const callee = childIn(file.tree, node, FIELD.function);
  if (callee === null) return null;
  const args = argumentsOf(file.tree, node);
  if (file.nameOf(callee)?.path === 'map') return mapped(file, args, given);
  const definition = definitionOf(file, callee);
  if (definition === null) return null;
  const result = resultOf(file, definition);
  if (result === null) return null;
  const names = parametersWith(file, definition, args, given);
  return file.fold(result, names.size === 0 ? null : names);
}

function mapped(file: PythonFile, args: Arguments, given: Given | null): Constant | null {
  const [callee, over] = args.positional;
  const members = over === undefined ? null : membersOf(file.fold(over, given));
  if (callee === undefined || members === null) return null;
  const apply = functionFrom(file, callee);
  const values: Constant[] = [];
  for (const member of members) {
    const value = apply?.(member) ?? null;
    if (value === null) return null;
    values.push(value);
  }
  return list(
    values,
    values.reduce((set, value) => set | value.ways, 0),
  );
}

function functionFrom(file: PythonFile, callee: number): ((member: Constant) => Constant | null) | null {
  const name = file.nameOf(callee)?.path ?? '';
  const simple = FUNCTIONS.get(name);
  if (simple !== undefined) {
    return (member) =>
      simple(file, { count: 1, at: (place) => (place === 0 ? member : null), all: () => [member], named: () => [] });
  }
  const definition = definitionOf(file, callee);
  const result = definition === null ? null : resultOf(file, definition);
  const [parameter] = definition === null ? [] : parametersOf(file, definition);
  if (result === null || parameter === undefined) return null;
  return (member) => file.fold(result, new Map([[parameter.name, member]]));
}

/** The `def` or lambda that a callee stands for; null where it is none of the file. */
function definitionOf(file: PythonFile, callee: number): number | null {
  let current = bare(file.tree, callee);
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (kindOf(file.tree, current) === KIND.lambda) return current;
    if (kindOf(file.tree, current) !== KIND.identifier) return null;
    const binding = lookup(file, identifierOf(file.tree, current), current)?.binding;
    if (binding?.is === 'function') return binding.node;
    if (binding?.is !== 'value') return null;
    current = bare(file.tree, binding.node);
  }
  return null;
}

/** What a lambda or function gives back; null where it has several answers or none. */
function resultOf(file: PythonFile, definition: number): number | null {
  const body = childIn(file.tree, definition, FIELD.body);
  if (body === null || kindOf(file.tree, definition) === KIND.lambda) return body;
  if (afterOf(file.tree, body) - body > MAX_BODY) return null;
  const last = childrenOf(file.tree, body).at(-1);
  if (last === undefined || kindOf(file.tree, last) !== KIND.return_statement) return null;
  for (let node = body; node < last; node += 1) if (kindOf(file.tree, node) === KIND.return_statement) return null;
  return firstChildOf(file.tree, last);
}

interface Parameter {
  readonly name: string;
  readonly value: number | null;
}

function parametersOf(file: PythonFile, definition: number): readonly Parameter[] {
  const parameters = childIn(file.tree, definition, FIELD.parameters);
  if (parameters === null) return [];
  return childrenOf(file.tree, parameters).flatMap((node) => {
    const kind = kindOf(file.tree, node);
    const name =
      kind === KIND.identifier ? node : (childIn(file.tree, node, FIELD.name) ?? firstChildOf(file.tree, node));
    if (name === null || kindOf(file.tree, name) !== KIND.identifier) return [];
    return [
      {
        name: identifierOf(file.tree, name),
        value: kind === KIND.identifier ? null : childIn(file.tree, node, FIELD.value),
      },
    ];
  });
}

function parametersWith(
  file: PythonFile,
  definition: number,
  args: Arguments,
  given: Given | null,
): Map<string, Constant> {
  const names = new Map<string, Constant>();
  parametersOf(file, definition).forEach(({ name, value }, place) => {
    const passed = argument(args, place, name);
    const constant = passed === null ? null : file.fold(passed, given);
    const known = constant ?? (value === null || passed !== null ? null : file.fold(value));
    if (known !== null) names.set(name, known);
  });
  return names;
}

const MAX_LINKS = 10;
const MAX_BODY = 400;
