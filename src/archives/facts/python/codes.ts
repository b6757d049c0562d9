import { membersOf, ways, type Constant, type TextConstant, type Ways } from './constants.ts';

/** The character of a code; null where there is none. */
export function characterOf(code: number, how: Ways): TextConstant | null {
  if (!Number.isInteger(code) || code < 0 || code > 0x10_ff_ff) return null;
  return { is: 'text', text: String.fromCodePoint(code), whole: true, ways: how | ways('char-codes') };
}

/** Whether all members are numbers, which bytes and characters are made of. */
export function numbersIn(constant: Constant | null): readonly number[] | null {
  const members = membersOf(constant);
  if (members === null) return null;
  const numbers = members.map((member) => (member.is === 'number' ? member.number : Number.NaN));
  return numbers.every((each) => Number.isInteger(each)) ? numbers : null;
}
