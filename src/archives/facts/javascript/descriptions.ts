import type { ClassProperty, Node, ObjectProperty } from '@babel/types';
import { instructionsIn } from '../instructions.ts';
import type { Context, Where } from './context.ts';
import { keyOf, memberKey } from './patterns.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { partlyKnown } from './values.ts';

const DESCRIBED = new Set(['description', 'title']);
const DESCRIBES = new Set(['describe', 'description']);
const TOOLS = new Set(['tool', 'registerTool', 'prompt', 'registerPrompt', 'resource', 'registerResource']);
const MIN_CHARACTERS = 12;

/** Tells where the description or title of an object, or the text of an answer, speaks to the model. */
export function describedFacts(context: Context, { node, parent, scope }: Site<ObjectProperty | ClassProperty>): void {
  const key = keyOf(node);
  if (key === null || node.value === null || node.value === undefined) return;
  if (DESCRIBED.has(key) || (key === 'text' && isTextContent(parent)))
    tellInstructions(context, { node: node.value, scope });
}

/** `{ type: 'text', text: … }`, as tools answer. */
function isTextContent(parent: Node | null): boolean {
  return (
    parent?.type === 'ObjectExpression' &&
    parent.properties.some(
      (each) =>
        each.type === 'ObjectProperty' &&
        keyOf(each) === 'type' &&
        each.value.type === 'StringLiteral' &&
        each.value.value === 'text',
    )
  );
}

/** The same for `.describe('…')`, and for the name and description that a tool, prompt or resource is declared with. */
export function describingCallFacts(context: Context, { node, scope }: Site<AnyCall>): void {
  const method =
    node.callee.type === 'MemberExpression' || node.callee.type === 'OptionalMemberExpression'
      ? memberKey(node.callee)
      : null;
  if (method === null) return;
  const count = DESCRIBES.has(method) ? 1 : TOOLS.has(method) ? 2 : 0;
  for (const text of node.arguments.slice(0, count)) tellInstructions(context, { node: text, scope });
}

function tellInstructions(context: Context, at: Where): void {
  const { type } = at.node;
  if (type === 'ObjectExpression' || type === 'ArrowFunctionExpression' || type === 'FunctionExpression') return;
  const from = context.reader.read(at.node, at.scope);
  const text = partlyKnown(from.value);
  if (text === null || text.length < MIN_CHARACTERS) return;
  for (const { by, value } of instructionsIn(text)) context.tell({ kind: 'instruction', by, value, from }, at);
}
