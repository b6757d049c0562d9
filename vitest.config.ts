import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'signals/**/*.test.ts',
      'test/**/*.test.ts',
      'scripts/**/*.test.ts',
      'page/**/*.test.ts',
    ],
    globalSetup: ['test/built-page.ts'],
    // Of two cores vitest would use one.
    maxWorkers: 2,
    // Bounds for what hangs, not for what is slow: a scan of the shipped snapshot took two minutes on a machine that others kept busy.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // A page of thirty thousand entries on a busy machine needs more than the second vitest gives.
    expect: { poll: { timeout: 60_000, interval: 50 } },
  },
});
