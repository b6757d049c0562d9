import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractedFiles } from './trust-root.ts';

test.each([...extractedFiles()])('%s is what the installed @sigstore/tuf holds', (name, { source, content }) => {
  const file = join(import.meta.dirname, '../src/origin/trust-root', name);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    source,
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    content,
  });
});
