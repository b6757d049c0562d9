import type { Json } from '../../../model/place.ts';
import { instructionsIn } from '../instructions.ts';
import type { Found } from '../located.ts';
import type { Tool } from './tools.ts';

/** Where what a model reads of a tool speaks to it against its user: name, description, descriptions of parameters. */
export function instructionsOf({ name, description, inputSchema, offset }: Tool): readonly Found[] {
  const texts = [name, description ?? '', ...descriptionsIn(inputSchema, 0)];
  return texts
    .flatMap((text) => instructionsIn(text))
    .map(({ by, value }) => ({ kind: 'instruction', by, value, offset }));
}

function descriptionsIn(schema: Json, depth: number): readonly string[] {
  if (depth > MAX_DEPTH || schema === null || typeof schema !== 'object') return [];
  if (Array.isArray(schema)) return schema.flatMap((each) => descriptionsIn(each, depth + 1));
  return Object.entries(schema).flatMap(([key, value]) =>
    typeof value === 'string' && (key === 'description' || key === 'title')
      ? [value]
      : descriptionsIn(value, depth + 1),
  );
}

const MAX_DEPTH = 12;
