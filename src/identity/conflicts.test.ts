import { describe, expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { type Listing, listed, named, packageNamed, repositoryAt } from '../testing/subjects.ts';
import { claimantOf } from './claims.ts';
import { conflicts } from './conflicts.ts';

const of = (...subjects: readonly Subject[]) => conflicts(subjects.map(claimantOf));
const naming = (name: string, fields: Listing = {}) =>
  listed({ name, packages: [packageNamed('npm', 'harbor-mcp')], ...fields });

describe('one package of two publishers', () => {
  test('is a conflict that names both, whatever the order of entries', () => {
    const entries = [
      { id: 'official:io.github.quayside/harbor', publisher: ['quayside'], repository: null },
      { id: 'official:io.github.tidewater/harbor', publisher: ['tidewater'], repository: null },
    ];
    const two = [naming('io.github.tidewater/harbor'), naming('io.github.quayside/harbor')];
    for (const order of [two, two.toReversed()]) {
      expect(of(...order)).toEqual([{ kind: 'package', value: 'pkg:npm/harbor-mcp', entries }]);
    }
  });

  test.each([
    [
      'who share the owner of the repository',
      [
        naming('io.github.tidewater/harbor'),
        naming('com.harbour/harbor', { repository: repositoryAt('https://github.com/tidewater/harbor') }),
      ],
    ],
    [
      'of whom a third shares an account with each',
      [
        naming('io.github.tidewater/harbor'),
        naming('com.harbour/harbor'),
        naming('com.harbour/tides', { repository: repositoryAt('https://github.com/tidewater/harbor') }),
      ],
    ],
    ['of whom one is not shown', [naming('io.github.tidewater/harbor'), naming('harbor', { registry: 'smithery' })]],
    [
      'and of four more, which makes it a tool of everybody’s',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((login) => naming(`io.github.${login}tide/harbor`)),
    ],
  ])('is none with publishers %s', (_case, subjects) => {
    expect(of(...subjects)).toEqual([]);
  });

  test('is one of five publishers still', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((login) => naming(`io.github.${login}tide/harbor`));
    expect(of(...five).map(({ entries }) => entries.length)).toEqual([5]);
  });
});

const at = (registry: string, url: string, id: string | null = null) =>
  listed({ registry, name: 'io.github.tidewater/harbor', repository: { url, subfolder: null, id } });

describe('one name with two repositories', () => {
  test('is a conflict where their owners differ', () => {
    const found = of(
      at('official', 'https://github.com/tidewater/harbor'),
      at('pulsemcp', 'https://github.com/quayside/harbor'),
    );
    expect(found).toEqual([
      {
        kind: 'name',
        value: 'io.github.tidewater/harbor',
        entries: [
          {
            id: 'official:io.github.tidewater/harbor',
            publisher: ['tidewater'],
            repository: 'github.com/tidewater/harbor',
          },
          {
            id: 'pulsemcp:io.github.tidewater/harbor',
            publisher: ['tidewater', 'quayside'],
            repository: 'github.com/quayside/harbor',
          },
        ],
      },
    ]);
  });

  test.each([
    [
      'of one owner',
      [
        at('official', 'https://github.com/tidewater/harbor'),
        at('pulsemcp', 'https://github.com/tidewater/harbor-mcp'),
      ],
    ],
    [
      'that were one by the host’s number',
      [
        at('official', 'https://github.com/tidewater/harbor', '42'),
        at('pulsemcp', 'https://github.com/quayside/harbor', '42'),
      ],
    ],
    [
      'of which one is not known',
      [
        at('official', 'https://github.com/tidewater/harbor'),
        named({ registry: 'pulsemcp', name: 'io.github.tidewater/harbor' }),
      ],
    ],
    [
      'under names without a publisher',
      [
        listed({ name: 'harbor', repository: repositoryAt('https://github.com/tidewater/harbor') }),
        listed({
          registry: 'smithery',
          name: 'harbor',
          repository: repositoryAt('https://github.com/quayside/harbor'),
        }),
      ],
    ],
  ])('is none %s', (_case, subjects) => {
    expect(of(...subjects)).toEqual([]);
  });
});
