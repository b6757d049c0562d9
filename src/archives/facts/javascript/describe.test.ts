import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { javascriptFacts } from '../../../testing/javascript-facts.ts';
import { describeJavascript } from './describe.ts';

describe('a file says how far it was understood', () => {
  test('read', () => {
    expect(describeJavascript(`import fs from 'fs';\n`, 'harbor.mjs')).toEqual({
      language: 'javascript',
      reading: { how: 'parsed' },
      measures: { lines: 1, longestLine: 20 },
      facts: [
        { kind: 'import', value: 'fs', by: 'import', line: 1, column: 1, snippet: `import fs from 'fs';`, scope: 0 },
      ],
      tools: [],
    });
  });

  test.each([
    ['harbor.js', `#!/usr/bin/env node\nrequire('fs')`],
    ['harbor.js', `with (tide) { x = 010; } <!-- old\nrequire('fs')`],
    ['harbor.js', `return require('fs')`],
    ['harbor.js', `const a = <Tide at={require('fs')} />`],
    ['harbor.js', `export default await import('fs')`],
    ['harbor.js', `const at: string = require('fs')`],
    ['harbor.js', `// @flow\nconst at: ?string = (require('fs'): any)`],
    ['harbor.cjs', `module.exports = require('fs')`],
    ['harbor.ts', `enum Tide { In } declare const x: Tide; const a = <any>require('fs')`],
    ['harbor.mts', `import fs = require('fs'); abstract class A { constructor(private a = 1) {} }`],
    ['harbor.tsx', `const a = <Tide<string> at={require('fs') as any} />`],
    ['harbor.jsx', `@tide class A { @out accessor b = require('fs') }`],
  ])('%s: %s', (path, code) => {
    const { reading, facts } = describeJavascript(code, path);
    expect(reading).toEqual({ how: 'parsed' });
    expect(facts).toMatchObject([{ kind: 'import', value: 'fs' }]);
  });

  test('recovered, where its parser goes on', () => {
    const { reading, facts } = describeJavascript(`let a; let a; require('fs')`, 'harbor.js');
    expect(reading).toEqual({ how: 'recovered', errors: 1 });
    expect(facts).toMatchObject([{ value: 'fs' }]);
  });

  test('in pieces, where it does not', () => {
    const { reading, facts } = describeJavascript(`require('fs');\nlet x = ;\nrequire('net')`, 'harbor.js');
    expect(reading).toMatchObject({ how: 'fallback', reason: expect.stringContaining('its parser gave up') });
    expect(facts.map(({ value }) => value)).toEqual(['fs', 'net']);
  });

  test('an empty file holds nothing', () => {
    expect(describeJavascript('', 'harbor.js')).toMatchObject({ reading: { how: 'parsed' }, facts: [], tools: [] });
  });
});

describe('facts are told by the function that they stand in', () => {
  const scopesOf = (code: string) => javascriptFacts(code, 'environment').map(({ value, scope }) => [value, scope]);

  test('numbered in the order of the file, from 1', () => {
    const code = `process.env.TOP; function one() { process.env.ONE } const two = () => { process.env.TWO; () => process.env.THREE }`;
    expect(scopesOf(code)).toEqual([
      ['TOP', 0],
      ['ONE', 1],
      ['TWO', 2],
      ['THREE', 3],
    ]);
  });

  test.each([
    ['a function that is called in place', `(function () { process.env.TOP })()`],
    ['one without a body of its own', `(() => process.env.TOP)()`],
    ['one that waits', `(async () => { process.env.TOP })().catch(log)`],
    ['one behind a sign', `!function () { process.env.TOP }()`],
    ['one called with this', `(function () { process.env.TOP }).call(this)`],
    ['one in one', `(() => { (() => { process.env.TOP })() })()`],
    ['what such a one is handed', `(function (make) { make() })(function () { process.env.TOP })`],
    ['a class’s own block', `class Boat { static { process.env.TOP } }`],
  ])('the top level runs %s', (_, code) => {
    expect(scopesOf(code)).toEqual([['TOP', 0]]);
  });

  test('methods, getters and constructors are functions', () => {
    const code = `class A { constructor() { process.env.A } get b() { return process.env.B } } const o = { c() { process.env.C } }`;
    expect(scopesOf(code).map(([, scope]) => scope)).toEqual([1, 2, 3]);
  });
});

test('facts stand in the order of the file', () => {
  const lines = javascriptFacts(`import fs from 'fs';\nfetch(\n'https://quay.invalid');\neval(x);\nprocess.env.A`).map(
    ({ line }) => line,
  );
  expect(lines).toEqual([1, 2, 4, 5]);
});

test('the same code says the same wherever it stands', () => {
  const code = `const cp = require('child_process'); function go(to) { cp.exec('tide'); fetch('https://' + 'quay.invalid/' + to) }`;
  const said = (text: string) => javascriptFacts(text).map(({ kind, value, by }) => ({ kind, value, by }));
  expect(said(`${'\n'.repeat(40)}function around() { ${code} }`)).toEqual(said(code));
  expect(said(`!function(){${code.replaceAll('cp', 'e').replaceAll('to', 't')}}()`)).toEqual(said(code));
});

test('code after hundreds of blanks is told, in a text or comment it is none', () => {
  const blanks = ' '.repeat(400);
  expect(javascriptFacts(`tide();${blanks}require('tide').out()`, 'hidden-code')).toHaveLength(1);
  expect(javascriptFacts(`const a = "tide();${blanks}require('tide').out()"`, 'hidden-code')).toEqual([]);
  expect(javascriptFacts(`/* tide();${blanks}require('tide').out() */`, 'hidden-code')).toEqual([]);
});

test('tokens are masked in what is shown', () => {
  const [fact] = javascriptFacts(
    `fetch('https://quay.invalid', { headers: { a: 'ghp_0123456789abcdefghijABCDEFGHIJ0123' } })`,
  );
  expect(fact?.snippet).toContain('ghp_…');
});

test('never throws, whatever the text', () => {
  const words = constantFrom(
    ...`( ) { } [ ] ; , . => = + \` \${ ' " / \\ \n if function class return import from eval fetch a b 1 0x`.split(
      ' ',
    ),
  );
  assert(
    property(array(words, { maxLength: 60 }), (parts) => {
      describeJavascript(parts.join(' '), 'harbor.js');
    }),
    { numRuns: 300 },
  );
  assert(
    property(string({ unit: 'binary', maxLength: 200 }), (text) => {
      describeJavascript(text, 'harbor.ts');
    }),
    { numRuns: 200 },
  );
});
