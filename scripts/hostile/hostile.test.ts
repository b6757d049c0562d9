import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('no text, address, answer, archive or name of the corpus leads to what must not be, and every pattern is linear or its text bounded', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'index.ts')], {
    encoding: 'utf8',
  });
  expect({ status, stderr, failed: stdout.match(/^FAILED .*/gm) }).toEqual({ status: 0, stderr: '', failed: null });
}, 900_000);
