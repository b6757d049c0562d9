import { describe, expect, test } from 'vitest';
import { coverage, head } from '../testing/candidates.ts';
import { renderCoverageCsv } from './coverage-csv.ts';
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

describe('coverage.csv', () => {
  const lines = (...rows: Parameters<typeof renderCoverageCsv>[1]) =>
    renderCoverageCsv(head(), rows).trimEnd().split('\n');

  test('is the rows of registries under the names of coverage.json, and no total', () => {
    const official = coverage('official', { advertised: null, distinct: 4_100 });
    const [names = '', first = '', second = '', ...rest] = lines(official, coverage('smithery', { distinct: 30_011 }));
    const cells = new Map(names.split(',').map((name, column) => [name, first.split(',')[column]]));
    expect(cells.get('registry')).toBe('official');
    expect(cells.get('advertised')).toBe('');
    expect(cells.get('distinct')).toBe('4100');
    expect(cells.get('depth_metadata')).toBe(String(official.byDepth.metadata));
    expect(cells.get('ended')).toBe(official.enumeration.ended);
    expect(cells.get('snapshot_date')).toBe('2026-06-29');
    expect(second).toContain(',smithery,');
    expect(rest).toEqual([]);
  });

  test('says why a listing ended, and that is no formula', () => {
    const [, row = ''] = lines(coverage('official', { enumeration: { ended: 'failed', reason: '=cmd()' } }));
    expect(row).toContain(",failed,'=cmd(),");
  });

  test('says of a synthetic snapshot that it is one', () => {
    expect(renderCoverageCsv(head({ origin: 'synthetic' }), [coverage('official')])).toContain(
      'This snapshot is synthetic',
    );
  });
});
