import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../src/model/snapshot.ts';
import { feedFromDumps } from './registries/dumps.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';

const DUMPS = join(import.meta.dirname, '..', '..', 'shared', 'data');
const present = existsSync(DUMPS);
if (!present) console.warn(`skipped: no recorded listings in ${DUMPS}`);

/** Rows and servers of each listing, as counted in the dumps. */
const OFFICIAL = [
  ['2025-09-15', 303, 212],
  ['2025-09-21', 561, 352],
  ['2025-09-30', 100, 64],
  ['2025-10-07', 1033, 567],
  ['2025-10-14', 1180, 632],
  ['2025-10-21', 1289, 675],
  ['2025-12-11', 2624, 1055],
  ['2025-12-12', 2653, 1062],
  ['2026-05-23', 9554, 9554],
] as const;

describe.skipIf(!present)('recorded listings, served on loopback', () => {
  test.each(OFFICIAL)(
    'of %s: %d rows of %d servers are captured, every row accounted for, and scored',
    async (date, rows, servers) => {
      const feed = feedFromDumps(DUMPS, { date });
      if (feed === undefined) throw new Error(`no dumps in ${DUMPS}`);
      const registries = await startRegistries(feed);
      onTestFinished(() => registries.close());
      const home = temporaryFolder();
      const flags = ['--snapshots', home, '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
      const captured = await run(['capture', '--date', date, '--no-progress', ...flags], { env: CAPTURE_ENVIRONMENT });
      expect({ code: captured.code, stderr: captured.stderr }).toEqual({ code: 0, stderr: '' });
      expect([...new Set(registries.log.map(({ method }) => method))]).toEqual(['GET']);

      const { coverage }: Manifest = JSON.parse(readFileSync(join(home, date, 'manifest.json'), 'utf8'));
      const rowOf = (id: string) => coverage.find(({ registry }) => registry === id);
      expect(rowOf('official')).toMatchObject({ rows, distinct: servers, quarantined: 0 });
      expect(rowOf('glama')).toMatchObject({ rows: 101, distinct: 101, quarantined: 0 });
      expect(rowOf('mcp-so')).toMatchObject({ rows: 13_483, quarantined: 0 });
      expect(rowOf('pulsemcp')).toMatchObject({ rows: 3978, quarantined: 0 });
      expect(rowOf('smithery')).toMatchObject({ advertised: 5186, quarantined: 0, enumeration: { ended: 'capped' } });
      for (const { distinct, earlierVersions, repeats, quarantined, ...row } of coverage) {
        expect(distinct + earlierVersions + repeats + quarantined).toBe(row.rows);
      }

      const scanned = await run(['scan', '--snapshot', date, '--snapshots', home, '--out', join(home, 'out')]);
      expect({ code: scanned.code, stderr: scanned.stderr }).toEqual({ code: 0, stderr: '' });
    },
  );
});
