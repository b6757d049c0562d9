import { expect, test } from 'vitest';
import { taggedVersion } from './dist-tag.ts';

test.each([
  ['a tag that is there', { latest: '1.0.0' }, 'latest', '1.0.0'],
  ['a tag that is not there', { latest: '1.0.0' }, 'next', undefined],
  ['a tag that every object seems to have', {}, 'constructor', undefined],
  ['tags that are not known', null, 'latest', undefined],
])('%s', (_case, distTags, tag, version) => {
  expect(taggedVersion({ distTags }, tag)).toBe(version);
});
