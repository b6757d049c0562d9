import type { Identifier, MemberExpression, OptionalMemberExpression } from '@babel/types';
import type { Evaluator } from './evaluator.ts';
import { sum } from './fold-operators.ts';
import { memberKey } from './patterns.ts';
import { type Binding, lookup, REST, type Scope, type Write } from './scopes.ts';
import { exactText, type Frame, isEntries, isList, list, UNKNOWN, type Value } from './values.ts';

const MAX_WRITES = 5_000;
/** Names that no file declares and whose value is as good as constant, as places are written in facts. */
const GLOBALS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['__dirname', '.'],
  ['__filename', './*'],
]);
/** The same for members of what the runtime gives. Windows' places are written as what they are below the home folder. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['process.env.HOME', '~'],
  ['process.env.USERPROFILE', '~'],
  ['process.env.HOMEPATH', '~'],
  ['process.env.APPDATA', '~/AppData/Roaming'],
  ['process.env.LOCALAPPDATA', '~/AppData/Local'],
  ['process.env.XDG_CONFIG_HOME', '~/.config'],
  ['process.env.XDG_DATA_HOME', '~/.local/share'],
  ['process.env.TMPDIR', '/tmp'],
  ['os.userInfo().homedir', '~'],
  ['process.execPath', 'node'],
  ['process.argv0', 'node'],
  ['import.meta.dirname', '.'],
  ['import.meta.filename', './*'],
  ['import.meta.url', './*'],
  ['path.sep', '/'],
  ['os.EOL', '\n'],
]);
const MEMBER_NAMES = new Set([...MEMBERS.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)));

/** What a name holds, where that is one constant, or a text that is put together step by step. */
export function foldIdentifier(evaluator: Evaluator, { name }: Identifier, scope: Scope, frame: Frame | null): Value {
  const binding = lookup(scope, name);
  if (binding === null) return GLOBALS.has(name) ? GLOBALS.get(name) : UNKNOWN;
  for (let each = frame; each !== null; each = each.parent)
    if (each.values.has(binding)) return each.values.get(binding);
  return evaluator.held(binding);
}

/** The same for a binding, whoever asks; what is added to an object's members afterwards counts as its own. */
export function foldBinding(evaluator: Evaluator, binding: Binding): Value {
  const writes = binding.writes.length > 1 ? binding.writes.filter((write) => !isNothing(write)) : binding.writes;
  const [first, ...more] = writes;
  if (first === undefined) return binding.writes.length === 0 ? UNKNOWN : foldWrite(evaluator, binding.writes[0]);
  if (more.length === 0) return withAdditions(evaluator, binding, foldWrite(evaluator, first));
  if (writes.length > MAX_WRITES) return UNKNOWN;
  if (writes.every(({ how }, index) => how === 'appended' || (index === 0 && how === 'is')))
    return foldAppended(evaluator, writes);
  return more.every(({ how }) => how === 'pushed') ? foldPushed(evaluator, first, more) : UNKNOWN;
}

function foldAppended(evaluator: Evaluator, writes: readonly Write[]): Value {
  let value: Value = '';
  for (const write of writes) {
    const part = foldWrite(evaluator, { ...write, how: 'is' });
    value = value === '' ? part : sum(evaluator, value, part);
  }
  return value;
}

function foldPushed(evaluator: Evaluator, first: Write, more: readonly Write[]): Value {
  const start = foldWrite(evaluator, first);
  if (!isList(start)) return UNKNOWN;
  return list([...start.items, ...more.map((write) => foldWrite(evaluator, { ...write, how: 'is' }))]);
}

/** The value that one write gives to a name. */
function foldWrite(evaluator: Evaluator, write: Write | undefined): Value {
  if (write === undefined || write.how !== 'is' || write.node === null) return UNKNOWN;
  let value = evaluator.fold(write.node, write.scope, null);
  for (const key of write.path) value = key === REST ? UNKNOWN : memberOf(value, key);
  const isMissing = value === UNKNOWN || value === undefined;
  return isMissing && write.otherwise !== null ? evaluator.fold(write.otherwise, write.scope, null) : value;
}

/** `let url = '';` before the value proper says nothing. */
function isNothing({ node, how }: Write): boolean {
  if (node === null || how !== 'is') return false;
  if (node.type === 'StringLiteral') return node.value === '';
  return (
    node.type === 'NullLiteral' ||
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}

function withAdditions(evaluator: Evaluator, binding: Binding, value: Value): Value {
  if (!isEntries(value)) return value;
  const additions = evaluator.survey.additions.get(binding);
  if (additions === undefined) return value;
  const members = new Map(value.members);
  for (const { key, computed, value: added, scope } of additions) {
    const name = memberKey({ property: key, computed }) ?? exactText(evaluator.fold(key, scope, null));
    if (name !== null) members.set(name, evaluator.fold(added, scope, null));
  }
  return { ...value, members, whole: false };
}

export function foldMember(
  evaluator: Evaluator,
  node: MemberExpression | OptionalMemberExpression,
  scope: Scope,
  frame: Frame | null,
): Value {
  const key = memberKey(node) ?? keyText(evaluator.fold(node.property, scope, frame));
  if (key === null) return UNKNOWN;
  if (node.object.type === 'ThisExpression') return foldThisMember(evaluator, key);
  const value = memberOf(evaluator.fold(node.object, scope, frame), key);
  if (value !== UNKNOWN || !MEMBER_NAMES.has(key)) return value;
  return MEMBERS.get(evaluator.meaning(node, scope) ?? '') ?? UNKNOWN;
}

/** What `this.name` is, where the file puts one thing into it. */
function foldThisMember(evaluator: Evaluator, key: string): Value {
  const writes = evaluator.survey.members.get(key) ?? [];
  return writes.length === 1 ? foldWrite(evaluator, writes[0]) : UNKNOWN;
}

/** A member of a constant: of a text or list its length and places, of an object what stands in it. */
export function memberOf(value: Value, key: string): Value {
  if (typeof value === 'string') {
    const text = exactText(value);
    if (text === null) return UNKNOWN;
    if (key === 'length') return text.length;
    return isIndex(key) ? text[Number(key)] : UNKNOWN;
  }
  if (isList(value)) {
    if (key === 'length') return value.items.length;
    return isIndex(key) ? value.items[Number(key)] : UNKNOWN;
  }
  if (value instanceof Uint8Array) {
    if (key === 'length' || key === 'byteLength') return value.length;
    if (key === 'buffer') return value;
    return isIndex(key) ? value[Number(key)] : UNKNOWN;
  }
  if (!isEntries(value)) return UNKNOWN;
  if (value.members.has(key)) return value.members.get(key);
  return value.whole ? undefined : UNKNOWN;
}

export function keyText(value: Value): string | null {
  return typeof value === 'number' ? String(value) : exactText(value);
}

function isIndex(key: string): boolean {
  return /^\d{1,9}$/.test(key);
}
