import { isPlaceholderAddress, isRecipientKey, isSendCallee, recipientKind } from '../recipients.ts';
import { isText, wholeText } from './constants.ts';
import { valueNode } from './entries.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Arguments } from './calls.ts';
import type { Notes } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childIn, childrenOf, identifierOf, kindOf } from './tree.ts';

/** A constant recipient behind a name that says so: `bcc=…`, `'chat_id': …`, `msg['Bcc'] = …`, `BCC = …`, `def send(to, bcc='…')`. */
export function noteNamedRecipient(
  file: PythonFile,
  { key, value }: { readonly key: string; readonly value: number },
  notes: Notes,
): void {
  if (isRecipientKey(key)) noteRecipients(file, { node: value, by: key }, notes);
}

/** The name that a node gives its value: of a keyword argument, a pair, a default, an assignment to a name, attribute or subscript. */
export function namedValue(file: PythonFile, node: number): { readonly key: string; readonly value: number } | null {
  const { tree } = file;
  const kind = kindOf(tree, node);
  const isAssignment = kind === KIND.assignment || kind === KIND.augmented_assignment;
  const name = childIn(tree, node, isAssignment ? FIELD.left : kind === KIND.pair ? FIELD.key : FIELD.name);
  const value = childIn(tree, node, isAssignment ? FIELD.right : FIELD.value);
  if (name === null || value === null) return null;
  const key = keyOf(file, name);
  return key === null ? null : { key, value };
}

/** `.sendmail(from, ['…'], text)`, `.send_message(chat, …)`, `notify('…')`: constant recipients among the arguments. */
export function noteSentTo(
  file: PythonFile,
  { callee, args }: { readonly callee: string; readonly args: Arguments },
  notes: Notes,
): void {
  if (isSendCallee(callee)) {
    const isMail = SMTP.test(callee);
    // The first argument of sendmail says who sends.
    const at = isMail ? args.positional.slice(1, 2) : args.positional;
    for (const node of at) noteRecipients(file, { node, by: lastPart(callee) }, notes);
    return;
  }
  const [, owner = '', method = ''] = /(?:^|\.)(\w{1,60})\.(append|extend|add|insert|update)$/.exec(callee) ?? [];
  if (method !== '' && isRecipientKey(owner))
    for (const node of args.positional) noteRecipients(file, { node, by: owner }, notes);
  if (/\.(?:add_header|__setitem__|setdefault|replace_header)$/.test(callee)) {
    const [header, value] = args.positional;
    const key = header === undefined ? null : wholeText(file.fold(header));
    if (key !== null && value !== undefined) noteNamedRecipient(file, { key, value }, notes);
  }
}

function noteRecipients(
  file: PythonFile,
  { node, by }: { readonly node: number; readonly by: string },
  notes: Notes,
): void {
  for (const each of membersAt(file, node)) {
    const constant = file.fold(each);
    const written =
      constant?.is === 'number' ? String(constant.number) : isText(constant) && constant.whole ? constant.text : null;
    if (constant === null || written === null) continue;
    for (const value of written.split(/[,;]/, MAX_RECIPIENTS).map((part) => part.trim())) {
      if (recipientKind(value, by) === null || isPlaceholderAddress(value)) continue;
      notes.told(each);
      notes.add('recipient', each, { value, by, ways: constant.ways });
    }
  }
}

/** The members of a list, also of one that a sum adds to: `recipients + ['…']`. */
function membersAt(file: PythonFile, node: number): readonly number[] {
  const value = valueNode(file, node);
  const kind = kindOf(file.tree, value);
  if (kind === KIND.list || kind === KIND.tuple || kind === KIND.set)
    return childrenOf(file.tree, value)
      .slice(0, MAX_RECIPIENTS)
      .flatMap((member) => addressesIn(file, member));
  if (kind === KIND.dictionary) return addressesIn(file, value);
  if (kind !== KIND.binary_operator || wholeText(file.fold(value)) !== null) return [node];
  return childrenOf(file.tree, value).flatMap((operand) => {
    const part = valueNode(file, operand);
    return kindOf(file.tree, part) === KIND.list ? childrenOf(file.tree, part).slice(0, MAX_RECIPIENTS) : [];
  });
}

/** `{'email': '…'}` and `{'emailAddress': {'address': '…'}}`, as services want their recipients; else the member itself. */
function addressesIn(file: PythonFile, member: number): readonly number[] {
  let found = [member];
  for (let depth = 0; depth < MAX_ADDRESS_DEPTH; depth += 1) {
    found = found.flatMap((node) => {
      const value = valueNode(file, node);
      if (kindOf(file.tree, value) !== KIND.dictionary) return [node];
      return childrenOf(file.tree, value).flatMap((pair) => {
        const named = kindOf(file.tree, pair) === KIND.pair ? namedValue(file, pair) : null;
        return named !== null && ADDRESS_KEY.test(named.key) ? [named.value] : [];
      });
    });
  }
  return found;
}

function keyOf(file: PythonFile, node: number): string | null {
  const { tree } = file;
  switch (kindOf(tree, node)) {
    case KIND.identifier:
      return identifierOf(tree, node);
    case KIND.attribute: {
      const attribute = childIn(tree, node, FIELD.attribute);
      return attribute === null ? null : identifierOf(tree, attribute);
    }
    case KIND.subscript: {
      const key = childIn(tree, node, FIELD.subscript);
      return key === null ? null : wholeText(file.fold(key));
    }
    case KIND.string:
    case KIND.concatenated_string:
      return wholeText(file.fold(node));
    default:
      return null;
  }
}

function lastPart(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

const MAX_RECIPIENTS = 50;
const MAX_ADDRESS_DEPTH = 2;
const ADDRESS_KEY = /^e?_?(?:mail)?_?(?:address)?$/i;
const SMTP = /sendmail$/;
