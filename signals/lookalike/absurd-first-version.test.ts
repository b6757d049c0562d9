import type { Packument } from '../../src/model/release.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, packument, published, release } from '../../src/testing/subjects.ts';
import { absurdFirstVersion } from './absurd-first-version.ts';

const beginning = (version: string, fields: Partial<Packument> = {}) =>
  published({}, packument({ releases: [release(version), release('1.0.0')], ...fields }));
const gone = (version: string, publishedAt: string) => ({ version, publishedAt, at: `/time/${version}` });

describeSignal(absurdFirstVersion, {
  context: harbourContext(),
  fires: {
    '99.0.0': { on: beginning('99.0.0'), citing: '/versions/99.0.0' },
    'nine exactly': { on: beginning('9.0.0'), citing: '/versions/9.0.0' },
    'a number that could be a year of two digits, and is not this one': {
      on: beginning('35.5.6'),
      citing: '/versions/35.5.6',
    },
    'a year of two digits that no month follows': { on: beginning('26.13.0'), citing: '/versions/26.13.0' },
    'all there are, where their order is not known': {
      on: published({}, packument({ ordered: 'as listed', releases: [release('99.0.1'), release('99.0.0')] })),
      citing: '/versions/99.0.1',
    },
    'a first that came before one that is gone': {
      on: beginning('99.0.0', { missing: [gone('0.1.0', '2026-05-05T00:00:00Z')] }),
      citing: '/versions/99.0.0',
    },
  },
  silent: {
    'just below nine': beginning('8.9.9'),
    'a date': beginning('2026.5.4'),
    'a date run together': beginning('20260504.0.0'),
    'year and month of two digits': beginning('26.5.0'),
    'the next year’s': beginning('27.1.0'),
    'no number': beginning('latest'),
    'an earlier one that is gone': beginning('99.0.0', { missing: [gone('0.1.0', '2026-05-03T00:00:00Z')] }),
    'none of those whose order is not known': published(
      {},
      packument({ ordered: 'by version', releases: [release('1.0.0'), release('2.0.0')] }),
    ),
  },
  unseen: {
    'a record without a history': listed(),
    'a lower one among those whose order is not known': published(
      {},
      packument({ ordered: 'by version', releases: [release('1.0.0'), release('99.0.0')] }),
    ),
    'a package without releases': published({}, packument({ releases: [] })),
  },
});
