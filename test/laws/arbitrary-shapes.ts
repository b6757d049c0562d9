/** Values of a published shape in which every text that the shape leaves open was made to be shown wrongly. */
import {
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  oneof,
  record as fields,
  stringMatching,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { z } from 'zod';
import { hostileText } from './arbitraries.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

interface Walk {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** By a property's name: texts that the program writes itself, whatever is in the data. */
  readonly own: Readonly<Record<string, Arbitrary<unknown>>>;
  /** References that are being followed: a shape that holds itself ends in a text. */
  readonly inside: readonly string[];
}

const MOST_ITEMS = 2;
const DATES = ['2026-06-22', '2026-06-29'];

/** Keys of dictionaries are hostile too. Throws, when it is called, on a piece of JSON Schema that it does not know. */
export function shaped<T>(shape: z.ZodType, own: Walk['own'] = {}): Arbitrary<T> {
  const schema = z.toJSONSchema(shape, { target: 'draft-2020-12' });
  const walk: Walk = { definitions: schema.$defs ?? {}, own, inside: [] };
  // JSON.parse, because what a shape allows and what a renderer takes differ in names of types alone.
  return of(schema, walk).map((value): T => JSON.parse(JSON.stringify(value)));
}

function of(schema: JsonSchema, walk: Walk): Arbitrary<unknown> {
  if (schema.$ref !== undefined) return referred(schema.$ref, walk);
  if (schema.const !== undefined) return constant(schema.const);
  if (schema.enum !== undefined) return constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return oneof(...either.map((each) => of(schemaOf(each), walk)));
  if (schema.allOf !== undefined) return of(schemaOf(schema.allOf[0]), walk);
  if (Array.isArray(schema.type)) return oneof(...schema.type.map((type) => of({ ...schema, type }, walk)));
  if (schema.type === 'array') return items(schema, walk);
  if (schema.type === 'object') return object(schema, walk);
  if (schema.type === 'boolean') return boolean();
  if (schema.type === 'null') return constant(null);
  if (schema.type === 'integer' || schema.type === 'number') return number(schema);
  if (schema.type === 'string') return text(schema);
  if (schema.type === undefined) return anything;
  throw new Error(`no values of ${JSON.stringify(schema)}`);
}

const anything: Arbitrary<unknown> = oneof(
  hostileText,
  constant(null),
  array(hostileText, { maxLength: MOST_ITEMS }),
  dictionary(hostileText, hostileText, { maxKeys: MOST_ITEMS }),
);

function referred(reference: string, { definitions, own, inside }: Walk): Arbitrary<unknown> {
  const found = definitions[reference.replace('#/$defs/', '')];
  if (found === undefined || inside.includes(reference)) return hostileText;
  return of(found, { definitions, own, inside: [...inside, reference] });
}

function items({ items: each, prefixItems, minItems = 0 }: JsonSchema, walk: Walk): Arbitrary<unknown> {
  if (prefixItems !== undefined) return tuple(...prefixItems.map((item) => of(schemaOf(item), walk)));
  const item = Array.isArray(each) ? each[0] : each;
  return array(of(schemaOf(item), walk), { minLength: minItems, maxLength: Math.max(minItems, MOST_ITEMS) });
}

function object(schema: JsonSchema, walk: Walk): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  // A record by the members of an enum names them apart from what they hold.
  const named = schemaOf(propertyNames).enum ?? [];
  const members = Object.fromEntries(named.map((name) => [String(name), additionalProperties]));
  const known = Object.entries({ ...members, ...properties }).map(
    ([name, each]) => [name, walk.own[name] ?? of(schemaOf(each), walk)] as const,
  );
  if (known.length > 0) return fields(Object.fromEntries(known), { requiredKeys: required });
  return typeof additionalProperties === 'object'
    ? dictionary(hostileText, of(additionalProperties, walk), { maxKeys: MOST_ITEMS })
    : constant({});
}

function number({ minimum = 0, maximum = 1_000, type }: JsonSchema): Arbitrary<unknown> {
  const whole = integer({ min: Math.max(minimum, -1_000), max: Math.min(maximum, 1_000) });
  return type === 'integer' || maximum <= 1 ? whole : whole.map((value) => Math.min(maximum, value + 0.5));
}

function text({ format, pattern, minLength = 0 }: JsonSchema): Arbitrary<unknown> {
  if (format === 'date') return constantFrom(...DATES);
  if (format === 'date-time') return constantFrom(...DATES.map((date) => `${date}T12:00:00Z`));
  if (pattern !== undefined) return stringMatching(new RegExp(pattern, 'u'));
  return minLength === 0 ? hostileText : hostileText.map((value) => value.padEnd(minLength, 'x'));
}

function schemaOf(schema: JsonSchema | boolean | undefined): JsonSchema {
  return typeof schema === 'object' ? schema : {};
}
