import { expect, test } from 'vitest';
import { SnapshotError, unwritable } from './snapshot-error.ts';

test.each([
  ['ENOSPC', /no space left\. Free some/],
  ['EDQUOT', /no space left/],
  ['EACCES', /not allowed\. Name another folder/],
  ['EROFS', /not allowed/],
  ['ENOTDIR', /a file stands where a folder is needed/],
  ['EIO', /i\/o error/],
])('%s is told with what to do about it', (code, words) => {
  const cause = Object.assign(new Error('i/o error'), { code, syscall: 'write' });
  const error = unwritable('/harbour', cause);
  expect(error).toBeInstanceOf(SnapshotError);
  expect(error).toMatchObject({ code: 'UNWRITABLE', message: expect.stringMatching(words), cause });
});

test("an error that is not the operating system's comes back as it is", () => {
  const bug = new TypeError('not a function');
  expect(unwritable('/harbour', bug)).toBe(bug);
});
