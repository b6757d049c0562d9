/** Whole incidents by shape, several signals at once, and honest releases that come close. */
import type { ReleaseFacts } from '../releases.ts';
import { packaged, type Pattern, somebody, type Step, stranger } from './bench.ts';
import { told } from './rug-pull-releases.ts';

const STILL: readonly Step<ReleaseFacts>[] = ['2.0.0', '2.0.1', '2.1.0'].map((version, at) => ({
  version,
  daysAgo: 120 - at * 30,
}));

export const stories: readonly Pattern[] = [
  {
    pipeline: 'rug-pull',
    pattern: 'worm-in-a-patch-release',
    expects: ['rug-pull/install-script-added', 'rug-pull/size-jump'],
    positive(bench) {
      const scripts = { build: 'tsc', preinstall: 'node setup_harbour.js' };
      const change = { scripts, unpackedBytes: 10_600_000, fileCount: 26 };
      return told(
        packaged(bench, { leaf: 'harbour-desk' }, [...STILL, { version: '2.1.1', daysAgo: 4, change }]),
        'as the worms of 2025: a preinstall hook and ten megabytes',
      );
    },
    twin(bench) {
      const change = { scripts: { build: 'esbuild', prepare: 'husky' }, unpackedBytes: 900_000 };
      return told(
        packaged(bench, { leaf: 'harbour-desk' }, [...STILL, { version: '3.0.0', daysAgo: 4, change }]),
        'a bundler, a hook of working copies, four times the size',
      );
    },
  },
  {
    pipeline: 'rug-pull',
    pattern: 'stolen-token',
    expects: ['rug-pull/provenance-downgrade', 'rug-pull/dependency-added-suspicious'],
    positive(bench) {
      const dependencies = { zod: '^3.25.0', 'plain-harbour-crypto': 'https://cdn.saltfog.invalid/plain-4.2.1.tgz' };
      const change = { attested: false, dependencies };
      const steps = [...STILL, { version: '2.1.1', daysAgo: 3, change }];
      return told(
        packaged(bench, { leaf: 'harbour-requests', start: { attested: true } }, steps),
        'published past the pipeline, with a new dependency',
      );
    },
    twin(bench) {
      const change = { dependencies: { zod: '^3.25.0', undici: '^7.5.0' } };
      const steps = [...STILL, { version: '2.1.1', daysAgo: 3, change }];
      return told(
        packaged(bench, { leaf: 'harbour-requests', start: { attested: true } }, steps),
        'a new dependency through the usual pipeline',
      );
    },
  },
  {
    pipeline: 'rug-pull',
    pattern: 'quiet-handover',
    expects: ['rug-pull/publisher-changed', 'rug-pull/dormant-revival', 'rug-pull/install-script-added'],
    twinExpects: ['rug-pull/publisher-changed', 'rug-pull/dormant-revival'],
    positive(bench) {
      const newcomer = stranger(bench);
      const scripts = { build: 'tsc', postinstall: 'node lib/telemetry.js' };
      const change = { publisher: newcomer, maintainers: [newcomer], scripts };
      return told(
        packaged(bench, { leaf: 'harbour-notes' }, [...quiet(), { version: '0.4.1', daysAgo: 5, change }]),
        'handed over after 240 days, then a hook',
      );
    },
    twin(bench) {
      const newcomer = stranger(bench);
      const change = { publisher: newcomer, maintainers: [somebody(bench).account, newcomer] };
      return told(
        packaged(bench, { leaf: 'harbour-notes' }, [...quiet(), { version: '0.4.1', daysAgo: 5, change }]),
        'an honest hand-over: the old maintainer stays listed',
      );
    },
  },
];

function quiet(): readonly Step<ReleaseFacts>[] {
  return [
    { version: '0.3.0', daysAgo: 400 },
    { version: '0.4.0', daysAgo: 245 },
  ];
}
