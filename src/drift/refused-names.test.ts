import { expect, test } from 'vitest';
import { refusedNames } from './refused-names.ts';

test.each<[string, string, string[]]>([
  ['a server’s name', '{"server":{"name":"a/harbor","version":7}}', ['a/harbor']],
  ['a qualified name', '{"qualifiedName": "@a/harbor"}', ['@a/harbor']],
  ['a name with quotes in it', String.raw`{"name":"a/\"harbor\""}`, ['a/"harbor"']],
  ['a name that is cut off', '{"name":"a/har', []],
  ['a name that is no string', '{"name":7}', []],
  ['no name', '"just text"', []],
])('%s in the excerpt of a refused row', (_case, excerpt, names) => {
  expect(refusedNames({ excerpt })).toEqual(names);
});

test.each(['"name":"'.repeat(250), `"name":"${'\\\\'.repeat(990)}`])(
  'an excerpt made to be slow is read',
  (excerpt) => {
    expect(refusedNames({ excerpt })).toEqual([]);
  },
);
