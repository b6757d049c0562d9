import type { Json } from '../../../model/place.ts';
import { argument, argumentsOf } from './calls.ts';
import { cleaned, documentationOf, textAt } from './documentation.ts';
import { FIELD, KIND } from './grammar.ts';
import { jsonOf, newRoom, type Room } from './json.ts';
import { lookup } from './lookup.ts';
import type { PythonFile } from './python-file.ts';
import { bare, childIn, childrenOf, firstChildOf, identifierOf, kindOf, sourceOf } from './tree.ts';

type Schema = Readonly<Record<string, Json>>;

/** What a tool takes, from the parameters of its function, as FastMCP derives it: types, descriptions, defaults, what is required. */
export function schemaOfParameters(file: PythonFile, definition: number): Json {
  const room = newRoom();
  const parameters = childIn(file.tree, definition, FIELD.parameters);
  const fields = (parameters === null ? [] : childrenOf(file.tree, parameters)).flatMap((node) => {
    const field = fieldOf(file, node);
    return field === null || OWN.has(field.name) || isContext(file, field.type) ? [] : [field];
  });
  return objectOf(file, fields, { room, depth: 0 });
}

/** What a class of fields describes: of a pydantic model, a dataclass, a TypedDict. */
export function schemaOfClass(
  file: PythonFile,
  definition: number,
  inside: Inside = { room: newRoom(), depth: 0 },
): Json {
  const body = childIn(file.tree, definition, FIELD.body);
  const fields = (body === null ? [] : childrenOf(file.tree, body)).flatMap((statement) => {
    const assignment =
      kindOf(file.tree, statement) === KIND.expression_statement ? firstChildOf(file.tree, statement) : null;
    const field =
      assignment === null || kindOf(file.tree, assignment) !== KIND.assignment ? null : fieldOf(file, assignment);
    return field === null || field.type === null || field.name.startsWith('_') ? [] : [field];
  });
  const text = textAt(file, documentationOf(file, definition));
  const schema = objectOf(file, fields, inside);
  return text === null ? schema : { ...schema, description: cleaned(text).slice(0, MAX_TEXT) };
}

interface Inside {
  readonly room: Room;
  readonly depth: number;
}

interface Field {
  readonly name: string;
  readonly type: number | null;
  readonly value: number | null;
}

/** Of a parameter or of `name: type = value`; null for `*args` and separators. */
function fieldOf(file: PythonFile, node: number): Field | null {
  const { tree } = file;
  const kind = kindOf(tree, node);
  if (kind === KIND.identifier) return { name: identifierOf(tree, node), type: null, value: null };
  const name = childIn(tree, node, kind === KIND.assignment ? FIELD.left : FIELD.name) ?? firstChildOf(tree, node);
  if (name === null || kindOf(tree, name) !== KIND.identifier || SPLATS.has(kind)) return null;
  const value = childIn(tree, node, kind === KIND.assignment ? FIELD.right : FIELD.value);
  return { name: identifierOf(tree, name), type: childIn(tree, node, FIELD.type), value };
}

function objectOf(file: PythonFile, fields: readonly Field[], inside: Inside): Schema {
  const described = fields.slice(0, MAX_FIELDS).map((field) => ({ field, schema: schemaOf(file, field, inside) }));
  const required = described.filter(({ field }) => isRequired(file, field)).map(({ field }) => field.name);
  const properties = Object.fromEntries(described.map(({ field, schema }) => [field.name, schema]));
  return required.length === 0 ? { type: 'object', properties } : { type: 'object', properties, required };
}

function schemaOf(file: PythonFile, { type, value }: Field, inside: Inside): Schema {
  const typed = type === null ? {} : schemaOfType(file, type, inside);
  const field = value === null ? null : fieldCall(file, value);
  if (field !== null) return { ...typed, ...describedBy(file, field) };
  const constant = value === null ? null : jsonOf(file, value, inside.room);
  return constant === null ? typed : { ...typed, default: constant };
}

function schemaOfType(file: PythonFile, written: number, { room, depth }: Inside): Schema {
  const { tree } = file;
  const node = bare(tree, written);
  const deeper = { room, depth: depth + 1 };
  room.left -= 1;
  if (depth > MAX_DEPTH || room.left < 0) return {};
  if (kindOf(tree, node) === KIND.binary_operator || kindOf(tree, node) === KIND.union_type) {
    const first = childrenOf(tree, node).find((child) => kindOf(tree, bare(tree, child)) !== KIND.none);
    return first === undefined ? {} : schemaOfType(file, first, deeper);
  }
  const [wrapper, ...inside] = childrenOf(tree, node);
  const isWrapped = kindOf(tree, node) === KIND.generic_type || kindOf(tree, node) === KIND.subscript;
  if (isWrapped && wrapper !== undefined) {
    const parts = kindOf(tree, node) === KIND.subscript ? inside : inside.flatMap((each) => childrenOf(tree, each));
    return ofWrapped(file, { name: lastName(file, wrapper), parts, inside: deeper });
  }
  const name = lastName(file, node);
  const known = TYPES.get(name);
  if (known !== undefined) return { type: known };
  const binding = kindOf(tree, node) === KIND.identifier ? lookup(file, name, node)?.binding : undefined;
  const schema = binding?.is === 'class' ? schemaOfClass(file, binding.node, deeper) : null;
  return isSchema(schema) ? schema : {};
}

function ofWrapped(
  file: PythonFile,
  { name, parts, inside }: { name: string; parts: readonly number[]; inside: Inside },
): Schema {
  const [first, ...rest] = parts;
  if (first === undefined) return {};
  if (name === 'Literal') return { enum: parts.map((part) => jsonOf(file, bare(file.tree, part))) };
  if (name === 'Optional' || name === 'Union') return schemaOfType(file, first, inside);
  if (name !== 'Annotated') return TYPES.has(name) ? { type: TYPES.get(name) ?? null } : {};
  const described = rest.map((part) => {
    const inner = bare(file.tree, part);
    const field = fieldCall(file, inner);
    const text = textAt(file, inner);
    return field !== null ? describedBy(file, field) : text === null ? {} : { description: text.slice(0, MAX_TEXT) };
  });
  return Object.assign({}, schemaOfType(file, first, inside), ...described);
}

/** The call of pydantic's `Field(…)`; null for any other value. */
function fieldCall(file: PythonFile, node: number): number | null {
  const call = bare(file.tree, node);
  const callee = kindOf(file.tree, call) === KIND.call ? childIn(file.tree, call, FIELD.function) : null;
  return callee !== null && /^(?:Field|Body|Query)$/.test(lastName(file, callee)) ? call : null;
}

function describedBy(file: PythonFile, call: number): Schema {
  const args = argumentsOf(file.tree, call);
  const known: [string, Json][] = [];
  for (const name of ['title', 'description']) {
    const text = textAt(file, args.named.get(name) ?? null);
    if (text !== null) known.push([name, text.slice(0, MAX_TEXT)]);
  }
  const value = argument(args, 0, 'default');
  const constant = value === null ? null : jsonOf(file, value);
  if (constant !== null) known.push(['default', constant]);
  return Object.fromEntries(known);
}

function isRequired(file: PythonFile, { value }: Field): boolean {
  if (value === null) return true;
  const call = fieldCall(file, value);
  if (call === null) return false;
  const args = argumentsOf(file.tree, call);
  const given = argument(args, 0, 'default');
  return given === null ? !args.named.has('default_factory') : sourceOf(file.tree, given) === '...';
}

/** What FastMCP hands in itself. */
function isContext(file: PythonFile, type: number | null): boolean {
  return type !== null && /\bContext\b/.test(sourceOf(file.tree, type).slice(0, MAX_TYPE));
}

function lastName(file: PythonFile, node: number): string {
  const text = sourceOf(file.tree, node)
    .slice(0, MAX_TYPE)
    .replace(/^['"]|['"]$/g, '');
  return text.slice(text.lastIndexOf('.') + 1).trim();
}

function isSchema(value: Json): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const OWN = new Set(['self', 'cls', 'ctx', 'context']);
const SPLATS = new Set<number>([KIND.list_splat_pattern, KIND.dictionary_splat_pattern]);
const MAX_FIELDS = 100;
const MAX_DEPTH = 6;
const MAX_TEXT = 4_000;
const MAX_TYPE = 200;
const TYPES = new Map([
  ['str', 'string'],
  ['int', 'integer'],
  ['float', 'number'],
  ['bool', 'boolean'],
  ...['list', 'List', 'Sequence', 'tuple', 'Tuple', 'set', 'Set', 'Iterable'].map((name): [string, string] => [
    name,
    'array',
  ]),
  ...['dict', 'Dict', 'Mapping', 'Any'].slice(0, 3).map((name): [string, string] => [name, 'object']),
]);
