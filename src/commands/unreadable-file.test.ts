import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unreadableFile } from './unreadable-file.ts';

function saidOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return unreadableFile('--packages', 'harbour.txt', error).message;
  }
}

test.each([
  ['is not there', join(import.meta.dirname, 'harbour.txt'), '--packages "harbour.txt": there is no such file.'],
  [
    'stands below a file',
    join(import.meta.filename, 'harbour.txt'),
    '--packages "harbour.txt": there is no such file.',
  ],
  ['is a folder', import.meta.dirname, '--packages "harbour.txt" is a folder; name a file.'],
])('a file that %s', (_what, path, said) => {
  expect(saidOf(path)).toBe(said);
});

test('what is no error of the system keeps its own words', () => {
  expect(unreadableFile('--trusted-root', 'root.json', new SyntaxError('it ends early')).message).toBe(
    '--trusted-root "root.json" cannot be read: it ends early',
  );
});
