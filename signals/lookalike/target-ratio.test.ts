import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { targetRatio } from './target-ratio.ts';

const used = (name: string, uses: number | null, day = '2026-05-01', registry = 'pulsemcp') =>
  listed({ registry, name, uses, title: 'Boats', publishedAt: `${day}T00:00:00Z` });

const vendor = used('example.lanternly/mcp', 20_000, '2026-01-01');
const popular = used('io.github.tidewater/ferry-times', 50_000, '2026-01-01');
const shadow = used('io.github.gull/lanternly-mcp', 199);
const imitation = used('io.github.wick/ferry-times', 3);
const sizeable = used('io.github.tern/lanternly-mcp', 200);
const elder = used('io.github.auk/lanternly-mcp', 5, '2025-12-01');
const elsewhere = used('gull/lanternly-mcp', 5, '2026-05-01', 'smithery');
const own = used('io.github.eider/tide-tables', 5);

describeSignal(targetRatio, {
  context: contextAmong(vendor, popular, shadow, imitation, sizeable, elder, elsewhere, own),
  fires: {
    'less than a hundredth of the vendor’s uses': { on: shadow, citing: '/name' },
    'less than a hundredth of an established server’s': { on: imitation, citing: '/name' },
  },
  silent: {
    'a hundredth exactly': sizeable,
    'one that was there before': elder,
    'uses that another registry counts': elsewhere,
    'a name of its own': own,
    'the vendor itself': vendor,
  },
  unseen: {
    'a registry that lists only names': named(),
    'a registry that counts nothing': listed({ name: 'io.github.gull/lanternly-mcp' }),
  },
});

describeSignal(targetRatio, {
  context: contextAmong(used('example.lanternly/mcp', 999, '2026-01-01'), shadow),
  fires: {},
  silent: { 'a vendor that hardly anybody uses': used('io.github.gull/lanternly-mcp', 0) },
});
