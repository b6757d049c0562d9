import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Json } from '../model/place.ts';
import { asked, candidate, cited, coverage, fired, head, looked, report } from '../testing/candidates.ts';
import { renderCoverage } from './coverage.ts';
import { renderJson } from './json.ts';
import type { PipelineReport } from './report.ts';
import { CandidatesReport, CoverageReport } from './schema.ts';

// Formats are annotations in 2020-12; the dates' patterns hold without them.
const ajv = new Ajv2020({ validateFormats: false });
const candidatesReport = ajv.compile(z.toJSONSchema(CandidatesReport));
const coverageReport = ajv.compile(z.toJSONSchema(CoverageReport));
const rendered = (fields: Partial<PipelineReport> = {}) => JSON.parse([...renderJson(report(fields))].join(''));

const endings = [
  { ended: 'exhausted' },
  ...(['capped', 'targeted', 'auth', 'sunset', 'failed', 'skipped'] as const).map((ended) => ({ ended, reason: 'so' })),
] as const;

/** Every optional field present, every list filled. */
const full: Partial<PipelineReport> = {
  head: head({ origin: 'synthetic', baseline: '2026-05-29' }),
  coverage: endings.map((enumeration) => coverage('official', { enumeration, advertised: null })),
  byRegistry: [looked('official', 11, { watch: 1 })],
  signals: [
    asked({
      cases: { near: { weight: 30, when: 'it is near' } },
      baseRate: { value: '1 %', population: 'berths', date: '2026-05-01' },
    }),
  ],
  candidates: [
    candidate({
      fired: [fired('lookalike/brand-typo', cited({ observed: JSON.parse('{"__proto__":[1,null]}'), case: 'near' }))],
      cleared: [fired('lookalike/says-unofficial')],
      notLookedFor: [{ signal: 'lookalike/vendor-listed', reason: 'not known' }],
      unseen: [{ signal: 'lookalike/scope-drop', reason: 'not known' }],
      facts: [fired('hygiene/no-repository')],
      shown: { description: null, version: null, repository: null, packages: null, remotes: null, reach: null },
      notRead: [{ ecosystem: 'npm', identifier: 'tidewatr', reason: 'not found' }],
    }),
  ],
};

const identity = { registries: 2, twins: [{ id: 'glama:tidewater/harbor', because: ['package pkg:npm/tidewatr'] }] };

describe('a written report keeps to its published schema', () => {
  test.each([
    ['without candidates', {}],
    ['with a plain candidate', { candidates: [candidate()] }],
    ['with everything in it', full],
    ['with a candidate that stands elsewhere too', { candidates: [candidate({ identity })] }],
    ['of the other pipeline', { pipeline: 'rug-pull', candidates: [candidate({ pipeline: 'rug-pull' })] }],
  ] satisfies [string, Partial<PipelineReport>][])('%s', (_what, fields) => {
    candidatesReport(rendered(fields));
    expect(candidatesReport.errors).toBeNull();
  });

  test('coverage.json', () => {
    coverageReport(JSON.parse(renderCoverage(head(), report(full))));
    expect(coverageReport.errors).toBeNull();
  });
});

describe('the schema is strict', () => {
  const written = JSON.stringify(rendered(full));
  const [first] = rendered(full).candidates;

  test.each(Object.keys(first))('a candidate without "%s" fails', (field) => {
    const broken: Record<string, Json> = JSON.parse(written);
    const { [field]: _gone, ...rest } = first;
    expect(candidatesReport({ ...broken, candidates: [rest] })).toBe(false);
  });

  test.each([
    ['a candidate with a further field', '"rank":1', '"rank":1,"berth":4'],
    ['evidence with a further field', '"case":"near"', '"case":"near","berth":4'],
    ['evidence without a digest', `"sha256":"${'5'.repeat(64)}",`, ''],
    ['a signal that fired without evidence', /"evidence":\[.*?\]\}\],"cleared"/, '"evidence":[]}],"cleared"'],
    ['a tier that there is not', '"tier":"watch"', '"tier":"malicious"'],
    ['a score above a hundred', '"score":20', '"score":101'],
    ['a rank from 0', '"rank":1', '"rank":0'],
    ['another version of the schema', '"schemaVersion":1', '"schemaVersion":2'],
    ['a date that there is not', '"date":"2026-06-29"', '"date":"2026-02-30"'],
    ['a registry that says nothing of a tier', '"noted":0', '"other":0'],
    ['an ending without a reason', '"ended":"capped","reason":"so"', '"ended":"capped"'],
  ])('%s fails', (_what, part, broken) => {
    const changed = written.replace(part, broken);
    expect(changed).not.toBe(written);
    expect(candidatesReport(JSON.parse(changed))).toBe(false);
  });
});
