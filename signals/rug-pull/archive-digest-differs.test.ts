import { describeSignal } from '../../src/testing/describe-signal.ts';
import { packed, read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { release } from '../../src/testing/subjects.ts';
import { archiveDigestDiffers } from './archive-digest-differs.ts';

const other = { outcome: 'differs', algorithm: 'sha512', expected: 'aaaa', observed: 'bbbb' } as const;
const untold = { outcome: 'not given' } as const;

describeSignal(archiveDigestDiffers, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'other bytes than those published': {
      on: sourced(read('1.0.0'), packed(read('1.0.1'), { digest: other })),
      citing: ['/'],
    },
    'a release that nothing was read before': {
      on: sourcedAs({ older: [release('0.9.0')] }, packed(read('1.0.0'), { digest: other })),
      citing: ['/'],
    },
  },
  silent: { 'the bytes that were published': sourced(read('1.0.0'), read('1.0.1')) },
  unseen: { ...shallow, 'a registry without digests': sourced(packed(read('1.0.0'), { digest: untold })) },
});
