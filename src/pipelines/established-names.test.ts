import { describe, expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { populationOf } from '../testing/population.ts';
import { type Listing, listed, named, packageNamed, repositoryAt } from '../testing/subjects.ts';

const popular = (name = 'io.github.tidewater/ferry-times', fields: Listing = {}) =>
  listed({ registry: 'pulsemcp', name, uses: 50_000, publishedAt: '2026-01-01T00:00:00Z', ...fields });

/** What an entry resembles among the others. */
function resembled(subject: Subject, ...others: readonly Subject[]) {
  const found = populationOf([subject, ...others]).established.resembledBy(subject.entry.id);
  return found === null ? null : [found.how, found.name.text, found.theirs];
}

const quayside = (fields: Listing = {}) => listed({ name: 'io.github.quayside/ferry-times', ...fields });

describe('a name is an established server’s', () => {
  test.each([
    [
      'by the same words',
      'io.github.quayside/mcp-ferrytimes-server',
      ['equal', 'mcp-ferrytimes-server', 'ferry-times'],
    ],
    ['by the same words in another order', 'io.github.quayside/times-ferry', ['words', 'times-ferry', 'ferry-times']],
    ['by nearly the same letters', 'io.github.quayside/fery-times', ['near', 'fery-times', 'ferry-times']],
  ])('%s', (_case, name, expected) => {
    expect(resembled(named({ name }), popular())).toEqual(expected);
  });

  test('by the name of a package, or by a title', () => {
    const packages = [packageNamed('npm', '@quayside/ferry-times')];
    expect(resembled(listed({ name: 'io.github.quayside/boats', packages }), popular())).toEqual([
      'equal',
      '@quayside/ferry-times',
      'ferry-times',
    ]);
    expect(resembled(listed({ name: 'io.github.quayside/boats', title: 'Ferry Times' }), popular())?.[0]).toBe('equal');
  });

  test('the closest of several is told', () => {
    const two = listed({ name: 'io.github.quayside/fery-times', title: 'Ferry Times' });
    expect(resembled(two, popular())).toEqual(['equal', 'Ferry Times', 'ferry-times']);
  });
});

describe('a name is nobody else’s', () => {
  test.each([
    ['of the same account', listed({ registry: 'glama', name: 'Tidewater/ferry-times-mcp' }), popular()],
    [
      'of the owner of the repository',
      quayside({ repository: repositoryAt('https://github.com/tidewater/boats') }),
      popular(),
    ],
    [
      'of the same cluster',
      quayside({ packages: [packageNamed('npm', 'ferry-times')] }),
      popular(undefined, { packages: [packageNamed('npm', 'ferry-times')] }),
    ],
    ['that was there before', quayside({ publishedAt: '2025-12-31T00:00:00Z' }), popular()],
    ['where no publisher is shown', named({ registry: 'smithery', name: 'ferry-times' }), popular()],
    ['that is established itself', popular('io.github.quayside/ferry-times'), popular()],
    ['of a server that nobody uses', quayside(), popular(undefined, { uses: 10 })],
    ['of four letters', named({ name: 'io.github.quayside/pier' }), popular('io.github.tidewater/pier')],
    ['near in seven letters', named({ name: 'io.github.quayside/lantrn' }), popular('io.github.tidewater/lantern')],
    ['of a brand', named({ name: 'io.github.quayside/harbor-crane' }), popular('io.github.tidewater/harbor-crane')],
    [
      'of a reference server',
      named({ name: 'io.github.quayside/filesystem' }),
      popular('io.github.tidewater/filesystem'),
    ],
    ['of generic words', named({ name: 'io.github.quayside/mcp-server' }), popular('io.github.tidewater/mcp-server')],
  ])('%s', (_case, subject, established) => {
    expect(resembled(subject, established)).toBeNull();
  });

  test('listed in the same instant is listed later by neither', () => {
    expect(resembled(quayside({ publishedAt: '2026-01-01T00:00:00Z' }), popular())).toBeNull();
    expect(resembled(quayside({ publishedAt: '2026-01-01T00:00:01Z' }), popular())).not.toBeNull();
  });

  test('that more than three publishers use', () => {
    const others = ['lantern', 'bakery', 'museum'].map((login) => named({ name: `io.github.${login}/ferry-times` }));
    expect(resembled(quayside(), popular(), ...others.slice(0, 1))).not.toBeNull();
    expect(resembled(quayside(), popular(), ...others.slice(0, 2))).toBeNull();
  });

  test('in whatever order the entries come', () => {
    const entries = [popular(), quayside(), popular('io.github.lantern/ferry-boats')];
    const [found, again] = [entries, entries.toReversed()].map((order) =>
      populationOf(order).established.resembledBy('official:io.github.quayside/ferry-times'),
    );
    expect(found?.server.id).toBe('pulsemcp:io.github.tidewater/ferry-times');
    expect(again).toEqual(found);
  });
});
