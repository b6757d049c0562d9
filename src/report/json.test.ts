import { describe, expect, test } from 'vitest';
import { asked, candidate, cited, coverage, fired, head, looked, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { renderJson } from './json.ts';
import type { PipelineReport } from './report.ts';

const render = (fields: Partial<PipelineReport> = {}) => [...renderJson(report(fields))].join('');

describe('the JSON report', () => {
  test('opens with the date, origin, baseline and tool', () => {
    expect(render({ head: head({ baseline: '2026-05-29' }) })).toMatch(
      /^\{\n "schemaVersion": 1,\n "snapshot": \{\n {2}"date": "2026-06-29",\n {2}"origin": "captured",\n {2}"tool": "mcp-registry-audit@0\.1\.0"\n \},\n "baseline": "2026-05-29",\n "tool": "mcp-registry-audit@0\.2\.0",\n "intel": \[\],\n "attributions": \[\],\n "report": "lookalike",\n "notice": "Candidates are reasons/,
    );
  });

  test('says of a synthetic snapshot that it is one before it says anything else', () => {
    const { notice } = JSON.parse(render({ head: head({ origin: 'synthetic' }) }));
    expect(notice).toMatch(/^This snapshot is synthetic: .* Candidates are reasons/);
  });

  test('keeps one candidate a line, what a reader looks for first', () => {
    const candidates = [candidate(), candidate({ rank: 2, entry: entry({ name: 'lantern-bakery/oven' }) })];
    const lines = render({ candidates })
      .split('\n')
      .filter((line) => line.startsWith('{"rank"'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^\{"rank":1,"tier":"watch","score":20,"reachable":72\.5,"depth":"package","entry":\{"id":/,
    );
    expect(JSON.parse(lines[1] ?? '')).toEqual(candidates[1]);
  });

  test('holds what was looked at and how often each signal was asked', () => {
    expect(JSON.parse(render())).toMatchObject({
      coverage: [{ registry: 'official', distinct: 11, enumeration: { ended: 'exhausted' } }],
      packages: [{ ecosystem: 'npm', notRead: { 'not found': 2 } }],
      byRegistry: [{ registry: 'official', looked: 11 }],
      signals: [{ id: 'lookalike/brand-typo', weight: 20, outcomes: { fired: 1, silent: 8, unseen: 2 } }],
    });
  });

  test('without candidates is still whole', () => {
    expect(JSON.parse(render())).toMatchObject({ candidates: [], byRegistry: [{ looked: 11 }] });
  });

  test('adds no rows of registries up', () => {
    const text = render({
      coverage: [coverage('official', { distinct: 4_100 }), coverage('smithery', { distinct: 30_011 })],
      byRegistry: [looked('official', 4_100, { watch: 1_200 }), looked('smithery', 30_011, { watch: 5_003 })],
      counts: { 'review-first': 0, review: 0, watch: 6_203, noted: 0 },
    });
    expect(text).not.toMatch(/34111|6203/);
  });
});

describe('values from outside', () => {
  test.each([
    ['an escape sequence', 'tide\u001B[2Jwater', 'tide\\u001b[2Jwater'],
    ['a bidi override', 'tide\u202Ewater', 'tide\\u202ewater'],
    ['a lone surrogate', 'tide\uD800', 'tide\\ud800'],
    ['a line separator', 'tide\u2028water', 'tide\\u2028water'],
  ])('%s is escaped and means the same', (_what, name, written) => {
    const text = render({ candidates: [candidate({ entry: entry({ name }) })] });
    expect(text).toContain(`"name":"${written}"`);
    expect(JSON.parse(text).candidates[0].entry.name).toBe(name);
  });

  test('a key __proto__ is a key like any other', () => {
    const observed = JSON.parse('{"__proto__":{"tide":"high"},"quay":1}');
    const text = render({ candidates: [candidate({ fired: [fired('lookalike/brand-typo', cited({ observed }))] })] });
    expect(text).toContain('"observed":{"__proto__":{"tide":"high"},"quay":1}');
    expect(JSON.parse(text).tide).toBeUndefined();
  });

  test('a name of a megabyte is kept as received', () => {
    const name = 'tide'.repeat(250_000);
    expect(JSON.parse(render({ candidates: [candidate({ entry: entry({ name }) })] })).candidates[0].entry.name).toBe(
      name,
    );
  });

  test('null stays null and an empty list stays one', () => {
    const shown = { description: null, version: null, repository: null, packages: [], remotes: null, reach: null };
    expect(JSON.parse(render({ candidates: [candidate({ shown })] })).candidates[0].shown).toEqual(shown);
  });
});

test('what was parsed from a report renders the same report', () => {
  const observed = JSON.parse('{"__proto__":"tide","b":[1,null,"\\u202e"],"a":""}');
  const first = render({
    head: head({ origin: 'synthetic', baseline: '2026-05-29' }),
    signals: [asked(), asked({ cases: { near: { weight: 30, when: 'it is near' } } })],
    candidates: [candidate({ fired: [fired('lookalike/brand-typo', cited({ observed, case: 'near' }))] })],
  });
  const {
    report: pipeline,
    notice: _,
    candidates,
    signals,
    coverage: rows,
    packages,
    byRegistry,
    ...opening
  } = JSON.parse(first);
  const declared = signals.map(({ outcomes, ...declaration }: { outcomes: object }) =>
    Object.assign({ declaration }, outcomes),
  );
  const again = render({
    head: opening,
    pipeline,
    coverage: rows,
    packages,
    byRegistry,
    signals: declared,
    candidates,
  });
  expect(again).toBe(first);
});
