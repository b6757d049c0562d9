import { wholeText } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import type { PythonFile } from './python-file.ts';
import { childIn, firstChildOf, kindOf } from './tree.ts';

/** The node of the text that a function or class is documented by; null where there is none. */
export function documentationOf(file: PythonFile, definition: number): number | null {
  const body = childIn(file.tree, definition, FIELD.body);
  const statement = body === null ? null : firstChildOf(file.tree, body);
  const text =
    statement !== null && kindOf(file.tree, statement) === KIND.expression_statement
      ? firstChildOf(file.tree, statement)
      : null;
  if (text === null) return null;
  const kind = kindOf(file.tree, text);
  return kind === KIND.string || kind === KIND.concatenated_string ? text : null;
}

/** A documentation text as Python's `inspect.cleandoc` gives it: without the margin, and without empty lines around it. */
export function cleaned(text: string): string {
  const lines = text.replaceAll('\t', '        ').split('\n');
  const [first = '', ...rest] = lines;
  const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.reduce((least, each) => Math.min(least, each), Infinity);
  const kept = [first.trimStart(), ...rest.map((line) => line.slice(margin === Infinity ? 0 : margin))];
  return kept.join('\n').trim();
}

export function textAt(file: PythonFile, node: number | null): string | null {
  return node === null ? null : wholeText(file.fold(node));
}
