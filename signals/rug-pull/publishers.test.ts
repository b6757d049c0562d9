import { expect, it } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { packument, release } from '../../src/testing/subjects.ts';
import { newPublishers } from './publishers.ts';

const tidewater = { name: 'tidewater', email: 'post@tidewater.example' };
const mallory = { name: 'mallory', email: 'm@gmail.com' };
const by = (person: typeof tidewater, fields: Partial<Release> = {}) =>
  release('1.0.1', { publishedBy: person, maintainers: [person], ...fields });

it.each([
  ['somebody new', by(mallory), ['mallory']],
  ['the same account', by(tidewater), []],
  ['a colleague by mail domain', by({ name: 'ada', email: 'ada@tidewater.example' }), []],
  ['a CI identity', by({ name: 'GitHub Actions', email: 'npm-oidc-no-reply@github.com' }), []],
  ['a trusted publisher', by(mallory, { trustedPublisher: true }), []],
  ['an unknown publisher', by(mallory, { publishedBy: null }), []],
])('%s', (_who, after, names) => {
  const found = newPublishers(packument({ releases: [by(tidewater), after] }));
  expect(found?.map(({ publisher }) => publisher.name)).toEqual(names);
});

it('does not take two customers of a mail provider for colleagues', () => {
  const releases = [by({ name: 'ada', email: 'ada@gmail.com' }), by(mallory)];
  expect(newPublishers(packument({ releases }))).toHaveLength(1);
});

it('says once that somebody is new', () => {
  expect(newPublishers(packument({ releases: [by(tidewater), by(mallory), by(tidewater), by(mallory)] }))).toHaveLength(
    1,
  );
});

it('knows who maintained a release without having published any', () => {
  const first = by(tidewater, { maintainers: [tidewater, mallory] });
  expect(newPublishers(packument({ releases: [first, by(mallory)] }))).toEqual([]);
});

it('is unknown where no release says who published it', () => {
  expect(newPublishers(packument({ releases: [by(tidewater, { publishedBy: null })] }))).toBeNull();
});
