import { expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

test.each([
  [`import fs from 'node:fs'`, ['import | fs']],
  [`import './tides.js'`, ['import | ./tides.js']],
  [`export * from 'tide-tables'`, ['import | tide-tables']],
  [`export { x } from 'tide-tables'`, ['import | tide-tables']],
  [`const t = require('tide-tables')`, ['require | tide-tables']],
  [`const t = require('tide' + '-tables')`, ['require | tide-tables']],
  [`const t = await import('tide-tables')`, ['dynamic import | tide-tables']],
  [`import t = require('tide-tables')`, ['require | tide-tables']],
  [
    `import { Worker } from 'worker_threads'; new Worker('./tides.js')`,
    ['import | worker_threads', 'Worker | ./tides.js'],
  ],
  [`import type { Tide } from 'tide-tables'`, []],
  [`import { type Tide } from 'tide-tables'`, []],
  [`export type { Tide } from 'tide-tables'`, []],
  [`const t = require(name)`, []],
  [`const require = load; require('tide-tables')`, []],
])('%s', (code, said) => {
  expect(saidByJavascript(code, 'import')).toEqual(said);
});
