import { describe, expect, it } from 'vitest';
import { parseSettings, recipientsInJson, valuesOf } from './settings.ts';

describe('parseSettings', () => {
  it.each([
    ['plain JSON', '{"a":[1,2]}', { a: [1, 2] }],
    ['comments', '{ // one\n "a": /* two */ 1 }', { a: 1 }],
    ['trailing commas', '{"a": [1, 2, ], "b": ["x", ], }', { a: [1, 2], b: ['x'] }],
    [
      'what looks like comments in strings',
      '{"a": "https://quay.test /* no */ , ]", }',
      { a: 'https://quay.test /* no */ , ]' },
    ],
    ['escaped quotes', '{"a": "say \\"tide\\" // x", // y\n}', { a: 'say "tide" // x' }],
    ['a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
  ])('%s', (_what, text, value) => {
    expect(parseSettings(text)).toEqual(value);
  });

  it.each([['{'], ['"open'], ['/* open'], [''], ['tides'], ['['.repeat(200_000)]])('%s is none', (text) => {
    expect(parseSettings(text)).toBeNull();
  });

  it.each([['/*'], ['"\\"'], ['//'], [',  '], ['"\n']])('a text of nothing but %s takes no long time', (piece) => {
    expect(() => parseSettings(piece.repeat(150_000))).not.toThrow();
  });
});

it('values come with the key they stand under, in order', () => {
  expect([...valuesOf({ to: ['a', { cc: 'b' }] })].map(({ key, value }) => [key, typeof value])).toEqual([
    ['', 'object'],
    ['to', 'object'],
    ['to', 'string'],
    ['to', 'object'],
    ['cc', 'string'],
  ]);
});

it('recipients are told where the key says so', () => {
  const text = '{"mail":{"bcc":["copies@quay.invalid"],"from":"harbour@quay.invalid"},"chat_id":"12345678"}';
  expect(recipientsInJson(text)).toEqual([
    { kind: 'recipient', by: 'bcc', value: 'copies@quay.invalid', offset: 16 },
    { kind: 'recipient', by: 'chat_id', value: '12345678', offset: 80 },
  ]);
});
