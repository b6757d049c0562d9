import { describe, expect, test } from 'vitest';
import type { Packument, Person } from '../model/release.ts';
import { packument, published, release } from '../testing/subjects.ts';
import { packageAuthors } from './package-authors.ts';
import { packageTwinsSurvey } from './package-twins.ts';

const AS_OF_MS = Date.UTC(2026, 5, 29);
const person = (name: string, email: string | null): Person => ({ name, email });

/** A package of one author with three releases, the first on that day. */
function made(
  fields: Partial<Packument> & { day?: string; by?: Person | null; repository?: string | null; count?: number } = {},
): Packument {
  const {
    day = '2025-12-31',
    by = person('tidewater', 'post@tidewater.example'),
    repository = null,
    count = 3,
  } = fields;
  const people = by === null ? null : [by];
  const releases = Array.from({ length: count }, (_, at) =>
    release(`1.0.${at}`, { publishedAt: `${day}T00:00:00Z`, publishedBy: by, maintainers: people, repository }),
  );
  return packument({ maintainers: people, releases, ...fields });
}

const stranger = person('gull', 'gull@quayside.example');
const young = (fields: Parameters<typeof made>[0] = {}) =>
  made({ ecosystem: 'npm', name: 'harbor-tides', day: '2026-06-01', by: stranger, ...fields });
const old = (fields: Parameters<typeof made>[0] = {}) => made({ ecosystem: 'pypi', name: 'harbor_tides', ...fields });

/** The twin of a package among others, each named by an entry of an account of its own. */
function twinOf(asked: Packument, other: Packument, publisher: readonly string[] = ['quayside']) {
  const survey = packageTwinsSurvey(AS_OF_MS);
  survey.see(published({}, other), ['tidewater-harbour']);
  survey.see(published({}, asked), publisher);
  return survey.result().of(asked, () => publisher);
}

describe('a package has the name of an established one elsewhere', () => {
  test('however the ecosystem writes it', () => {
    expect(twinOf(young(), old())).toMatchObject({ ecosystem: 'pypi', name: 'harbor_tides' });
    expect(
      twinOf(young({ ecosystem: 'pypi', name: 'Harbor.Tides' }), old({ ecosystem: 'npm', name: 'harbor-tides' })),
    ).toMatchObject({ ecosystem: 'npm' });
  });

  test.each([
    ['a day short of half a year old', old({ day: '2026-01-01' })],
    ['of two releases', old({ count: 2 })],
    ['of the same ecosystem', old({ ecosystem: 'npm' })],
    ['in a scope', old({ ecosystem: 'npm', name: '@tidewater/harbor-tides' })],
    ['of another name', old({ name: 'harbor-ferries' })],
    ['of unknown age', old({ createdAt: null })],
  ])('not of one %s', (_case, other) => {
    expect(twinOf(young(), other)).toBeNull();
  });

  test('a month after it, and not a day before', () => {
    expect(twinOf(young({ day: '2026-01-30' }), old())).toMatchObject({ ecosystem: 'pypi' });
    expect(twinOf(young({ day: '2026-01-29' }), old())).toBeNull();
  });

  test.each([
    [
      'has the same repository',
      young({ repository: 'git+https://github.com/Harbour/py.git' }),
      old({ repository: 'https://github.com/harbour/js' }),
    ],
    ['has an address at the same domain', young({ by: person('gull', 'gull@mail.tidewater.example') }), old()],
    [
      'has the same address at a free provider',
      young({ by: person('gull', 'Tide@gmail.com') }),
      old({ by: person('x', 'tide@gmail.com') }),
    ],
    ['has the same account', young({ by: person('Tidewater', null) }), old()],
  ])('not where its author %s', (_case, asked, other) => {
    expect(twinOf(asked, other, [])).toBeNull();
  });

  test.each([
    ['its author', young({ by: null }), old(), 'whose the packages of that name are'],
    ['its first day', young({ createdAt: null }), old(), 'when the package was first published'],
  ])('and where %s is not known, nobody can tell', (_case, asked, other, notKnown) => {
    expect(twinOf(asked, other, [])).toEqual({ notKnown });
  });

  test('nor where the other’s author is not known', () => {
    const survey = packageTwinsSurvey(AS_OF_MS);
    survey.see(published({}, old({ by: null })), []);
    expect(survey.result().of(young(), () => [])).toEqual({ notKnown: 'whose the packages of that name are' });
  });

  test('but it was there before by its dates, whoever made it', () => {
    expect(twinOf(young({ by: null, day: '2026-01-29' }), old(), [])).toBeNull();
  });

  test('not where the same publisher names both', () => {
    expect(twinOf(young(), old(), ['tidewater-harbour'])).toBeNull();
  });

  test('two strangers at one free provider are two', () => {
    expect(
      twinOf(young({ by: person('gull', 'gull@gmail.com') }), old({ by: person('tide', 'tide@gmail.com') })),
    ).toMatchObject({ ecosystem: 'pypi' });
  });

  test('generic words alone are no name', () => {
    expect(twinOf(young({ name: 'mcp-server' }), old({ name: 'mcp-server' }))).toBeNull();
  });
});

test('an author is known by scope, repository, accounts and addresses', () => {
  expect(
    packageAuthors(
      made({
        name: '@Lantern/bakery',
        repository: 'https://github.com/Museum/bakery',
        by: person('Wick', 'wick@Bakery.example'),
      }),
    ),
  ).toEqual(['lantern', 'museum', 'wick', '@bakery.example']);
  expect(packageAuthors(packument({ maintainers: null, releases: [] }))).toEqual([]);
  expect(packageAuthors(made({ by: person('a', `${'a'.repeat(300)}@tide.example`) }))).toEqual(['a']);
});
