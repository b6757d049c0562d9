import type { Json } from '../../../model/place.ts';
import { argument, argumentsOf, type Arguments } from './calls.ts';
import { cleaned, documentationOf, textAt } from './documentation.ts';
import { FIELD, KIND } from './grammar.ts';
import { jsonOf } from './json.ts';
import { lookup } from './lookup.ts';
import type { Call } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { schemaOfClass, schemaOfParameters } from './tool-schema.ts';
import { bare, childIn, childrenOf, firstChildOf, identifierOf, kindOf, parentOf, startOf } from './tree.ts';

export interface Tool {
  readonly name: string;
  readonly description: string | null;
  readonly inputSchema: Json;
  readonly annotations: Json;
  readonly offset: number;
  readonly scope: number | null;
}

/** The tool that `@mcp.tool()`, `@mcp.tool` or `@server.tool(name=…)` makes of a function; null for other decorators. */
export function decoratedTool(file: PythonFile, decorator: number): Tool | null {
  const written = firstChildOf(file.tree, decorator);
  const definition = childIn(file.tree, parentOf(file.tree, decorator), FIELD.definition);
  if (written === null || definition === null || kindOf(file.tree, definition) !== KIND.function_definition)
    return null;
  const isCall = kindOf(file.tree, written) === KIND.call;
  const callee = isCall ? childIn(file.tree, written, FIELD.function) : written;
  if (callee === null || !isToolDecorator(file, callee)) return null;
  return toolOf(file, { definition, args: argumentsOf(file.tree, isCall ? written : definition), named: 0 });
}

/** `Tool(name=…, description=…, inputSchema=…)` of the low-level server, and `mcp.add_tool(function, name=…)`; null for other calls. */
export function calledTool(file: PythonFile, { node, args }: Pick<Call, 'node' | 'args'>, callee: string): Tool | null {
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  if (last === 'Tool' && (args.named.has('inputSchema') || args.named.has('input_schema')))
    return declaredTool(file, node, args);
  if (last !== 'add_tool' && last !== 'from_function') return null;
  const [handler] = args.positional;
  const definition = handler === undefined ? null : functionAt(file, handler);
  return definition === null ? null : toolOf(file, { definition, args, named: 1 });
}

/** `named` is the place of the tool's name among the arguments. */
function toolOf(
  file: PythonFile,
  { definition, args, named }: { definition: number; args: Arguments; named: number },
): Tool | null {
  const { tree } = file;
  const own = childIn(tree, definition, FIELD.name);
  const name = textAt(file, argument(args, named, 'name')) ?? (own === null ? null : identifierOf(tree, own));
  if (name === null) return null;
  const documentation = textAt(file, documentationOf(file, definition));
  const description = textAt(file, args.named.get('description') ?? null) ?? documentation;
  const annotations = args.named.get('annotations');
  return {
    name: name.slice(0, MAX_NAME),
    description: description === null ? null : cleaned(description).slice(0, MAX_DESCRIPTION),
    inputSchema: schemaOfParameters(file, definition),
    annotations: annotations === undefined ? null : jsonOf(file, annotations),
    offset: startOf(tree, own ?? definition),
    scope: file.scopes.numberOf(definition),
  };
}

function declaredTool(file: PythonFile, node: number, args: Arguments): Tool | null {
  const name = textAt(file, argument(args, 0, 'name'));
  if (name === null) return null;
  const schema = args.named.get('inputSchema') ?? args.named.get('input_schema');
  const annotations = args.named.get('annotations');
  const description = textAt(file, args.named.get('description') ?? null);
  return {
    name: name.slice(0, MAX_NAME),
    description: description === null ? null : cleaned(description).slice(0, MAX_DESCRIPTION),
    inputSchema: schema === undefined ? null : (modelSchema(file, schema) ?? jsonOf(file, schema)),
    annotations: annotations === undefined ? null : jsonOf(file, annotations),
    offset: startOf(file.tree, node),
    scope: null,
  };
}

/** `Fetch.model_json_schema()` of a model that stands in the file. */
function modelSchema(file: PythonFile, node: number): Json {
  const callee =
    kindOf(file.tree, bare(file.tree, node)) === KIND.call
      ? childIn(file.tree, bare(file.tree, node), FIELD.function)
      : null;
  if (callee === null || kindOf(file.tree, callee) !== KIND.attribute) return null;
  const [model, method] = childrenOf(file.tree, callee);
  if (model === undefined || method === undefined || kindOf(file.tree, model) !== KIND.identifier) return null;
  if (!/^(?:model_json_schema|schema)$/.test(identifierOf(file.tree, method))) return null;
  const binding = lookup(file, identifierOf(file.tree, model), model)?.binding;
  return binding?.is === 'class' ? schemaOfClass(file, binding.node) : null;
}

function isToolDecorator(file: PythonFile, callee: number): boolean {
  if (kindOf(file.tree, callee) === KIND.attribute) {
    const attribute = childIn(file.tree, callee, FIELD.attribute);
    return attribute !== null && identifierOf(file.tree, attribute) === 'tool';
  }
  return /^(?:fastmcp|mcp)\..*\btool$/.test(file.nameOf(callee)?.path ?? '');
}

function functionAt(file: PythonFile, node: number): number | null {
  if (kindOf(file.tree, node) !== KIND.identifier) return null;
  const binding = lookup(file, identifierOf(file.tree, node), node)?.binding;
  return binding?.is === 'function' ? binding.node : null;
}

const MAX_NAME = 200;
const MAX_DESCRIPTION = 10_000;
