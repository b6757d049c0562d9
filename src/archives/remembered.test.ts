import { expect, test } from 'vitest';
import type { FileDescription } from '../model/source.ts';
import { remembered } from './remembered.ts';

const READ: FileDescription = {
  language: 'javascript',
  reading: { how: 'parsed' },
  measures: null,
  facts: [],
  tools: [],
};
const REFUSED: FileDescription = { ...READ, reading: { how: 'not-read', reason: 'reading it takes longer than 30 s' } };

function asking(description: FileDescription) {
  const kept = new Map<string, { readonly bytes: Buffer; readonly refused: boolean }>();
  let asked = 0;
  const describe = remembered(
    async () => {
      asked += 1;
      return description;
    },
    {
      read: async (key) => kept.get(key)?.bytes ?? null,
      write: async (key, bytes, refused) => {
        kept.set(key, { bytes, refused });
      },
    },
  );
  return { describe, kept, asked: () => asked };
}

test.each([
  ['what was read', READ, false],
  ['what was refused, as such', REFUSED, true],
])('%s is not described again', async (_what, description, refused) => {
  const { describe, kept, asked } = asking(description);
  const content = Buffer.from('1');
  expect(await describe(content, 'dist/a.js', 'javascript')).toEqual(description);
  expect(await describe(content, 'lib/b.js', 'javascript')).toEqual(description);
  expect([asked(), [...kept.values()].map((each) => each.refused)]).toEqual([1, [refused]]);
});

test('other bytes, and a settings file elsewhere, are described anew', async () => {
  const { describe, asked } = asking(READ);
  await describe(Buffer.from('1'), 'a.js', 'javascript');
  await describe(Buffer.from('2'), 'a.js', 'javascript');
  await describe(Buffer.from('{}'), '.claude/settings.json', 'json');
  await describe(Buffer.from('{}'), 'settings.json', 'json');
  expect(asked()).toBe(4);
});
