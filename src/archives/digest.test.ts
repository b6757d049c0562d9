import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkDigest, type ExpectedDigests } from './digest.ts';

const ARCHIVE = Buffer.from('ferry times');
const NONE: ExpectedDigests = { integrity: null, shasum: null, sha256: null };
const SHA512 = `sha512-${hash('sha512', ARCHIVE, 'base64')}`;
const SHA1 = `sha1-${hash('sha1', ARCHIVE, 'base64')}`;
const OTHER = `sha512-${hash('sha512', 'other', 'base64')}`;

describe('an archive is compared with the strongest digest that its registry gives', () => {
  test.each<readonly [string, Partial<ExpectedDigests>, string, string]>([
    ['npm integrity', { integrity: SHA512 }, 'matches', 'sha512'],
    ['an integrity that differs', { integrity: OTHER }, 'differs', 'sha512'],
    ['the integrity of old releases', { integrity: SHA1 }, 'matches', 'sha1'],
    [
      'several algorithms: a weaker one does not make good for the strongest',
      { integrity: `${SHA1} ${OTHER}` },
      'differs',
      'sha512',
    ],
    [
      'several algorithms: a weaker one is not asked',
      { integrity: `sha1-${'A'.repeat(27)}= ${SHA512}` },
      'matches',
      'sha512',
    ],
    ['several digests of one algorithm: any may match', { integrity: `${OTHER} ${SHA512}` }, 'matches', 'sha512'],
    ['options behind a digest', { integrity: `${SHA512}?foo=bar` }, 'matches', 'sha512'],
    ['integrity before shasum', { integrity: SHA512, shasum: '0'.repeat(40) }, 'matches', 'sha512'],
    ['shasum alone', { shasum: hash('sha1', ARCHIVE) }, 'matches', 'sha1'],
    ['a shasum that differs', { shasum: '0'.repeat(40) }, 'differs', 'sha1'],
    [
      'an integrity of no known algorithm beside a shasum',
      { integrity: 'md5-AAAAAAAAAAAAAAAAAAAAAA==', shasum: hash('sha1', ARCHIVE) },
      'matches',
      'sha1',
    ],
    ["PyPI's sha256", { sha256: hash('sha256', ARCHIVE).toUpperCase() }, 'matches', 'sha256'],
    ['a sha256 that differs', { sha256: '0'.repeat(64) }, 'differs', 'sha256'],
  ])('%s', (_name, given, outcome, algorithm) => {
    expect(checkDigest(ARCHIVE, { ...NONE, ...given })).toMatchObject({ outcome, algorithm });
  });

  test.each<readonly [string, Partial<ExpectedDigests>]>([
    ['nothing', {}],
    ['an empty integrity', { integrity: '' }],
    ['an integrity that is none', { integrity: 'sha512' }],
    ['a shasum of another length', { shasum: '0'.repeat(64) }],
    ['a sha256 of another length', { sha256: '0'.repeat(40) }],
    ['a digest behind 2,000 characters', { integrity: `${' '.repeat(2_000)}${SHA512}` }],
  ])('%s is not given', (_name, given) => {
    expect(checkDigest(ARCHIVE, { ...NONE, ...given })).toEqual({ outcome: 'not given' });
  });

  test('what differs says what was expected and what was observed', () => {
    expect(checkDigest(ARCHIVE, { ...NONE, shasum: '0'.repeat(40) })).toEqual({
      outcome: 'differs',
      algorithm: 'sha1',
      expected: '0'.repeat(40),
      observed: hash('sha1', ARCHIVE),
    });
  });
});
