import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { lockFolder } from './folder-lock.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'registry-audit-lock-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return join(made, '2026-06-29');
}

function codeOf(locking: () => unknown): string {
  try {
    locking();
    return 'locked';
  } catch (error) {
    return error instanceof SnapshotError ? error.code : String(error);
  }
}

test('a folder is one capture’s at a time, and nothing of the lock is left behind', () => {
  const where = folder();
  const lock = lockFolder(where);
  expect(codeOf(() => lockFolder(where))).toBe('BUSY');
  lock.release();
  expect(readdirSync(where)).toEqual([]);
  lockFolder(where).release();
});

test('a killed capture leaves a file and no lock', async () => {
  const where = folder();
  const module = JSON.stringify(new URL('folder-lock.ts', import.meta.url).href);
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLD.replace('MODULE', module)], {
    env: { ...process.env, FOLDER: where },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(codeOf(() => lockFolder(where))).toBe('BUSY');
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(existsSync(join(where, '.capture.lock'))).toBe(true);
  expect(codeOf(() => lockFolder(where).release())).toBe('locked');
});

const HOLD = `
const { lockFolder } = await import(MODULE);
lockFolder(process.env.FOLDER);
console.log('held');
setInterval(() => undefined, 1000);
`;

test('a folder that cannot be made is named with what to do', () => {
  const where = folder();
  writeFileSync(join(where, '..', 'quay'), '');
  expect(codeOf(() => lockFolder(join(where, '..', 'quay', 'snapshot')))).toBe('UNWRITABLE');
});
