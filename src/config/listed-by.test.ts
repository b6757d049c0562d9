import { expect, test } from 'vitest';
import { indexed } from '../testing/lookups.ts';
import { listedBy, matches } from './listed-by.ts';
import type { Rule } from './schema.ts';

const ENTRY = indexed('official:io.github.tidewater/ferry', {
  repository: 'git@github.com:Tidewater/Ferry.git',
  packages: [
    { ecosystem: 'npm', purl: 'pkg:npm/%40tidewater/ferry', identifier: '@tidewater/ferry', version: '1.0.0' },
  ],
  remotes: [{ type: 'sse', url: 'https://mcp.tidewater.example/sse' }],
});
const UNKNOWN = indexed('smithery:ferry', { repository: null, packages: null, remotes: null });

test.each<[string, Rule]>([
  ['its name', { name: 'io.github.tidewater/ferry' }],
  ['its name in one registry', { name: 'official:io.github.tidewater/*' }],
  ['its publisher', { namespace: 'IO.github.Tidewater' }],
  ['its package, scope as npm writes it', { purl: 'pkg:npm/@tidewater/*' }],
  ['its package, scope as purls write it', { purl: 'pkg:npm/%40tidewater/ferry' }],
  ['its repository', { repository: 'github.com/tidewater/*' }],
  ['its host', { host: '*.tidewater.example' }],
  ['two that both hold', { host: 'mcp.tidewater.example', namespace: 'io.github.tidewater' }],
])('a rule holds by %s', (_what, rule) => {
  expect(listedBy({ block: [], curated: [], allow: [rule] }, ENTRY)).toEqual({ list: 'allow', rule, reason: null });
  expect(listedBy({ block: [], curated: [], allow: [rule] }, UNKNOWN)).toBeNull();
});

test.each<[string, Rule]>([
  ['another registry', { name: 'glama:io.github.tidewater/*' }],
  ['a part of the name', { name: 'ferry' }],
  ['a host that only ends so', { host: 'tidewater.example' }],
  ['one part of two', { namespace: 'io.github.tidewater', host: 'mcp.quay.example' }],
  ['a repository of another owner', { repository: 'github.com/tide*/boats' }],
])('a rule does not hold by %s', (_what, rule) => {
  expect(listedBy({ block: [rule], curated: [], allow: [] }, ENTRY)).toBeNull();
});

test('what is blocked stays blocked, though it is curated and allowed', () => {
  const any = { name: '*' };
  expect(listedBy({ block: [{ ...any, reason: 'no' }], curated: [any], allow: [any] }, ENTRY)).toMatchObject({
    list: 'block',
    reason: 'no',
  });
  expect(listedBy({ block: [], curated: [any], allow: [any] }, ENTRY)?.list).toBe('curated');
});

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*c', 'ab', false],
  ['ab*bc', 'abc', false],
  ['*b*', 'abc', true],
  ['a.c', 'abc', false],
  ['*', '', true],
  ['(a+)+$', 'aaaa', false],
])('%s and %s', (pattern, value, holds) => {
  expect(matches(pattern, value)).toBe(holds);
});

test('no pattern takes long', () => {
  expect(matches(`${'*a'.repeat(250)}b`, 'a'.repeat(100_000))).toBe(false);
});
