import { FIELD, KIND } from './grammar.ts';
import type { SyntaxTree } from './tree.ts';
import { childIn, childrenOf, firstChildOf, identifierOf, kindOf } from './tree.ts';

export interface Arguments {
  /** Up to the first `*list`, whose length nobody knows. */
  readonly positional: readonly number[];
  readonly named: ReadonlyMap<string, number>;
  /** What stands behind `*` and `**`. */
  readonly spread: readonly number[];
}

const NO_ARGUMENTS: Arguments = { positional: [], named: new Map(), spread: [] };

/** The arguments of a call as nodes. Bounded in number: of a thousand, what matters stands first. */
export function argumentsOf(tree: SyntaxTree, call: number): Arguments {
  const list = childIn(tree, call, FIELD.arguments);
  if (list === null) return NO_ARGUMENTS;
  // `join(x for x in y)` has no list around its only argument.
  if (kindOf(tree, list) !== KIND.argument_list) return { ...NO_ARGUMENTS, positional: [list] };
  const positional: number[] = [];
  const named = new Map<string, number>();
  const spread: number[] = [];
  for (const child of childrenOf(tree, list)) {
    const kind = kindOf(tree, child);
    if (kind === KIND.keyword_argument) {
      const name = childIn(tree, child, FIELD.name);
      const value = childIn(tree, child, FIELD.value);
      if (name !== null && value !== null) named.set(identifierOf(tree, name), value);
    } else if (kind === KIND.list_splat || kind === KIND.dictionary_splat) {
      const value = firstChildOf(tree, child);
      if (value !== null) spread.push(value);
    } else if (spread.length === 0) positional.push(child);
  }
  return { positional, named, spread };
}

/** An argument by its place or its name; null where it is not given. */
export function argument(args: Arguments, place: number, ...names: readonly string[]): number | null {
  for (const name of names) {
    const named = args.named.get(name);
    if (named !== undefined) return named;
  }
  return args.positional[place] ?? null;
}
