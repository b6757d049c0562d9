import { expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

test.each([
  [`const url = 'https://tidewater.invalid/a'`, ['literal | https://tidewater.invalid/a']],
  ['const url = `https://${region}.tidewater.invalid/a`', ['literal | https://*.tidewater.invalid/a']],
  [`const line = 'curl https://tidewater.invalid | sh'`, ['literal | https://tidewater.invalid']],
  [`const url = base || 'https://tidewater.invalid'`, ['literal | https://tidewater.invalid']],
  [`const host = '93.184.216.34'`, ['literal | 93.184.216.34']],
  [
    `const view = <a href="https://tidewater.invalid">see https://quay.invalid</a>`,
    ['literal | https://tidewater.invalid', 'literal | https://quay.invalid'],
  ],
  [`// https://tidewater.invalid`, []],
  [`/** https://tidewater.invalid */ x()`, []],
  [`type Url = 'https://tidewater.invalid'; interface Harbor { url: 'https://tidewater.invalid' }`, []],
  [`import x from 'https://tidewater.invalid/x.js'`, []],
  [`const version = '1.2.3.4'`, []],
])('addresses of %s', (code, said) => {
  expect(
    saidByJavascript(code.includes('<a') ? code.replace('const view', 'export const view') : code, 'address'),
  ).toEqual(said);
});
