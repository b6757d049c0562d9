import { pointer } from '../evidence/pointer.ts';
import type { Input } from '../model/entry.ts';
import type { Pointer } from '../model/place.ts';

/** Schemas of real servers declare fewer than fifty inputs. */
const MAX_INPUTS = 200;
const COMBINATORS = ['oneOf', 'anyOf', 'allOf', '$ref'];

/**
 * The inputs that a JSON Schema of settings declares (Glama's environment variables, Smithery's configSchema).
 *
 * null where there is no schema, or one without `properties` whose inputs stand elsewhere (`oneOf`, `$ref`): unknown. A schema
 * without a `required` list does not say what is required. Registries pass on whatever publishers wrote, so a property of
 * another shape keeps its name and loses the rest.
 */
export function inputsOf(schema: unknown, kind: Input['kind'], at: Pointer): readonly Input[] | null {
  if (!isObject(schema)) return null;
  const { properties, required } = schema;
  if (!isObject(properties)) return COMBINATORS.some((word) => Object.hasOwn(schema, word)) ? null : [];

  const requiredNames = Array.isArray(required) ? new Set<unknown>(required) : null;
  return Object.entries(properties)
    .slice(0, MAX_INPUTS)
    .map(([name, property]) => {
      const declared = { at: at + pointer('properties', name), kind, name };
      return inputOf(declared, property, requiredNames?.has(name) ?? null);
    });
}

function inputOf(declared: Pick<Input, 'at' | 'kind' | 'name'>, property: unknown, isRequired: boolean | null): Input {
  const { description, const: value, default: ordinary, format } = isObject(property) ? property : {};
  return {
    ...declared,
    description: typeof description === 'string' ? description : null,
    value: scalarText(value),
    default: scalarText(ordinary),
    placeholder: null,
    // JSON Schema has no word for "secret"; forms use `format: password`, and its absence says nothing.
    isSecret: format === 'password' ? true : null,
    isRequired,
  };
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
