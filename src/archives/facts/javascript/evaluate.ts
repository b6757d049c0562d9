import type { Node } from '@babel/types';
import { BUILTINS } from './builtins.ts';
import { type Evaluator, type Technique } from './evaluator.ts';
import { foldNode } from './fold.ts';
import { foldBinding } from './fold-names.ts';
import { applied } from './interpret.ts';
import { meanings } from './meaning.ts';
import type { Binding, Scope } from './scopes.ts';
import type { Survey } from './surveyed.ts';
import { isClosure, UNKNOWN, type Value } from './values.ts';

/** Of one expression: enough to decode some 15,000 characters in a loop. */
const MAX_STEPS_EACH = 200_000;
/** Of a file: past it nothing more is folded, and its texts are read as they stand. */
const MAX_STEPS = 4_000_000;
const MAX_DEPTH = 150;

/** What an expression is, and how that was hidden. */
export interface Folded {
  readonly value: Value;
  /** In the order in which they were met. */
  readonly techniques: ReadonlyMap<Technique, number>;
}

export interface Reader {
  readonly survey: Survey;
  readonly read: (node: Node, scope: Scope) => Folded;
  readonly meaning: (node: Node, scope: Scope) => string | null;
}

/** Folds the constants of one file. */
export function reader(survey: Survey): Reader {
  const kept = new Map<Binding, Folded>();
  /** Calls in long chains are asked for again by each call that is made on them. */
  const unknown = new Set<Node>();
  let techniques = new Map<Technique, number>();
  let left = MAX_STEPS;
  let floor = 0;
  let depth = 0;

  const evaluator: Evaluator = {
    survey,
    fold(node, scope, frame) {
      if (depth >= MAX_DEPTH || !evaluator.step()) return UNKNOWN;
      const isCall = frame === null && node.type === 'CallExpression';
      if (isCall && unknown.has(node)) return UNKNOWN;
      depth += 1;
      const value = foldNode(evaluator, node, scope, frame);
      depth -= 1;
      if (isCall && value === UNKNOWN) unknown.add(node);
      return value;
    },
    held(binding) {
      const before = kept.get(binding);
      if (before !== undefined) {
        for (const [technique, characters] of before.techniques) evaluator.note(technique, characters);
        return before.value;
      }
      // A name that is made of itself is not constant.
      kept.set(binding, NOT_CONSTANT);
      const outer = techniques;
      techniques = new Map();
      const value = foldBinding(evaluator, binding);
      const folded: Folded = { value, techniques };
      techniques = outer;
      kept.set(binding, folded);
      for (const [technique, characters] of folded.techniques) evaluator.note(technique, characters);
      return value;
    },
    meaning: (node, scope) => meaning(node, scope),
    apply(called, given) {
      if (depth >= MAX_DEPTH || !evaluator.step()) return UNKNOWN;
      if (isClosure(called)) {
        depth += 1;
        const value = applied(evaluator, called, given);
        depth -= 1;
        return value;
      }
      const builtin =
        typeof called === 'object' && called !== null && 'kind' in called && called.kind === 'builtin'
          ? BUILTINS.get(called.name)
          : undefined;
      return builtin === undefined ? UNKNOWN : builtin(evaluator, given);
    },
    note(technique, characters) {
      techniques.set(technique, (techniques.get(technique) ?? 0) + characters);
    },
    step() {
      left -= 1;
      return left > floor;
    },
  };
  const meaning = meanings(evaluator);

  return {
    survey,
    read(node, scope) {
      techniques = new Map();
      floor = Math.max(0, left - MAX_STEPS_EACH);
      const value = evaluator.fold(node, scope, null);
      return { value, techniques };
    },
    meaning(node, scope) {
      floor = Math.max(0, left - MAX_STEPS_EACH);
      return meaning(node, scope);
    },
  };
}

const NOT_CONSTANT: Folded = { value: UNKNOWN, techniques: new Map() };
