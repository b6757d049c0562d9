import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { listed, named, packageNamed, packument, published, release } from '../../src/testing/subjects.ts';
import { packageClaimedTwice } from './package-claimed-twice.ts';

const packages = [packageNamed('npm', 'harbor-mcp')];
const first = listed({ name: 'io.github.tidewater/harbor', publishedAt: '2026-01-01T00:00:00Z', packages });
const second = listed({ name: 'io.github.gull/harbor', packages });
const marked = published(
  { name: 'io.github.wick/harbor', packages },
  packument({ releases: [release('1.0.0', { mcpName: 'io.github.Wick/harbor' })] }),
);
const misnamed = published(
  { name: 'io.github.museum/harbor', packages },
  packument({ releases: [release('1.0.0', { mcpName: 'io.github.wick/harbor' })] }),
);
const platform = listed({ name: 'example.quayside/tidewater-harbor', packages });
const vendor = listed({ name: 'example.lanternly/harbor', packages });

describeSignal(packageClaimedTwice, {
  context: contextAmong(first, second, marked, misnamed),
  fires: {
    'the later of two publishers': { on: second, citing: '/packages/0' },
    'one whose package names another': { on: misnamed, citing: '/packages/0' },
  },
  silent: {
    'the first': first,
    'one that the package names as its own': marked,
    'an entry without packages': listed(),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a record that does not say which packages it has': listed({ packages: null }),
  },
});

describeSignal(packageClaimedTwice, {
  context: contextAmong(platform, vendor, second),
  fires: {},
  silent: {
    'a platform that lists other people’s packages': platform,
    'a vendor': vendor,
  },
});

describeSignal(packageClaimedTwice, {
  context: contextAmong(listed({ ...dated('2026-01-01'), name: 'example.quayside/harbor' }), second),
  fires: {},
  silent: { 'whoever comes after a platform that lists other people’s packages': second },
});

function dated(day: string) {
  return { publishedAt: `${day}T00:00:00Z`, packages };
}
