import { expect, test } from 'vitest';
import { resolve } from '../evidence/pointer.ts';
import type { Json } from '../model/place.ts';
import { inputsOf } from './config-schema.ts';

test('each property is an input that says what its schema says and no more', () => {
  const schema = {
    required: ['tideKey'],
    properties: {
      tideKey: { type: 'string', format: 'password', description: 'Key of the tide office' },
      'quay/name': { default: 8 },
      mode: { const: 'fast', default: { not: 'a scalar' } },
      odd: true,
    },
  } satisfies Json;

  const inputs = inputsOf(schema, 'config', '/configSchema') ?? [];
  expect(inputs.map(({ name, description, value, default: ordinary }) => [name, description, value, ordinary])).toEqual(
    [
      ['tideKey', 'Key of the tide office', null, null],
      ['quay/name', null, null, '8'],
      ['mode', null, 'fast', null],
      ['odd', null, null, null],
    ],
  );
  expect(inputs.map(({ isSecret, isRequired }) => [isSecret, isRequired])).toEqual([
    [true, true],
    [null, false],
    [null, false],
    [null, false],
  ]);
  expect(inputs.map(({ at }) => resolve({ configSchema: schema }, at))).toEqual(Object.values(schema.properties));
});

test('a schema without a list of what is required does not say that nothing is', () => {
  const inputs = inputsOf({ properties: { tideKey: {} } }, 'environment', '/schema');

  expect(inputs).toMatchObject([{ name: 'tideKey', kind: 'environment', isRequired: null }]);
});

test.each<[string, unknown, unknown]>([
  ['no schema', null, null],
  ['a schema that is a text', 'TIDE_KEY', null],
  ['a schema whose inputs stand in its branches', { oneOf: [{ properties: { tideKey: {} } }] }, null],
  ['an empty schema', {}, []],
  ['a schema of an object without properties', { type: 'object', properties: {} }, []],
])('%s', (_what, schema, expected) => {
  expect(inputsOf(schema, 'config', '')).toEqual(expected);
});

test('a property named __proto__ is an input like any other', () => {
  const schema: unknown = JSON.parse('{"properties":{"__proto__":{"description":"the quay"}}}');

  expect(inputsOf(schema, 'config', '')).toMatchObject([{ name: '__proto__', description: 'the quay' }]);
});
