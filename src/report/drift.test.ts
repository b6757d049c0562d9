import { describe, expect, test } from 'vitest';
import type { Drift } from '../model/drift.ts';
import { drift, driftOf, entryOf, rowOf, snapshotOf } from '../testing/drift.ts';
import { renderDriftCsv } from './drift-csv.ts';
import { renderDriftJson } from './drift-json.ts';
import { comparedTexts } from './drift-report.ts';
import { DriftReport } from './drift-schema.ts';
import { driftLines, driftSection } from './drift-section.ts';
import { REPORT_SCHEMA_VERSION } from './report.ts';

const HOSTILE = '=cmd()\u202E<script>|`[here](https://driftwood.example)\n# heading';

function reportOf(compared: Drift) {
  const { date, origin, tool } = compared.after;
  const head = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    snapshot: { date, origin, tool },
    baseline: compared.before.date,
    tool: 'registry-audit@0.0.0',
    intel: [],
    attributions: [],
  } as const;
  return { head, drift: compared };
}

const described = (text: string) => [entryOf(rowOf({ name: 'io.github.tidewater/harbor', description: text }))];

describe('drift.json', () => {
  test('has the published shape, with both values and where they stand', async () => {
    const json = [...renderDriftJson(reportOf(await driftOf(described('Tides'), described(HOSTILE))))].join('');
    const { before, after, lines } = DriftReport.parse(JSON.parse(json));
    expect([before.date, after.date]).toEqual(['2026-06-22', '2026-06-29']);
    expect(lines[0]).toMatchObject({
      statement: 'another description, without a new version',
      changes: [{ before: 'Tides', after: HOSTILE, at: { before: { pointer: '/servers/0' } } }],
    });
    expect(json).not.toContain('\u202E');
  });

  test('has the published shape where nothing changed', async () => {
    const json = [...renderDriftJson(reportOf(await driftOf(described('Tides'), described('Tides'))))].join('');
    expect(DriftReport.parse(JSON.parse(json)).lines).toEqual([]);
  });

  test('has texts of a megabyte cut', async () => {
    const json = [...renderDriftJson(reportOf(await driftOf(described('Tides'), described('T'.repeat(60_000)))))].join(
      '',
    );
    expect(json.length).toBeLessThan(4_000);
  });
});

test('drift.csv has a row for each change, in which nothing is a formula', async () => {
  const csv = [...renderDriftCsv(reportOf(await driftOf(described('Tides'), described(HOSTILE))))].join('');
  const [head = '', row = '', ...rest] = csv.trimEnd().split('\n');
  expect(rest).toEqual([]);
  expect(head.split(',').slice(0, 4)).toEqual(['before_date', 'before_origin', 'after_date', 'after_origin']);
  expect(row).toContain("'=cmd()\\u{202E}");
});

describe('the section of summary.md', () => {
  test('shows dates and coverage of both sides, and hostile text as code', async () => {
    const section = driftSection(await driftOf(described('Tides'), described(HOSTILE))).join('\n');
    expect(section).toContain('## Drift');
    expect(section).toContain('from 2026-06-22 (captured) to 2026-06-29 (captured)');
    expect(section).toContain('complete, complete');
    expect(section).toContain(
      '`=cmd()\\u{202E}<script>\\u{7C}\\u{60}[here](https://driftwood.example)\\u{A}# heading`',
    );
    expect(section.split('\n').filter((line) => line.startsWith('#'))).toEqual(['## Drift']);
  });

  test('says which listing leaves open what is gone', async () => {
    const after = snapshotOf('2026-06-29', [], { enumeration: { ended: 'capped', reason: 'after 500 rows' } });
    const compared = await drift(snapshotOf('2026-06-22', described('Tides')), after);
    expect(driftSection(compared).join('\n')).toContain('1 entry may be gone or were not seen');
    expect(driftLines(compared).join('\n')).toContain('incomplete: capped: after 500 rows');
  });

  test('says that nothing changed only of what was seen', async () => {
    const section = driftSection(await driftOf(described('Tides'), described('Tides'))).join('\n');
    expect(section).toContain('what was not seen is not covered by this');
  });
});

test('a terminal shows what changed on one line, without characters that move a cursor', async () => {
  const lines = driftLines(await driftOf(described('Tides'), described(HOSTILE)));
  expect(lines.join('')).not.toMatch(/[\u202E\n]/);
  expect(lines.some((line) => line.includes('io.github.tidewater/harbor 1.0.0: Tides → '))).toBe(true);
});

test.each([
  ['short ones whole', 'Tides', 'Winds', ['Tides', 'Winds']],
  ['nothing as such', null, 'Winds', ['(none)', 'Winds']],
  ['lists by what the other does not have', ['a', 'b'], ['b', 'c'], ['a', 'c']],
  [
    'long ones from where they differ',
    `${'Tides and winds, '.repeat(8)}hourly`,
    `${'Tides and winds, '.repeat(8)}daily`,
    ['…winds, Tides and winds, hourly', '…winds, Tides and winds, daily'],
  ],
])('values are compared: %s', (_case, before, after, shown) => {
  expect(comparedTexts(before, after, 90)).toEqual(shown);
});
