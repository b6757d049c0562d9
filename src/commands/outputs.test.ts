import { expect, test } from 'vitest';
import { FORMATS } from '../report/format.ts';
import { OUTPUTS } from './outputs.ts';

test('each format has a writer, and each writer a format that can be named', () => {
  const written = new Set(OUTPUTS.map(({ format }) => format).filter((format) => format !== 'always'));
  expect([...written].toSorted()).toEqual([...FORMATS].toSorted());
});
