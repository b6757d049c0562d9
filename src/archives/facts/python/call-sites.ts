import { memberOfSelf } from './bindings.ts';
import { argument, argumentsOf } from './calls.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup, lookupMember } from './lookup.ts';
import type { PythonFile } from './python-file.ts';
import type { Parameter } from './scopes.ts';
import { bare, childIn, identifierOf, kindOf, ROOT } from './tree.ts';

interface Site {
  readonly call: number;
  /** Called as a method, so that `self` is not among the arguments. */
  readonly isMethod: boolean;
}

/** Answers `file.onlyArgument`. The calls of a file's own functions are gathered when first asked for. */
export function onlyArguments(fileOf: () => PythonFile): PythonFile['onlyArgument'] {
  let sites: ReadonlyMap<number, readonly Site[]> | null = null;
  return ({ owner, place, name }: Parameter) => {
    const file = fileOf();
    sites ??= sitesOf(file);
    const [site, ...more] = sites.get(owner) ?? [];
    if (site === undefined || more.length > 0) return null;
    return argument(argumentsOf(file.tree, site.call), site.isMethod ? place - 1 : place, name);
  };
}

function sitesOf(file: PythonFile): ReadonlyMap<number, readonly Site[]> {
  const sites = new Map<number, Site[]>();
  for (let node = ROOT; node < file.tree.size; node += 1) {
    const callee = kindOf(file.tree, node) === KIND.call ? childIn(file.tree, node, FIELD.function) : null;
    if (callee === null) continue;
    const definition = definitionOf(file, bare(file.tree, callee));
    if (definition === null) continue;
    const site = { call: node, isMethod: kindOf(file.tree, bare(file.tree, callee)) === KIND.attribute };
    const known = sites.get(definition);
    if (known === undefined) sites.set(definition, [site]);
    else known.push(site);
  }
  return sites;
}

function definitionOf(file: PythonFile, callee: number): number | null {
  const kind = kindOf(file.tree, callee);
  if (kind === KIND.lambda) return callee;
  if (kind === KIND.attribute && memberOfSelf(file.tree, callee) === null) return null;
  if (kind !== KIND.identifier && kind !== KIND.attribute) return null;
  const found =
    kind === KIND.identifier ? lookup(file, identifierOf(file.tree, callee), callee) : lookupMember(file, callee);
  const binding = found?.binding;
  if (binding?.is === 'function') return binding.node;
  const value = binding?.is === 'value' ? bare(file.tree, binding.node) : null;
  return value !== null && kindOf(file.tree, value) === KIND.lambda ? value : null;
}
