import { describeSignal } from '../../src/testing/describe-signal.ts';
import { irregular } from '../../src/testing/facts.ts';
import { packed, read, shallow, sourced } from '../../src/testing/sources.ts';
import type { Irregularity } from '../../src/model/source.ts';
import { archiveIrregular } from './archive-irregular.ts';

const odd = (version: string, ...kinds: readonly Irregularity['kind'][]) =>
  packed(read(version), { irregularities: kinds.map((kind) => irregular(kind, `../${kind}`)) });

describeSignal(archiveIrregular, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a path that climbs out': {
      on: sourced(read('1.0.0'), odd('1.0.1', 'climbing-path')),
      citing: ['/../climbing-path'],
      weight: 25,
    },
    'a link and a device in the first release': {
      on: sourced(odd('1.0.0', 'link', 'device', 'link')),
      citing: ['/../link', '/../device'],
      weight: 25,
    },
    'a link that the next release has as well is told once': {
      on: sourced(odd('1.0.0', 'link'), odd('1.0.1', 'link')),
      citing: ['/../link'],
    },
    'a name that comes twice': {
      on: sourced(read('1.0.0'), odd('1.0.1', 'duplicate-path')),
      citing: '/../duplicate-path',
      weight: 10,
    },
  },
  silent: {
    'nothing odd': sourced(read('1.0.0'), read('1.0.1')),
    'only long, large or nested': sourced(read('1.0.0'), odd('1.0.1', 'long-path', 'nested-archive', 'bad-checksum')),
  },
  unseen: {
    ...shallow,
    'an archive that was not read to its end': sourced(read('1.0.0'), odd('1.0.1', 'truncated')),
  },
});
