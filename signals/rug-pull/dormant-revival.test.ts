import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, release } from '../../src/testing/subjects.ts';
import { dormantRevival } from './dormant-revival.ts';

const first = release('1.0.0', { publishedAt: '2025-06-01T00:00:00Z' });
const driftwood = { name: 'driftwood', email: null };

describeSignal(dormantRevival, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'somebody new after 180 days': {
      on: packaged(first, release('1.0.1', { publishedBy: driftwood, publishedAt: '2025-11-28T00:00:00Z' })),
      citing: '/versions/1.0.1',
    },
  },
  silent: {
    'somebody new a day earlier': packaged(
      first,
      release('1.0.1', { publishedBy: driftwood, publishedAt: '2025-11-27T00:00:00Z' }),
    ),
    'the same publisher after a year': packaged(first, release('1.0.1', { publishedAt: '2026-06-01T00:00:00Z' })),
  },
  unseen: {
    'a registry entry alone': listed(),
    'no publishers': packaged(release('1.0.0', { publishedBy: null }), release('1.0.1', { publishedBy: null })),
  },
});
