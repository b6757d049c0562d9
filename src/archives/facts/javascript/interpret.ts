import type { Expression, Node, Statement, VariableDeclaration } from '@babel/types';
import { effect, type Run, store } from './effects.ts';
import type { Evaluator } from './evaluator.ts';
import { namesIn } from './patterns.ts';
import { type Scope, written } from './scopes.ts';
import { type Closure, isTruthy, list, spreadItems, UNKNOWN, type Value } from './values.ts';

/** What comes of a statement; `stuck` where more is done than to compute, or something is not known. */
type Outcome = 'on' | 'break' | 'continue' | 'stuck' | { readonly returned: Value };

/**
 * What a function of the file gives for constant arguments, as far as it does nothing but compute: the decoders that hosts and commands
 * are hidden behind are a loop over characters.
 *
 * Nothing is run: texts, numbers and lists are put together by the rules of the language, step by step, and the steps are counted. UNKNOWN
 * where the function does anything else.
 */
export function applied(evaluator: Evaluator, { node, frame: parent }: Closure, given: readonly Value[]): Value {
  const scope = evaluator.survey.scopes.get(node);
  if (scope === undefined || node.generator === true || node.async) return UNKNOWN;
  const run: Run = { evaluator, frame: { values: new Map(), parent }, owned: new Map() };
  for (const [index, parameter] of node.params.entries()) {
    const value = parameter.type === 'RestElement' ? list(given.slice(index)) : given[index];
    const pattern = parameter.type === 'RestElement' ? parameter.argument : parameter;
    if (!bind(run, pattern, value, scope)) return UNKNOWN;
  }
  if (node.body.type !== 'BlockStatement') return evaluator.fold(node.body, scope, run.frame);
  const outcome = all(run, node.body.body, scope);
  if (typeof outcome === 'object') return outcome.returned;
  return outcome === 'on' ? undefined : UNKNOWN;
}

function all(run: Run, statements: readonly Statement[], scope: Scope): Outcome {
  // Functions are there before the first statement of their block; the file's own names know them.
  for (const statement of statements) {
    const outcome = one(run, statement, scope);
    if (outcome !== 'on') return outcome;
  }
  return 'on';
}

function one(run: Run, statement: Statement, around: Scope): Outcome {
  const { evaluator, frame } = run;
  const scope = evaluator.survey.scopes.get(statement) ?? around;
  if (!evaluator.step()) return 'stuck';
  switch (statement.type) {
    case 'VariableDeclaration':
      return declared(run, statement, scope) ? 'on' : 'stuck';
    case 'ExpressionStatement':
      return effect(run, statement.expression, scope) ? 'on' : 'stuck';
    case 'ReturnStatement': {
      const { argument } = statement;
      return {
        returned: argument === null || argument === undefined ? undefined : evaluator.fold(argument, scope, frame),
      };
    }
    case 'BlockStatement':
      return all(run, statement.body, scope);
    case 'IfStatement': {
      const test = evaluator.fold(statement.test, scope, frame);
      if (test === UNKNOWN) return 'stuck';
      const { consequent, alternate } = statement;
      if (isTruthy(test)) return one(run, consequent, scope);
      return alternate === null || alternate === undefined ? 'on' : one(run, alternate, scope);
    }
    case 'ForStatement': {
      const { init, test, update, body } = statement;
      const started =
        init === null ||
        init === undefined ||
        (init.type === 'VariableDeclaration' ? declared(run, init, scope) : effect(run, init, scope));
      return started ? looped(run, { test, update, body, scope }) : 'stuck';
    }
    case 'WhileStatement':
      return looped(run, { test: statement.test, update: null, body: statement.body, scope });
    case 'ForOfStatement':
      return overItems(run, statement, scope);
    case 'BreakStatement':
      return statement.label === null || statement.label === undefined ? 'break' : 'stuck';
    case 'ContinueStatement':
      return statement.label === null || statement.label === undefined ? 'continue' : 'stuck';
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return 'on';
    default:
      return 'stuck';
  }
}

interface Loop {
  readonly test: Expression | null | undefined;
  readonly update: Expression | null | undefined;
  readonly body: Statement;
  readonly scope: Scope;
}

function looped(run: Run, { test, update, body, scope }: Loop): Outcome {
  const { evaluator, frame } = run;
  while (evaluator.step()) {
    const goesOn = test === null || test === undefined ? true : evaluator.fold(test, scope, frame);
    if (goesOn === UNKNOWN) return 'stuck';
    if (!isTruthy(goesOn)) return 'on';
    const outcome = one(run, body, scope);
    if (outcome === 'break') return 'on';
    if (outcome !== 'on' && outcome !== 'continue') return outcome;
    if (update !== null && update !== undefined && !effect(run, update, scope)) return 'stuck';
  }
  return 'stuck';
}

function overItems(
  run: Run,
  { left, right, body }: Statement & { readonly type: 'ForOfStatement' },
  scope: Scope,
): Outcome {
  const items = spreadItems(run.evaluator.fold(right, scope, run.frame));
  const pattern = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (items === null || pattern === undefined) return 'stuck';
  for (const item of items) {
    if (!run.evaluator.step() || !bind(run, pattern, item, scope)) return 'stuck';
    const outcome = one(run, body, scope);
    if (outcome === 'break') return 'on';
    if (outcome !== 'on' && outcome !== 'continue') return outcome;
  }
  return 'on';
}

function declared(run: Run, { declarations }: VariableDeclaration, scope: Scope): boolean {
  return declarations.every(({ id, init }) => {
    const value = init === null || init === undefined ? undefined : run.evaluator.fold(init, scope, run.frame);
    return bind(run, id, value, scope);
  });
}

/** Gives a parameter or variable its value; false for patterns, which decoders do without. */
function bind(run: Run, pattern: Node, value: Value, scope: Scope): boolean {
  const [only, other] = namesIn(pattern, written('is', null, scope));
  if (only === undefined || other !== undefined || only.write.path.length > 0) return false;
  const isDefault = value === undefined && only.write.otherwise !== null;
  return store(
    run,
    only.name,
    isDefault ? run.evaluator.fold(only.write.otherwise, scope, run.frame) : value,
    scope,
    true,
  );
}
