import { expect, it } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { entry, listed, named, record } from '../../src/testing/subjects.ts';
import { statusFlip } from './status-flip.ts';

const asOf = '2026-06-29';

describeSignal(statusFlip, {
  context: { asOf, baseline: new Map([[entry().id, record()]]) },
  fires: {
    'it was active and is deleted': { on: listed({ status: 'deleted' }), citing: '/status' },
    'it was active and is deprecated': { on: listed({ status: 'deprecated' }), citing: '/status' },
  },
  silent: {
    'it stays': listed(),
    'an older version is deprecated, which says nothing about a change': listed({
      version: '2.0.0',
      earlier: [record({ version: '0.9.0', status: 'deprecated' })],
    }),
  },
  unseen: {
    'a name alone': named(),
    'a registry without status': listed({ status: null }),
    'an entry that is new': listed({ name: 'io.github.quayside/tides' }),
  },
});

it('cannot be seen without an earlier snapshot', () => {
  expect(statusFlip.examine(listed({ status: 'deleted' }), { asOf, baseline: null })).toMatchObject({
    outcome: 'unseen',
    reason: 'no earlier snapshot to compare the status with',
  });
});
