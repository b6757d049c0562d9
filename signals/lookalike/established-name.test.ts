import { describeSignal } from '../../src/testing/describe-signal.ts';
import { contextAmong } from '../../src/testing/population.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { establishedName } from './established-name.ts';

const popular = listed({
  registry: 'pulsemcp',
  name: 'io.github.tidewater/ferry-times',
  uses: 50_000,
  publishedAt: '2026-01-01T00:00:00Z',
});
const equal = listed({ name: 'io.github.quayside/mcp-ferry-times' });
const packaged = listed({ name: 'io.github.lantern/boats', packages: [packageNamed('npm', '@lantern/ferry-times')] });
const near = named({ name: 'io.github.museum/fery-times' });
const turned = named({ name: 'io.github.bakery/times-ferry' });
const own = listed({ registry: 'glama', name: 'tidewater/ferry-times' });
const vendor = named({ name: 'example.lanternly/ferry_times' });
const other = listed();
const nobody = named({ registry: 'mcp-so', name: 'ferry-times' });

describeSignal(establishedName, {
  context: contextAmong(popular, equal, packaged, own, other),
  fires: {
    'the same words': { on: equal, citing: '/name' },
    'the same words in a package': { on: packaged, citing: '/packages/0' },
  },
  silent: {
    'the established server itself': popular,
    'its publisher in another registry': own,
    'another name': other,
    'an entry of another snapshot': near,
  },
  unseen: { 'a registry that does not say who publishes': nobody },
});

describeSignal(establishedName, {
  context: contextAmong(popular, near, turned),
  fires: {
    'nearly the same letters, for less': { on: near, citing: '/name', weight: 12 },
    'the same words in another order, for less': { on: turned, citing: '/name', weight: 12 },
  },
  silent: { 'the established server itself': popular },
});

describeSignal(establishedName, {
  context: contextAmong(popular, vendor),
  fires: {},
  silent: { 'a vendor on the list of brands': vendor },
});

describeSignal(establishedName, {
  context: harbourContext(),
  fires: {},
  silent: {},
  unseen: { 'a package on its own, outside of any snapshot': equal },
});
