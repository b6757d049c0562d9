import { describe, expect, test } from 'vitest';
import { brandOwners } from '../pipelines/brand-owners.ts';
import { brandWords } from '../pipelines/brand-words.ts';
import { packument, listed, named, published, release, repositoryAt } from '../testing/subjects.ts';
import { protectedNames } from '../../signals/data/index.ts';
import { indexedEntry } from './indexed-entry.ts';

const known = {
  owners: brandOwners(protectedNames.brands, protectedNames.sharedHosts),
  words: brandWords(protectedNames.brands, protectedNames.dictionary),
  identity: { registries: 1, twins: [] },
  gateway: null,
};

describe('the brand of an entry', () => {
  test.each([
    ['the vendor’s own', listed({ name: 'com.stripe/mcp' }), 'vendor'],
    ['somebody else’s', listed({ name: 'io.github.tidewater/stripe-mcp' }), 'unofficial'],
    [
      'one that Smithery shows without a publisher',
      named({ registry: 'smithery', name: 'stripe', namespace: null }),
      'unknown',
    ],
    [
      'one under the brand’s name where no account is proved',
      named({ registry: 'smithery', name: 'stripe/mcp', namespace: 'stripe', title: 'Stripe' }),
      'unknown',
    ],
    [
      'a listed repository of nobody known',
      listed({
        registry: 'glama',
        name: 'stripe-mcp',
        namespace: null,
        repository: repositoryAt('https://github.com/tidewater/stripe-mcp'),
      }),
      'unofficial',
    ],
  ])('%s', (_what, subject, relation) => {
    expect(indexedEntry(subject, known).brand).toEqual({ id: 'Stripe', relation });
  });

  test('is none where the name speaks of none', () => {
    expect(indexedEntry(listed(), known).brand).toBeNull();
  });
});

describe('whether the newest release is attested', () => {
  test.each([
    ['not known where the ecosystem does not say', [null], null],
    ['yes', ['absent', 'attested'], true],
    ['no', ['attested', 'absent'], false],
  ] as const)('%s', (_what, provenance, attested) => {
    const releases = provenance.map((each, index) => release(`1.${index}.0`, { provenance: each }));
    expect(indexedEntry(published({}, packument({ releases })), known).attested).toBe(attested);
  });

  test('a prerelease is not what installing gives', () => {
    const releases = [release('1.0.0', { provenance: 'attested' }), release('2.0.0-rc.1', { provenance: 'absent' })];
    expect(indexedEntry(published({}, packument({ releases, distTags: {} })), known).attested).toBe(true);
  });

  test('one package of two without decides', () => {
    const one = packument({ name: 'harbor-mcp', releases: [release('1.0.0', { provenance: 'attested' })] });
    const other = packument({ name: 'harbor-cli', releases: [release('1.0.0', { provenance: 'absent' })] });
    expect(indexedEntry(published({}, one, other), known).attested).toBe(false);
  });
});

test('what strangers wrote is bounded, and what they did not write stays unknown', () => {
  const long = indexedEntry(listed({ description: 'tide '.repeat(1_000), title: 'quay '.repeat(1_000) }), known);
  expect([long.description?.length, long.title?.length]).toEqual([2_000, 300]);
  expect(indexedEntry(named({ title: null }), known)).toMatchObject({
    description: null,
    repository: null,
    packages: null,
    remotes: null,
    attested: null,
  });
  expect(indexedEntry(listed({ repository: 'none' }), known).repository).toBe('none');
});
