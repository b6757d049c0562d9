import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sarifOffences } from '../../test/sarif/schema.ts';
import type { Candidate } from '../model/candidate.ts';
import { asked, candidate, cited, fired, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { verdictOn } from '../testing/verdicts.ts';
import { reviewed } from '../review/apply.ts';
import { verdictsOf } from '../review/standing.ts';
import type { PipelineReport } from './report.ts';
import { renderSarif } from './sarif.ts';

/** What every reader of ours may rely on, beside SARIF's own schema. */
const OurLog = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(
    z.object({
      tool: z.object({
        driver: z.object({ name: z.literal('registry-audit'), rules: z.array(z.object({ id: z.string() })) }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.enum(['warning', 'note']),
          message: z.object({ text: z.string().min(1).max(2_000) }),
          suppressions: z.array(z.object({ kind: z.literal('external'), status: z.literal('accepted') })),
        }),
      ),
    }),
  ),
});

function logOf(...reports: readonly PipelineReport[]): Log {
  const log: Log = JSON.parse([...renderSarif(reports)].join(''));
  expect(sarifOffences(log)).toEqual([]);
  expect(OurLog.safeParse(log).error).toBe(undefined);
  return log;
}

const resultsOf = (...candidates: readonly Candidate[]): readonly Result[] =>
  logOf(report({ candidates })).runs[0]?.results ?? [];

test('a check against the schema finds what is none', () => {
  expect(sarifOffences({ version: '2.1.0' })).not.toEqual([]);
  expect(sarifOffences({ version: '2.1.0', runs: [{ tool: { driver: { name: 7 } } }] })).not.toEqual([]);
});

describe('a log', () => {
  test('has a run for each pipeline and a rule for each signal that incriminates', () => {
    const signals = [asked(), asked({ id: 'lookalike/says-unofficial', role: 'clears' })];
    const { runs } = logOf(report({ signals }), report({ pipeline: 'rug-pull', signals }));
    expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      'registry-audit/lookalike/',
      'registry-audit/rug-pull/',
    ]);
    expect(runs[0]?.tool.driver.rules?.map(({ id }) => id)).toEqual(['lookalike/brand-typo']);
    expect(runs[0]?.tool.driver.rules?.[0]?.help?.text).toContain('Words that happen to be near.');
    expect(runs[0]?.results).toEqual([]);
  });

  test.each([
    ['review-first', 'warning'],
    ['review', 'warning'],
    ['watch', 'note'],
    ['noted', 'note'],
  ] as const)('says of a candidate in tier %s no more than %s', (tier, level) => {
    expect(resultsOf(candidate({ tier })).map((each) => each.level)).toEqual([level]);
  });

  test('names of each signal that fired what was seen, where, and how to tell it again', () => {
    const [result] = resultsOf(candidate({ fingerprint: 'f'.repeat(64) }));
    expect(result).toMatchObject({
      ruleId: 'lookalike/brand-typo',
      ruleIndex: 0,
      rank: 20,
      partialFingerprints: { 'registryAuditCandidate/v1': 'f'.repeat(64) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'official/io.github.quayside/tidewatr', uriBaseId: 'REGISTRIES' },
          },
          logicalLocations: [
            { fullyQualifiedName: 'official:io.github.quayside/tidewatr' },
            { fullyQualifiedName: '/servers/4/name' },
          ],
        },
      ],
    });
    expect(result?.message.text).toBe(
      'official:io.github.quayside/tidewatr: the name is one letter from tidewater. ' +
        'Candidate in tier watch, 20 of 72.5 at depth package; to be read by a person.',
    );
  });

  test('has dismissed candidates in their place, as suppressed with the reason', () => {
    const listed = [1, 2, 3].map((rank) => candidate({ rank, entry: entry({ name: `io.github.quayside/n${rank}` }) }));
    const second = listed[1];
    if (second === undefined) throw new Error('three were made');
    const { runs } = logOf(reviewed(report({ candidates: listed }), verdictsOf([verdictOn(second)])));
    expect(runs[0]?.results?.map(({ properties, suppressions }) => [properties?.['rankInList'], suppressions])).toEqual(
      [
        [1, []],
        [
          2,
          [
            {
              kind: 'external',
              status: 'accepted',
              justification: 'the family’s own second shop (Harbour Master, 2026-06-01)',
            },
          ],
        ],
        [3, []],
      ],
    );
  });

  test('takes at most 25000 results of a run, and says how many it left out', () => {
    const candidates = Array.from({ length: 25_002 }, (_, index) => candidate({ rank: index + 1 }));
    const log: Log = JSON.parse([...renderSarif([report({ candidates })])].join(''));
    expect(log.runs[0]?.results).toHaveLength(25_000);
    expect(JSON.stringify(log.runs[0]?.invocations)).toContain('2 further results are left out');
  });
});

describe('hostile text', () => {
  test.each([
    ['a link', '[click](https://lantern.invalid)', '\\[click\\](https://lantern.invalid)'],
    ['a placeholder', '{0} and {id}', '{{0}} and {{id}}'],
    ['controls and turned text', '\u001B[2Jtide\u202Ewater', '\\\\u{{1B}}\\[2Jtide\\\\u{{202E}}water'],
  ])('of %s stays text', (_, nasty, shown) => {
    const [result] = resultsOf(
      candidate({ fired: [fired('lookalike/brand-typo', cited({ statement: nasty, observed: nasty }))] }),
    );
    expect(result?.message.text).toContain(`: ${shown}.`);
  });

  test.each([
    ['../../../etc/passwd', 'official/_/_/_/etc/passwd'],
    ['a//./b', 'official/a/_/_/b'],
    ['javascript:alert(1)', 'official/javascript%3Aalert(1)'],
    ['tide water?#%', 'official/tide%20water%3F%23%25'],
    ['lone\ud800', 'official/lone%EF%BF%BD'],
    ['', 'official/_'],
  ])('of the name %j is a path below its registry', (name, uri) => {
    const [result] = resultsOf(candidate({ entry: { ...entry({ name: 'x' }), name } }));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  test('of a million characters is cut', () => {
    const long = 'n'.repeat(1_000_000);
    const hostile = candidate({
      entry: { ...entry({ name: 'x' }), name: long, id: `official:${long}` },
      fired: [
        fired('lookalike/brand-typo', ...Array.from({ length: 50 }, () => cited({ statement: long, observed: long }))),
      ],
    });
    expect([...renderSarif([report({ candidates: [hostile] })])].join('').length).toBeLessThan(60_000);
    expect(resultsOf(hostile)[0]?.properties?.['evidenceLeftOut']).toBe(40);
  });
});
