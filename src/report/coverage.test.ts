import { describe, expect, test } from 'vitest';
import { coverage, head } from '../testing/candidates.ts';
import { renderCoverage } from './coverage.ts';

describe('coverage.json', () => {
  test('is a row a registry and an ecosystem, and no total', () => {
    const rows = [coverage('official', { distinct: 4_100 }), coverage('smithery', { distinct: 30_011 })];
    const packages = [{ ecosystem: 'npm', named: 7, read: 5, notRead: { 'not found': 2 } }];
    const text = renderCoverage(head(), { coverage: rows, packages });
    expect(JSON.parse(text)).toMatchObject({
      report: 'coverage',
      snapshot: { date: '2026-06-29' },
      coverage: rows,
      packages,
    });
    expect(text).not.toContain('34111');
  });

  test('says of a synthetic snapshot that it is one', () => {
    const text = renderCoverage(head({ origin: 'synthetic' }), { coverage: [], packages: [] });
    expect(JSON.parse(text).notice).toMatch(/^This snapshot is synthetic: .* not to be added up\.$/);
  });

  test('escapes what does not show', () => {
    const enumeration = { ended: 'failed', reason: '\u001B[2J\u202E' } as const;
    const text = renderCoverage(head(), { coverage: [coverage('official', { enumeration })], packages: [] });
    expect(text).toContain('"\\u001b[2J\\u202e"');
  });
});
