import { expect, test } from 'vitest';
import { approvedFor, lockOf, lockText, parsedLock } from './lock.ts';
import type { AuditLock } from './lock-schema.ts';
import type { ReleaseSeen } from './report.ts';

const MADE = { tool: 'registry-audit@0.0.0', updated: '2026-06-01' };

function release(version: string, fields: Partial<ReleaseSeen> = {}): ReleaseSeen {
  return {
    version,
    publishedAt: null,
    publisher: 'tidewater',
    provenance: null,
    archives: [{ filename: 'a.tgz', sha256: '0'.repeat(64) }],
    capabilities: { permissions: [], hosts: [], secrets: [], tools: [], installHooks: [], unreadFiles: 0 },
    unseen: [],
    ...fields,
  };
}

function locked(...servers: Parameters<typeof lockOf>[0]): AuditLock {
  return lockOf(servers, null, MADE);
}

test('a lock that was written is read back, and is the same bytes for the same approvals', () => {
  const servers = [
    { coordinate: 'npm:quay-mcp', name: 'quay', inUse: release('2.0.0') },
    { coordinate: 'npm:harbor-mcp', name: 'b', inUse: release('1.10.0') },
    { coordinate: 'npm:harbor-mcp', name: 'a', inUse: release('1.9.0') },
    { coordinate: null, name: 'local', inUse: null },
  ];
  const lock = locked(...servers);
  expect(parsedLock(lockText(lock))).toEqual(lock);
  expect(lockText(locked(...servers.toReversed()))).toBe(lockText(lock));
  expect(
    lock.servers.map(({ coordinate, names, releases }) => [coordinate, names, releases.map(({ version }) => version)]),
  ).toEqual([
    ['npm:harbor-mcp', ['a', 'b'], ['1.9.0', '1.10.0']],
    ['npm:quay-mcp', ['quay'], ['2.0.0']],
  ]);
});

test('what could not be read this time stays approved as it was', () => {
  const before = locked({ coordinate: 'npm:harbor-mcp', name: 'a', inUse: release('1.0.0') });
  const unread = release('1.0.0', { capabilities: null, archives: [] });
  expect(lockOf([{ coordinate: 'npm:harbor-mcp', name: 'a', inUse: unread }], before, MADE)).toEqual(before);
  expect(lockOf([{ coordinate: 'npm:harbor-mcp', name: 'a', inUse: null }], before, MADE)).toEqual(before);
});

test('what is configured no more leaves the lock', () => {
  const before = locked({ coordinate: 'npm:harbor-mcp', name: 'a', inUse: release('1.0.0') });
  expect(lockOf([], before, MADE).servers).toEqual([]);
});

test('a release is held against its own version, else against the newest that was approved', () => {
  const lock = locked(
    { coordinate: 'npm:harbor-mcp', name: 'a', inUse: release('1.9.0') },
    { coordinate: 'npm:harbor-mcp', name: 'a', inUse: release('1.10.0') },
  );
  const [server] = lock.servers;
  if (server === undefined) throw new Error('nothing locked');
  expect(approvedFor(server, '1.9.0')?.version).toBe('1.9.0');
  expect(approvedFor(server, '1.11.0')?.version).toBe('1.10.0');
});

test.each([
  ['', 'it is not JSON'],
  ['[]', 'it does not have the shape of a lock file'],
  ['{"schemaVersion":2,"tool":"x","updated":"2026-06-01","servers":[]}', 'schemaVersion'],
  ['{"schemaVersion":1,"tool":"x","updated":"2026-06-01","servers":[],"more":1}', 'it does not have the shape'],
])('%j cannot be used', (text, reason) => {
  expect(parsedLock(text)).toContain(reason);
});
