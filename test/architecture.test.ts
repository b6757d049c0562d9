import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importOffenders, type ImportRules, sourceFiles, textOffenders, type TextRule } from './architecture.ts';

const ROOT = join(import.meta.dirname, '..');
const files = sourceFiles(ROOT, ['src', 'signals']).filter(({ path }) => !path.startsWith('src/testing/'));

const TEXT_RULES: readonly (TextRule & { offender: string })[] = [
  {
    name: 'only src/fetch/get.ts opens a socket',
    under: ['src', 'signals'],
    forbidden: /(?:from |import\()'(undici|node:https?|node:http2|node:net|node:tls|node:dgram)'|\bfetch\(/,
    allowed: ['src/fetch/get.ts'],
    offender: "import { request } from 'undici';",
  },
  {
    name: 'nothing executes code or starts a process',
    under: ['src', 'signals'],
    forbidden: /(?:from |import\()'node:(child_process|vm|cluster)'|\beval\(|new Function\(/,
    allowed: [],
    offender: "import { spawn } from 'node:child_process';",
  },
  {
    name: 'only the pool of file readers has threads',
    under: ['src', 'signals'],
    forbidden: /(?:from |import\()'node:worker_threads'/,
    allowed: ['src/archives/pool.ts', 'src/archives/worker.ts'],
    offender: "import { Worker } from 'node:worker_threads';",
  },
  {
    name: 'what judges reads no clock, chance, network, disk or environment',
    under: [
      'signals',
      'src/evidence',
      'src/text',
      'src/scoring',
      'src/pipelines',
      'src/report',
      'src/model',
      'src/scan',
      'src/card',
      'src/signal.ts',
    ],
    forbidden:
      /Date\.now|new Date\(\)|performance\.now|Math\.random|\bfetch\(|from 'node:(fs|os|process|crypto)|\bprocess\./,
    allowed: [],
    offender: 'const today = new Date();',
  },
  {
    name: 'nothing judged depends on a locale or a time zone',
    under: ['signals', 'src'],
    forbidden: /localeCompare|toLocale|\bIntl\.|getTimezoneOffset|\.get(Hours|Date|Day|Month|FullYear)\(/,
    allowed: [],
    offender: 'names.sort((a, b) => a.localeCompare(b));',
  },
];

// What each room may import; a type from another room's port counts like any import.
const IMPORT_RULES: ImportRules = {
  'src/model/': [],
  'src/signal.ts': ['src/model/'],
  'src/evidence/': ['src/model/', 'src/text/'],
  'src/text/': ['src/model/'],
  'src/fetch/': ['src/model/'],
  'src/registries/': ['src/model/', 'src/fetch/port.ts', 'src/fetch/fetch-error.ts', 'src/evidence/pointer.ts'],
  'src/packages/': ['src/model/', 'src/fetch/port.ts', 'src/fetch/fetch-error.ts', 'src/evidence/pointer.ts'],
  'src/repositories/': [
    'src/model/',
    'src/fetch/port.ts',
    'src/fetch/fetch-error.ts',
    'src/text/',
    'src/registries/port.ts',
    'src/packages/cut.ts',
    'src/packages/fields.ts',
  ],
  'src/archives/': ['src/model/', 'src/text/', 'src/packages/cut.ts', 'src/packages/fields.ts'],
  'src/origin/': ['src/model/', 'src/fetch/port.ts', 'src/fetch/fetch-error.ts', 'src/packages/fields.ts'],
  'src/identity/': ['src/model/', 'src/text/', 'src/pipelines/port.ts'],
  'src/intel/': ['src/model/', 'src/evidence/', 'src/fetch/port.ts', 'src/fetch/fetch-error.ts'],
  'src/drift/': ['src/model/', 'src/text/', 'src/identity/', 'src/registries/port.ts'],
  'src/clients/': ['src/text/'],
  'src/audit/': [
    'src/model/',
    'src/text/',
    'src/evidence/',
    'src/clients/',
    'src/card/',
    'src/config/',
    'src/intel/',
    'src/lookup/port.ts',
    'src/registries/purl.ts',
    'src/scan/package-subject.ts',
    'src/report/columns.ts',
  ],
  'src/snapshot/': ['src/model/', 'src/registries/port.ts'],
  'src/capture/': [
    'src/model/',
    'src/fetch/port.ts',
    'src/fetch/fetch-error.ts',
    'src/registries/port.ts',
    'src/packages/port.ts',
    'src/repositories/',
    'src/archives/',
    'src/evidence/',
    'src/text/',
    'src/snapshot/',
  ],
  'src/config/': ['src/model/', 'src/text/', 'src/lookup/port.ts'],
  'src/lookup/': [
    'src/model/',
    'src/text/',
    'src/evidence/',
    'src/identity/',
    'src/pipelines/',
    'src/registries/purl.ts',
    'src/snapshot/scratch.ts',
    'src/fetch/cache-error.ts',
  ],
  'src/search/': ['src/model/', 'src/text/', 'src/evidence/', 'src/lookup/', 'src/config/'],
  'src/card/': [
    'src/model/',
    'src/evidence/',
    'src/text/',
    'src/signal.ts',
    'src/lookup/port.ts',
    'src/intel/recalls.ts',
    'src/origin/answer.ts',
    'src/origin/identity.ts',
    'src/origin/index.ts',
  ],
  'src/scoring/': ['src/model/', 'src/signal.ts'],
  'src/pipelines/': ['src/intel/port.ts', 'src/model/', 'src/signal.ts', 'src/evidence/', 'src/text/', 'src/identity/'],
  'src/scan/': [
    'src/model/',
    'src/signal.ts',
    'src/evidence/',
    'src/scoring/',
    'src/pipelines/port.ts',
    'src/report/report.ts',
  ],
  'src/evaluate/': ['src/model/', 'src/signal.ts', 'src/text/', 'src/evidence/time.ts', 'src/scoring/', 'src/report/'],
  'src/report/': [
    'src/model/',
    'src/signal.ts',
    'src/text/',
    'src/review/verdict.ts',
    'src/card/',
    'src/intel/recalls.ts',
  ],
  'src/review/': [
    'src/model/',
    'src/text/',
    'src/report/report.ts',
    'src/report/schema.ts',
    'src/report/suppressed-schema.ts',
  ],
  'signals/data/': ['src/pipelines/brands.ts'],
  'signals/intel/': ['src/model/', 'src/signal.ts', 'src/evidence/', 'src/intel/'],
  'signals/': ['src/model/', 'src/signal.ts', 'src/evidence/', 'src/text/', 'src/pipelines/'],
};

describe('the architecture', () => {
  test.each(TEXT_RULES)('$name', (rule) => {
    expect(textOffenders(files, rule)).toEqual([]);
  });

  test.each(TEXT_RULES)('an offender against "$name" is named', ({ offender, ...rule }) => {
    const path = `${rule.under[0]}/planted.ts`;
    expect(textOffenders([{ path, text: offender }], rule)).toEqual([path]);
  });

  test('each room imports only what it may', () => {
    expect(importOffenders(files, IMPORT_RULES)).toEqual([]);
  });

  test.each([
    ['signals/rug-pull/planted.ts', "import { createGet } from '../../src/fetch/get.ts';", 'src/fetch/get.ts'],
    ['src/scoring/planted.ts', "import { catalogue } from '../../signals/index.ts';", 'signals/index.ts'],
    ['src/registries/planted.ts', "import { assess } from '../scoring/assess.ts';", 'src/scoring/assess.ts'],
    ['src/report/planted.ts', "import { byRank } from '../scoring/rank.ts';", 'src/scoring/rank.ts'],
    ['src/model/planted.ts', "import { inert } from '../text/inert.ts';", 'src/text/inert.ts'],
  ])('an import from %s that its room may not make is named', (path, text, target) => {
    expect(importOffenders([{ path, text }], IMPORT_RULES)).toEqual([`${path} -> ${target}`]);
  });

  test('the two pipelines do not know each other', () => {
    const pipelines = files.filter(({ path }) => /^src\/pipelines\/(lookalike|rug-pull)\.ts$/.test(path));
    expect(pipelines.map(({ path }) => path)).toHaveLength(2);
    expect(pipelines.filter(({ text }) => /from '\.\/(lookalike|rug-pull)\.ts'/.test(text))).toEqual([]);
  });
});
