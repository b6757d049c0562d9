import type { Comment, Node, Program } from '@babel/types';
import { pushChildren } from './children.ts';
import { endOf, offsetOf } from './scopes.ts';

type Span = readonly [start: number, end: number];

/** Tells whether an offset stands in a text, template, comment or regular expression of a parsed file; found out when it is first asked. */
export function isInText(program: Program, comments: readonly Comment[]): (offset: number) => boolean {
  let spans: readonly Span[] | null = null;
  return (offset) => {
    spans ??= textSpans(program, comments);
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((spans[middle]?.[1] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return (spans[low]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

function textSpans(program: Program, comments: readonly Comment[]): readonly Span[] {
  const spans: Span[] = comments.map(({ start, end }) => [start ?? 0, end ?? 0]);
  const stack: Node[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (
      node.type === 'StringLiteral' ||
      node.type === 'RegExpLiteral' ||
      node.type === 'JSXText' ||
      node.type === 'Directive'
    ) {
      spans.push([offsetOf(node), endOf(node)]);
    }
    if (node.type === 'TemplateLiteral') for (const quasi of node.quasis) spans.push([offsetOf(quasi), endOf(quasi)]);
    pushChildren(stack, node);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}
