import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { type Listing, listed, packument, published, release } from '../../src/testing/subjects.ts';
import { crossEcosystemTwin } from './cross-ecosystem-twin.ts';

function made(ecosystem: 'npm' | 'pypi', day: string, listing: Listing) {
  const login = listing.name?.split('/')[0]?.slice('io.github.'.length) ?? 'tidewater';
  const by = { name: login, email: `${login}@gmail.com` };
  const releases = ['1.0.0', '1.0.1', '1.0.2'].map((version) =>
    release(version, { publishedAt: `${day}T00:00:00Z`, publishedBy: by, maintainers: [by], repository: null }),
  );
  return published(listing, packument({ ecosystem, name: 'harbor-tides', releases, maintainers: [by] }));
}

const original = made('pypi', '2025-06-01', { name: 'io.github.tidewater/tides' });
const twin = made('npm', '2026-06-01', { name: 'io.github.gull/tides' });
const port = made('npm', '2026-06-01', { name: 'io.github.tidewater/tides-js' });

describeSignal(crossEcosystemTwin, {
  context: contextAmong(original, twin, port),
  fires: { 'the same name on npm, a year later and by a stranger': { on: twin, citing: '/name' } },
  silent: {
    'the established package': original,
    'a port by its author': port,
    'a package of its own name': published({}, packument()),
    'a vendor’s package': made('npm', '2026-06-01', { name: 'example.lanternly/tides' }),
  },
  unseen: {
    'a record without a history': listed(),
    'a package of that name of whose beginning nothing is known': published(
      { name: 'io.github.gull/tides' },
      packument({ ecosystem: 'npm', name: 'harbor-tides', createdAt: null }),
    ),
  },
});
