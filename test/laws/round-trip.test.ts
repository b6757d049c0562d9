/** What is written can be read, and what was read is written as it was. */
import { array, assert, constantFrom, option, property, record as fields, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/model/verdict.ts';
import { renderJson } from '../../src/report/json.ts';
import { CandidatesReport } from '../../src/report/schema.ts';
import { kept, verdictFile } from '../../src/review/keep.ts';
import { parseVerdicts } from '../../src/review/lines.ts';
import { verdictLine } from '../../src/review/verdict.ts';
import { hostileReport } from './arbitrary-reports.ts';
import { hostileText } from './arbitraries.ts';

const said = hostileText.map((text) => `x${text}`.slice(0, 90));
const verdict = fields({
  schemaVersion: constantFrom(1 as const),
  fingerprint: string({ unit: constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  entry: hostileText.map((name) => `official:${name}`),
  pipeline: constantFrom('lookalike' as const, 'rug-pull' as const),
  verdict: constantFrom('dismissed' as const, 'confirmed' as const),
  reason: said,
  reviewer: said,
  date: constantFrom('2026-06-29', '2026-06-30'),
  expires: option(constantFrom('2026-07-29', '2027-01-01'), { nil: null }),
}) satisfies { generate: unknown };

describe('verdicts', () => {
  test('of hostile words are read as they were written, one a line', () => {
    assert(
      property(array(verdict, { maxLength: 5 }), (all: readonly Verdict[]) => {
        const text = verdictFile(all);
        expect(text.split('\n')).toHaveLength(all.length + 1);
        const read = parseVerdicts(text, 'reviews/x.ndjson');
        expect(read).toEqual(all.map((each) => JSON.parse(JSON.stringify(each))));
        expect(verdictFile(read)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test('that are kept again change nothing', () => {
    assert(
      property(tuple(array(verdict, { maxLength: 4 }), array(verdict, { maxLength: 4 })), ([before, further]) => {
        const once = kept(before, further).lines;
        const again = kept(once, further);
        expect(again.lines.map(verdictLine)).toEqual(once.map(verdictLine));
      }),
      { numRuns: 200 },
    );
  });
});

describe('reports', () => {
  test('have the published shape whatever stands in them, and lose nothing in it', () => {
    assert(
      property(hostileReport, (report) => {
        const written = [...renderJson(report)].join('');
        const read = CandidatesReport.parse(JSON.parse(written));
        expect(read).toEqual(JSON.parse(written));
      }),
      { numRuns: 150 },
    );
  });
});
