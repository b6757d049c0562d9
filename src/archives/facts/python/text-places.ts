import { KIND } from './grammar.ts';
import { endOf, kindOf, parentOf, startOf, type SyntaxTree } from './tree.ts';

/** Whether an offset stands in a string or a comment. Comments are no rows of the tree: a `#` before it on its line, outside of strings. */
export function isInText(tree: SyntaxTree, offset: number): boolean {
  if (isInString(tree, offset)) return true;
  const line = tree.text.lastIndexOf('\n', offset - 1) + 1;
  for (let at = tree.text.indexOf('#', line); at >= 0 && at < offset; at = tree.text.indexOf('#', at + 1)) {
    if (!isInString(tree, at)) return true;
  }
  return false;
}

function isInString(tree: SyntaxTree, offset: number): boolean {
  let node = lastStartingBefore(tree, offset);
  while (node > 0) {
    if (kindOf(tree, node) === KIND.string && offset < endOf(tree, node)) return true;
    node = parentOf(tree, node);
  }
  return false;
}

/** Rows stand in the order in which they begin. */
function lastStartingBefore(tree: SyntaxTree, offset: number): number {
  let low = 0;
  let high = tree.size;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (startOf(tree, middle) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
