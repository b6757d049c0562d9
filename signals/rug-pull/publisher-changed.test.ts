import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { publisherChanged } from './publisher-changed.ts';

const tidewater = { name: 'tidewater', email: 'post@tidewater.example' };
const driftwood = { name: 'driftwood', email: 'driftwood@mail.example' };
const first = release('1.0.0', { publishedAt: '2026-01-01T00:00:00Z' });
const taken = { publishedBy: driftwood, maintainers: [driftwood] };

describeSignal(publisherChanged, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'none of the earlier maintainers is left': {
      on: packaged(first, release('1.0.1', { ...taken, publishedAt: '2026-02-01T00:00:00Z' })),
      citing: '/versions/1.0.1/_npmUser/name',
    },
    'none is left after 180 days of silence': {
      on: packaged(first, release('1.0.1', { ...taken, publishedAt: '2026-06-30T00:00:00Z' })),
      citing: '/versions/1.0.1/_npmUser/name',
      weight: 45,
    },
    'none is left a moment before 180 days': {
      on: packaged(first, release('1.0.1', { ...taken, publishedAt: '2026-06-29T23:59:59Z' })),
      citing: '/versions/1.0.1/_npmUser/name',
      weight: 30,
    },
    'somebody joined those who were there': {
      on: packaged(first, release('1.0.1', { publishedBy: driftwood, maintainers: [tidewater, driftwood] })),
      citing: '/versions/1.0.1/_npmUser/name',
      weight: 8,
    },
    'it is not known who maintains': {
      on: packaged(first, release('1.0.1', { publishedBy: driftwood, maintainers: null })),
      citing: '/versions/1.0.1/_npmUser/name',
      weight: 8,
    },
  },
  silent: {
    'the same account publishes': packaged(first, release('1.0.1')),
    'a colleague with the same mail domain': packaged(
      first,
      release('1.0.1', { publishedBy: { name: 'ada', email: 'ada@tidewater.example' } }),
    ),
    'trusted publishing takes over': packaged(
      first,
      release('1.0.1', { publishedBy: { name: 'GitHub Actions', email: null }, trustedPublisher: true }),
    ),
  },
  unseen: {
    'a registry entry alone': listed(),
    'a mirror that leaves publishers out': packaged(
      release('1.0.0', { publishedBy: null, maintainers: null }),
      release('1.0.1', { publishedBy: null, maintainers: null }),
    ),
    'a history without times': published(
      {},
      packument({ ordered: 'as listed', releases: [first, release('1.0.1', taken)] }),
    ),
  },
});
