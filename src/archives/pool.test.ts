import { afterAll, describe, expect, test } from 'vitest';
import { openPool } from './pool.ts';

const pool = openPool();
afterAll(() => pool.close());

describe('files read in threads', () => {
  test('are described as they would be here, several at once', async () => {
    const described = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        pool.describe(Buffer.from(`fetch('https://quay-${index}.invalid/')\n`), 'index.js', 'javascript'),
      ),
    );
    expect(
      described.flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'request').map(({ value }) => value)),
    ).toEqual(Array.from({ length: 8 }, (_, index) => `https://quay-${index}.invalid/`));
  });

  test('leave the bytes that they were given as they were', async () => {
    const content = Buffer.from('import os\nos.system("true")\n');
    await pool.describe(content, 'quay.py', 'python');
    expect(content.toString()).toBe('import os\nos.system("true")\n');
  });

  test('that take too long are not read, and the next file is', async () => {
    const impatient = openPool({ timeLimitMs: 1 });
    const slow = Buffer.from('a=[1,2,3];'.repeat(200_000));
    expect((await impatient.describe(slow, 'slow.js', 'javascript')).reading).toEqual({
      how: 'not-read',
      reason: 'reading it takes longer than 0.001 s',
    });
    await impatient.close();
    expect((await pool.describe(Buffer.from('1'), 'next.js', 'javascript')).reading.how).toBe('parsed');
  });

  test('that take too much memory are not read, and the next file is', async () => {
    const poor = openPool({ heapMegabytes: 16 });
    const large = Buffer.from('a=[1,{b:2}];'.repeat(300_000));
    expect((await poor.describe(large, 'large.js', 'javascript')).reading).toEqual({
      how: 'not-read',
      reason: 'reading it takes more memory than a file is given',
    });
    expect((await poor.describe(Buffer.from('1'), 'next.js', 'javascript')).reading.how).toBe('parsed');
    await poor.close();
  });
});
