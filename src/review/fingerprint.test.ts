import { describe, expect, test } from 'vitest';
import type { Candidate } from '../model/candidate.ts';
import { candidate, cited, fired } from '../testing/candidates.ts';
import { fingerprint } from './fingerprint.ts';

const one = candidate();
const evidence = cited();
const firing = (...cites: readonly ReturnType<typeof cited>[]) =>
  candidate({ fired: [fired('lookalike/brand-typo', ...cites)] });

describe('another capture of the same facts has the same fingerprint', () => {
  test.each<[string, Candidate]>([
    ['it was read from elsewhere', firing({ ...evidence, at: { ...evidence.at, pointer: '/servers/9/name' } })],
    [
      'it was read later',
      firing({
        ...evidence,
        at: {
          ...evidence.at,
          resource: {
            uri: 'https://mirror.example/servers',
            sha256: '6'.repeat(64),
            retrievedAt: '2026-07-06T00:00:00Z',
          },
        },
      }),
    ],
    ['the statement is worded otherwise', firing(cited({ statement: 'one letter lies between it and tidewater' }))],
    ['the score is another', candidate({ score: 61, tier: 'review', rank: 7, reachable: 80 })],
    ['the weight is another', candidate({ fired: [{ ...fired('lookalike/brand-typo'), weight: 99 }] })],
    ['something clears it', candidate({ cleared: [fired('lookalike/says-unofficial')] })],
    ['its description is another', candidate({ shown: { ...one.shown, description: 'Reads the tides.' } })],
    ['it has a fingerprint already', candidate({ fingerprint: 'a'.repeat(64) })],
  ])('although %s', (_, other) => {
    expect(fingerprint(other)).toBe(fingerprint(one));
  });

  test('although evidence and the keys of values come in another order', () => {
    const [a, b] = [cited({ observed: { path: 'a.js', bytes: 7 } }), cited({ observed: [1, 2] })];
    expect(fingerprint(firing(a, b))).toBe(fingerprint(firing(b, cited({ observed: { bytes: 7, path: 'a.js' } }))));
  });

  test('although the list that recalls it is another day older', () => {
    const recalled = (listAgeDays: number, record = 'MAL-1') =>
      candidate({
        fired: [fired('intel/known-malicious', cited({ observed: { record, listDate: '2026-11-20', listAgeDays } }))],
      });
    expect(fingerprint(recalled(3))).toBe(fingerprint(recalled(4)));
    expect(fingerprint(recalled(3))).not.toBe(fingerprint(recalled(3, 'MAL-2')));
    const elsewhere = (listDate: string) => firing(cited({ observed: { listDate } }));
    expect(fingerprint(elsewhere('a'))).not.toBe(fingerprint(elsewhere('b')));
  });

  test('also after it went through a report file', () => {
    const kept = firing(cited({ observed: 'tide\u202Ewater', expected: { deep: [null, true, '\ud800'] } }));
    const read: Candidate = JSON.parse(JSON.stringify(kept));
    expect(fingerprint(read)).toBe(fingerprint(kept));
  });
});

describe('other facts have another fingerprint', () => {
  test.each<[string, Candidate]>([
    ['another value was observed', firing(cited({ observed: 'tidewaterr' }))],
    ['it is compared with another value', firing(cited({ expected: 'quayside' }))],
    ['another case of the signal applies', firing(cited({ case: 'two-letters' }))],
    ['another signal fired', candidate({ fired: [fired('lookalike/scope-drop')] })],
    ['a signal fired beside it', candidate({ fired: [...one.fired, fired('lookalike/scope-drop')] })],
    ['the same was seen twice', firing(cited(), cited())],
    ['the entry is another', candidate({ entry: { ...one.entry, id: 'official:io.github.quayside/ferry' } })],
    ['the pipeline is another', candidate({ pipeline: 'rug-pull' })],
    ['a list has another order', firing(cited({ observed: ['tidewatr', 'x'] }))],
    ['a text stands where a number stood', firing(cited({ observed: '7' }))],
  ])('where %s', (_, other) => {
    expect(fingerprint(other)).not.toBe(fingerprint(one));
  });

  test('however their values are put together', () => {
    expect(fingerprint(firing(cited({ observed: 'a","b' })))).not.toBe(
      fingerprint(firing(cited({ observed: 'a', expected: 'b' }))),
    );
    expect(fingerprint(firing(cited({ observed: ['a', 'x'] })))).not.toBe(
      fingerprint(firing(cited({ observed: ['x', 'a'] }))),
    );
    expect(fingerprint(firing(cited({ observed: 7 })))).not.toBe(fingerprint(firing(cited({ observed: '7' }))));
  });
});

test('a value nested deeper than any honest one has a fingerprint as well', () => {
  let deep: Candidate['fired'][number]['evidence'][0]['observed'] = 'tide';
  for (let level = 0; level < 2_000; level += 1) deep = [deep];
  expect(fingerprint(firing(cited({ observed: deep })))).toMatch(/^[0-9a-f]{64}$/);
});

test('it stays what it is from version to version, or every dismissed candidate comes back', () => {
  expect(fingerprint(one)).toBe('30bab13a1dea87d1658b265aefee42c42b207ce6d4c50cafeec1920f5b8800ee');
});
