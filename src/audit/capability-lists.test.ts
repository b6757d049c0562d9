import { expect, test } from 'vitest';
import { type CapabilityLists, isGrowth, listChanges, listsDigest } from './capability-lists.ts';

const TIDES: CapabilityLists = {
  permissions: ['network-out'],
  hosts: ['tidewater.example'],
  secrets: ['TIDE_TOKEN'],
  tools: [
    { name: 'read_tides', digest: 'a'.repeat(16) },
    { name: 'send_report', digest: 'b'.repeat(16) },
  ],
  installHooks: [],
  unreadFiles: 0,
};

test('equal lists have one digest and no change', () => {
  expect(listChanges(TIDES, { ...TIDES })).toEqual([]);
  expect(listsDigest(TIDES)).toBe(listsDigest({ ...TIDES, unreadFiles: 3 }));
});

test('what is new comes first, what went last', () => {
  const after: CapabilityLists = {
    permissions: ['network-out', 'starts-processes'],
    hosts: ['quayside.example'],
    secrets: ['TIDE_TOKEN', 'FERRY_KEY'],
    tools: [
      { name: 'read_tides', digest: 'c'.repeat(16) },
      { name: 'book_ferry', digest: 'd'.repeat(16) },
    ],
    installHooks: ['postinstall: node setup.js'],
    unreadFiles: 0,
  };
  expect(listChanges(TIDES, after)).toEqual([
    { what: 'permission', how: 'added', names: ['starts-processes'] },
    { what: 'install hook', how: 'added', names: ['postinstall: node setup.js'] },
    { what: 'secret', how: 'added', names: ['FERRY_KEY'] },
    { what: 'host', how: 'added', names: ['quayside.example'] },
    { what: 'tool', how: 'added', names: ['book_ferry'] },
    { what: 'tool', how: 'changed', names: ['read_tides'] },
    { what: 'host', how: 'removed', names: ['tidewater.example'] },
    { what: 'tool', how: 'removed', names: ['send_report'] },
  ]);
  expect(listsDigest(after)).not.toBe(listsDigest(TIDES));
});

test('only what went is no growth', () => {
  const after = { ...TIDES, hosts: [] };
  expect(listChanges(TIDES, after).map(isGrowth)).toEqual([false]);
  expect(listChanges(after, TIDES).map(isGrowth)).toEqual([true]);
});
