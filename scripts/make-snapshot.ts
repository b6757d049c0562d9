// Makes the shipped synthetic snapshot: generates the population, serves it on loopback, lets the program capture it.
// node scripts/make-snapshot.ts [--scale 1] [--seed 20260629] [--snapshots snapshots] [--port 20629]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { captureSnapshot } from '../src/commands/capture.ts';
import { packageSpec } from '../src/commands/package-spec.ts';
import { startRegistries } from '../test/registries/server.ts';
import { buildFeed } from './population/population.ts';

const DATE = '2026-06-29';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '20260629' },
    snapshots: { type: 'string', default: 'snapshots' },
    // Fixed, because addresses are part of what a snapshot cites.
    port: { type: 'string', default: '20629' },
  },
});

process.env['SOURCE_DATE_EPOCH'] = String(Date.parse(`${DATE}T00:00:00Z`) / 1000);
for (const name of ['GLAMA_API_KEY', 'PULSEMCP_API_KEY', 'PULSEMCP_TENANT_ID']) process.env[name] = 'loopback';

const population = buildFeed({ seed: values.seed, scale: Number(values.scale), asOf: DATE });
const registries = await startRegistries(population, { port: Number(values.port) });
const cache = mkdtempSync(join(tmpdir(), 'registry-audit-population-'));
try {
  const manifest = await captureSnapshot(
    DATE,
    {
      snapshots: values.snapshots,
      depth: 'source',
      // Only planted packages and their twins have archives; all other requests for one would be answered with 404.
      sourceBudget: 0,
      repositories: 0,
      packages: population.archived.map(packageSpec),
      versions: 'all',
      cache,
      offline: false,
      baseUrl: Object.entries(registries.baseUrls).map(([id, url]) => `${id}=${url}`),
      progress: true,
      verbose: false,
    },
    { origin: 'synthetic' },
  );
  writeFileSync(join(values.snapshots, DATE, 'labels.json'), `${JSON.stringify(population.labels, null, 1)}\n`);
  for (const { registry, distinct } of manifest.coverage) console.log(`${registry} ${distinct}`);
} finally {
  await registries.close();
  rmSync(cache, { recursive: true });
}
