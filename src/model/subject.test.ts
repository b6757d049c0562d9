import { expect, test } from 'vitest';
import { listed, named } from '../testing/subjects.ts';
import { usesOf } from './subject.ts';

test.each([
  ['a record', listed({ uses: 40 }), 40],
  ['a record that counts none', listed({ uses: null }), null],
  ['a row of a list', named({ uses: 87_579 }), 87_579],
  ['a row that nobody has used', named({ uses: 0 }), 0],
  ['a row of a list that does not count', named(), null],
])('uses of %s', (_case, subject, uses) => {
  expect(usesOf(subject)).toBe(uses);
});
