import { expect, test } from 'vitest';
import { lineKey } from './line-key.ts';

test.each(['official:ferry', 'a"b', 'a\\', 'a\\"b', 'new\nline', '\u0000', 'ä\u{1f6a2}', '\ud800', '', '{"id":"x"}'])(
  'the id "%s" is read as JSON would read it',
  (id) => {
    const line = Buffer.from(JSON.stringify({ id, latest: { id: 'another' } }));
    expect(lineKey(line, 'id')).toBe(id);
  },
);

test.each([
  ['another field first', '{"latest":1,"id":"x"}'],
  ['a number', '{"id":7}'],
  ['spaces', '{ "id": "x" }'],
  ['no end', '{"id":"x'],
  ['no end after a backslash', '{"id":"x\\'],
  ['an escape that is none', '{"id":"\\x","y":""}'],
  ['nothing', ''],
])('a line with %s has no id', (_what, line) => {
  expect(lineKey(Buffer.from(line), 'id')).toBeNull();
});

test('the field is the one asked for', () => {
  const line = Buffer.from('{"purl":"pkg:npm/ferry","outcome":"read"}');
  expect([lineKey(line, 'purl'), lineKey(line, 'id')]).toEqual(['pkg:npm/ferry', null]);
});
