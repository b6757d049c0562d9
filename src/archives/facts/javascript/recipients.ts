import type { AssignmentExpression, Node, ObjectProperty } from '@babel/types';
import { isRecipientKey, isSendCallee, recipientKind } from '../recipients.ts';
import type { Context, Where } from './context.ts';
import type { Folded } from './evaluate.ts';
import { keyOf, memberKey } from './patterns.ts';
import type { Scope } from './scopes.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText, HOLE, isEntries, isList, type Value } from './values.ts';

const MAX_PIECES = 100;
const MAX_NODES = 200;
const MAX_DEPTH = 4;
/** Members of a recipient that are the address: `{ name: 'Harbour', email: 'harbour@…' }`. */
const ADDRESS_KEYS = new Set('email emailaddress address mail value phone number id url to cc bcc uri'.split(' '));
/** A description of what is to be given, and not the thing itself. */
const SCHEMA_KEYS = new Set(['type', 'description', '$ref', 'anyOf', 'oneOf']);
const SEPARATORS = /[,;\uFFFF]+/;
const ADDS = new Set(['push', 'unshift', 'add', 'append', 'set', 'concat']);
const GATHERS = new Set(['join', 'concat', 'filter', 'flat', 'trim', 'toString']);

/** Tells of recipients that stand as constants under a key that names who receives: `{ Bcc: 'x@…' }`. */
export function propertyRecipientFacts(context: Context, { node, scope }: Site<ObjectProperty>): void {
  const key = keyOf(node) ?? exactText(context.reader.read(node.key, scope).value);
  if (key !== null && isRecipientKey(key)) tellRecipients(context, key, { node: node.value, scope });
}

/** The same for `message.bcc = 'x@…'` and `message['bcc'] += …`. */
export function assignedRecipientFacts(context: Context, { node, scope }: Site<AssignmentExpression>): void {
  if (node.left.type !== 'MemberExpression') return;
  const key = memberKey(node.left) ?? exactText(context.reader.read(node.left.property, scope).value);
  if (key !== null && isRecipientKey(key)) tellRecipients(context, key, { node: node.right, scope });
}

/** The same for what is added to a list of recipients or a form, and for what a send-like call is given directly. */
export function calledRecipientFacts(context: Context, { node, scope }: Site<AnyCall>): void {
  const { callee } = node;
  const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
  const method = isMember ? memberKey(callee) : callee.type === 'Identifier' ? callee.name : null;
  if (method === null) return;
  const [first, second] = node.arguments;
  if (isMember && ADDS.has(method)) {
    const owner = nameOf(callee.object);
    if (owner !== null && isRecipientKey(owner))
      for (const each of node.arguments) tellRecipients(context, owner, { node: each, scope });
    const key = second === undefined || first?.type !== 'StringLiteral' ? null : first.value;
    if (key !== null && second !== undefined && isRecipientKey(key))
      tellRecipients(context, key, { node: second, scope });
  }
  const owner = isMember ? nameOf(callee.object) : null;
  const name = owner === null ? method : `${owner}.${method}`;
  if (!isSendCallee(name)) return;
  for (const each of node.arguments) {
    if (each.type === 'ObjectExpression') continue;
    const from = context.reader.read(each, scope);
    if (!isEntries(from.value)) tellRecipients(context, name, { node: each, scope }, method);
    else
      for (const [key, value] of from.value.members)
        if (isRecipientKey(key)) tellTexts(context, key, { node: each, scope }, { ...from, value });
  }
}

function tellTexts(context: Context, key: string, at: Where, from: Folded): void {
  for (const text of piecesOf(from.value)) {
    const kind = recipientKind(text, key);
    if (kind !== null)
      context.tell({ kind: 'recipient', value: text.trim(), by: key.toLowerCase(), category: kind, from }, at);
  }
}

function tellRecipients(context: Context, key: string, at: Where, by: string = key): void {
  for (const { text, from } of constantsWithin(context, at)) {
    const kind = recipientKind(text, key);
    if (kind !== null)
      context.tell({ kind: 'recipient', value: text.trim(), by: by.toLowerCase(), category: kind, from }, at);
  }
}

interface Piece {
  readonly text: string;
  readonly from: Folded;
}

/** The constant texts that may become part of a value: elements, both sides of a choice, what is put before or after a variable. */
function constantsWithin(context: Context, start: Where): readonly Piece[] {
  const found: Piece[] = [];
  const stack: { readonly node: Node; readonly scope: Scope }[] = [start];
  for (
    let nodes = 0, at = stack.pop();
    at !== undefined && nodes < MAX_NODES && found.length < MAX_PIECES;
    nodes += 1, at = stack.pop()
  ) {
    const { node, scope } = at;
    const parts = partsOf(node);
    if (parts.length > 0) {
      for (const part of parts.toReversed()) stack.push({ node: part, scope });
      continue;
    }
    const from = context.reader.read(node, scope);
    for (const text of piecesOf(from.value)) found.push({ text, from });
  }
  return found;
}

function piecesOf(value: Value): readonly string[] {
  return textsIn(value, 0)
    .flatMap((text) => text.split(SEPARATORS))
    .filter((piece) => piece.length > 4);
}

function partsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null);
    case 'SpreadElement':
      return [node.argument];
    case 'CallExpression': {
      const { callee } = node;
      const isGathering = callee.type === 'MemberExpression' && GATHERS.has(memberKey(callee) ?? '');
      return isGathering && callee.object.type === 'ArrayExpression' ? [callee.object] : [];
    }
    case 'ObjectExpression': {
      const properties = node.properties.filter((each) => each.type === 'ObjectProperty');
      if (properties.some((each) => SCHEMA_KEYS.has(keyOf(each) ?? ''))) return [];
      return properties.filter((each) => ADDRESS_KEYS.has((keyOf(each) ?? '').toLowerCase())).map((each) => each.value);
    }
    default:
      return [];
  }
}

function textsIn(value: Value, depth: number): readonly string[] {
  if (typeof value === 'string') return value === HOLE ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (depth >= MAX_DEPTH) return [];
  if (isList(value)) return value.items.slice(0, MAX_PIECES).flatMap((item) => textsIn(item, depth + 1));
  if (!isEntries(value) || [...value.members.keys()].some((key) => SCHEMA_KEYS.has(key))) return [];
  return [...value.members].flatMap(([key, member]) =>
    ADDRESS_KEYS.has(key.toLowerCase()) ? textsIn(member, depth + 1) : [],
  );
}

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression' ? memberKey(node) : null;
}
