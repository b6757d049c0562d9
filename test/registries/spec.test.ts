import { expect, it, test } from 'vitest';
import { ruleOf } from './spec.ts';

test.each([
  ['503@/official/', { url: '/official/', does: { kind: 'status', status: 503 } }],
  ['429:2@/npm/*3', { url: '/npm/', times: 3, does: { kind: 'status', status: 429, headers: { 'retry-after': '2' } } }],
  ['reset@/glama/%0.05', { url: '/glama/', chance: { share: 0.05, seed: 7 }, does: { kind: 'reset' } }],
  ['elsewhere@', { url: '', does: { kind: 'redirect', to: 'https://elsewhere.invalid/' } }],
  ['flipped-bit@.tgz*1', { url: '.tgz', times: 1, does: { kind: 'flipped-bit' } }],
  ['redirect@x', { url: 'x', does: { kind: 'redirect', to: null } }],
  ['gzip-bomb:2@/pypi/', { url: '/pypi/', does: { kind: 'gzip-bomb', bytes: 2_097_152 } }],
  ['slow-drip:5@/', { url: '/', does: { kind: 'slow-drip', chunkBytes: 1, everyMs: 5 } }],
])('%s is a rule', (spec, rule) => {
  expect(ruleOf(spec, 7)).toEqual(rule);
});

it.each(['', 'reset', 'gale@/official/', '429@/a*b', '999@/', 'reset@/%2'])('%j is none, and help is given', (spec) => {
  expect(() => ruleOf(spec, 7)).toThrow('WHAT is');
});
