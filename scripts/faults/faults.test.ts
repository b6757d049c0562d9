import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('captures and scans that are killed, starved, lied to, damaged or doubled end with the same snapshot or say what is missing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'index.ts')], {
    encoding: 'utf8',
  });
  expect({ status, stderr, failed: stdout.match(/^FAILED .*/gm) }).toEqual({ status: 0, stderr: '', failed: null });
  expect(stdout).toMatch(/^together .* 0$/m);
}, 900_000);
