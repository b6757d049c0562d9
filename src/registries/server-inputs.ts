import { pointer } from '../evidence/pointer.ts';
import type { Input } from '../model/entry.ts';
import type { Pointer } from '../model/place.ts';
import type { Input as Schema, Transport } from './server-json.ts';

/** Most lists are absent, in each of tens of thousands of rows. */
const NONE: readonly Input[] = [];

/** Variables of an input's template stand as inputs of their own, since that is where secrets of arguments are declared. */
export function inputsOf(
  kind: Input['kind'],
  inputs: readonly Schema[] | null | undefined,
  at: Pointer,
): readonly Input[] {
  if (!inputs) return NONE;
  const flat: Input[] = [];
  for (const [index, input] of inputs.entries()) {
    flat.push(inputOf(kind, input.name ?? '', { input, at: `${at}/${index}` }));
    flat.push(...variablesOf(kind, input.variables, `${at}/${index}/variables`));
  }
  return flat;
}

export function transportInputs({ headers, variables }: Transport, at: Pointer): readonly Input[] {
  if (!headers && !variables) return NONE;
  return [
    ...inputsOf('header', headers, `${at}/headers`),
    ...variablesOf('url-variable', variables, `${at}/variables`),
  ];
}

function variablesOf(kind: Input['kind'], variables: Schema['variables'], at: Pointer): readonly Input[] {
  if (!variables) return NONE;
  return Object.entries(variables).map(([name, input]) => inputOf(kind, name, { input, at: at + pointer(name) }));
}

function inputOf(
  kind: Input['kind'],
  name: string,
  { input, at }: { input: Omit<Schema, 'name' | 'variables'>; at: Pointer },
): Input {
  return {
    at,
    kind,
    name,
    description: input.description ?? null,
    value: input.value ?? null,
    default: input.default ?? null,
    placeholder: input.placeholder ?? null,
    isSecret: input.isSecret ?? null,
    isRequired: input.isRequired ?? null,
  };
}
