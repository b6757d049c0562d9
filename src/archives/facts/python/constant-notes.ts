import { isText } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Notes } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { noteText } from './texts.ts';
import { afterOf, childIn, fieldOf, kindOf, operatorBetween, parentOf, type SyntaxTree } from './tree.ts';

interface TextNotes {
  readonly notes: Notes;
  readonly quiet: QuietRanges;
}

/** A literal; what it is made of has nothing more to say. */
export function noteLiteral(file: PythonFile, node: number, { notes, quiet }: TextNotes): void {
  noteText(file, node, notes);
  quiet.open(afterOf(file.tree, node), kindOf(file.tree, node) === KIND.concatenated_string);
}

/** A constant that is put together: said once as a whole, and not again by its parts. */
export function noteFolded(file: PythonFile, node: number, { notes, quiet }: TextNotes): void {
  const kind = kindOf(file.tree, node);
  if (kind === KIND.call ? givesNoText(file, node) : kind === KIND.binary_operator && isPartOfSum(file.tree, node))
    return;
  const constant = file.fold(node);
  if (!isText(constant)) {
    // What a call takes that is not known itself speaks for itself.
    if (quiet.isOn() && kindOf(file.tree, node) === KIND.call) quiet.open(afterOf(file.tree, node), false);
    return;
  }
  if (quiet.isOn()) return;
  const isPath = kindOf(file.tree, node) === KIND.call && constant.text.includes('/');
  if (constant.ways === 0 && !isPath && kindOf(file.tree, node) !== KIND.binary_operator) return;
  noteText(file, node, notes);
  quiet.open(afterOf(file.tree, node), true);
}

/** `a + b` of `a + b + c`, which the whole sum has told. */
function isPartOfSum(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, node);
  if (kindOf(tree, parent) !== KIND.binary_operator || fieldOf(tree, node) !== FIELD.left) return false;
  const inner = node + 1;
  return (
    operatorBetween(tree, node, afterOf(tree, node)) === '+' &&
    operatorBetween(tree, inner, afterOf(tree, inner)) === '+'
  );
}

/** Numbers and lists are only worth the work where something asks for them. */
function givesNoText(file: PythonFile, call: number): boolean {
  const callee = childIn(file.tree, call, FIELD.function);
  return callee !== null && NO_TEXT.has(file.nameOf(callee)?.path ?? '');
}

const NO_TEXT = new Set(
  'range list tuple set dict zip enumerate reversed map filter iter len int float ord sum min max sorted print isinstance itertools.cycle'.split(
    ' ',
  ),
);

export interface QuietRanges {
  readonly reach: (node: number) => void;
  readonly open: (until: number, isQuiet: boolean) => void;
  readonly isOn: () => boolean;
}

/** Stretches of the file whose constants have been told, and stretches inside them that have not. */
export function quietRanges(): QuietRanges {
  const ranges: { readonly until: number; readonly isQuiet: boolean }[] = [];
  return {
    reach: (node) => {
      while (ranges.length > 0 && node >= (ranges.at(-1)?.until ?? 0)) ranges.pop();
    },
    open: (until, isQuiet) => void ranges.push({ until, isQuiet }),
    isOn: () => ranges.at(-1)?.isQuiet ?? false,
  };
}
