import { describe, expect, test } from 'vitest';
import { verdict } from '../testing/verdicts.ts';
import { fileOf, kept, verdictFile } from './keep.ts';
import { parseVerdicts } from './lines.ts';
import { verdictLine } from './verdict.ts';

const FILE = 'reviews/harbour-master.ndjson';
const line = verdictLine(verdict());
const without = (field: string) => JSON.stringify({ ...verdict(), [field]: undefined });
const having = (fields: object) => JSON.stringify({ ...verdict(), ...fields });

test('a verdict that is written and read is the same, also with characters that do not show', () => {
  const nasty = verdict({
    reason: 'tide\u202Ewater\u001B[2J\n=1+1',
    reviewer: 'Harbour\u200BMaster',
    expires: '2027-01-01',
  });
  const text = verdictFile([nasty]);
  expect(text).toMatch(/^[\u0020-\u007E\u2019]*\n$/);
  expect(parseVerdicts(text, FILE)).toEqual([nasty]);
});

test('empty lines and line breaks of another system are no damage', () => {
  expect(parseVerdicts(`\r\n${line}\r\n\n${line}`, FILE)).toHaveLength(2);
  expect(parseVerdicts('', FILE)).toEqual([]);
});

describe('a damaged line is named', () => {
  test.each([
    ['half a line', line.slice(0, 40), 'is not JSON'],
    ['a conflict of git', '<<<<<<< HEAD', 'is a conflict marker of git'],
    ['its middle', '=======', 'is a conflict marker of git'],
    ['something else', '[1]', 'is no verdict'],
    ['nothing', 'null', 'is no verdict'],
    ['a verdict without a reason', without('reason'), 'reason:'],
    ['a blank reason', having({ reason: ' \t' }), 'reason:'],
    ['a reason longer than 2000 characters', having({ reason: 'x'.repeat(2_001) }), 'reason:'],
    ['a third kind of verdict', having({ verdict: 'maybe' }), 'verdict:'],
    ['a fingerprint cut short', having({ fingerprint: 'a'.repeat(63) }), 'fingerprint:'],
    ['a day that is none', having({ date: '2026-02-30' }), 'date:'],
    ['an end on its first day', having({ expires: '2026-06-01' }), 'expires:'],
    ['a field nobody knows', having({ severity: 'high' }), 'severity'],
    ['another version', having({ schemaVersion: 2 }), 'schemaVersion:'],
    ['a line longer than any verdict', `"${'x'.repeat(64_000)}"`, 'is longer than a verdict can be'],
  ])('%s', (_, damaged, said) => {
    const read = () => parseVerdicts(`${line}\n${damaged}\n`, FILE);
    expect(read).toThrow(`reviews/harbour-master.ndjson, line 2: ${said.startsWith('is') ? said : 'is no verdict: '}`);
    expect(read).toThrow(said);
  });

  test('with what it holds made inert', () => {
    const key = 'a\u001B[2Jb';
    expect(() => parseVerdicts(JSON.stringify({ ...verdict(), [key]: 1 }), 'tide\u202E.ndjson')).toThrow(
      /tide\\u\{202E\}\.ndjson, line 1/,
    );
    expect(() => parseVerdicts(JSON.stringify({ ...verdict(), [key]: 1 }), FILE)).not.toThrow(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test('and of many the first ten, with how many more there are', () => {
    expect(() => parseVerdicts('x\n'.repeat(12), FILE)).toThrow(/12 lines[^]*line 10:[^]*and 2 more/);
  });
});

describe('a file of verdicts', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => verdict({ fingerprint: letter.repeat(64) }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three were made');

  test('is sorted by what the verdicts are about, whenever they came', () => {
    const one = kept(kept([], [c, a]).lines, [b]);
    expect(one).toMatchObject({ added: 1, replaced: 0, unchanged: 0 });
    expect(verdictFile(one.lines)).toBe(verdictFile(kept([], [a, b, c]).lines));
  });

  test('gains lines where two branches add different ones, and loses none', () => {
    const ours = verdictFile(kept([b], [a]).lines);
    const theirs = verdictFile(kept([b], [c]).lines);
    const union = new Set(`${ours}${theirs}`.split('\n'));
    expect(kept(parseVerdicts([...union].join('\n'), FILE), []).lines).toEqual([a, b, c]);
  });

  test.each([
    ['a change of mind on the same day', { verdict: 'confirmed' }, 'replaced'],
    ['a later word', { date: '2026-06-02' }, 'replaced'],
    ['an older one', { date: '2026-05-31' }, 'unchanged'],
    ['the same again', {}, 'unchanged'],
    ['another reviewer’s', { reviewer: 'Pilot' }, 'added'],
  ] as const)('takes %s as %s', (_, fields, outcome) => {
    expect(kept([a], [verdict({ ...a, ...fields })])[outcome]).toBe(1);
  });

  test.each([
    ['Harbour Master', /^harbour-master\.ndjson$/],
    ['pilot@quayside.example', /^pilot-quayside-example\.ndjson$/],
    ['../../etc/passwd', /^etc-passwd-[0-9a-f]{8}\.ndjson$/],
    ['Åse', /^se-[0-9a-f]{8}\.ndjson$/],
    ['港', /^reviewer-[0-9a-f]{8}\.ndjson$/],
    ['x'.repeat(90), /^x{40}-[0-9a-f]{8}\.ndjson$/],
  ])('of %s is named %s', (reviewer, name) => {
    expect(fileOf(reviewer)).toMatch(name);
  });

  test('two people whose names a file cannot hold do not share one', () => {
    expect(fileOf('港')).not.toBe(fileOf('灯'));
  });
});
