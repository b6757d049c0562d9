import { expect, test } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { affecting, EVERY_VERSION, publicIndex, recorded } from '../../src/testing/recalls.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { disputedListing } from './disputed-listing.ts';

const asOf = '2026-06-29';
const intel = publicIndex(
  recorded('MAL-2026-13399', { affected: [affecting('far-helm', { versions: ['1.0.0'] })] }),
  recorded('MAL-2026-13376', {
    affected: [affecting('sea-mark', { ranges: [EVERY_VERSION] })],
    withdrawn: '2026-06-01T00:00:00Z',
  }),
  recorded('MAL-2026-6', { affected: [affecting('buoy', { versions: ['1.0.0'] })], labels: ['HIGHLY_SUSPICIOUS'] }),
  recorded('MAL-2026-7', { affected: [affecting('fog-horn', { versions: ['1.0.0'] })], labels: ['PENTEST'] }),
  recorded('MAL-2026-8'),
);
const naming = (name: string, version: string | null) => listed({ packages: [packageNamed('npm', name, { version })] });

describeSignal(disputedListing, {
  context: { asOf, intel },
  fires: {
    'a record that is on the list of disputed ones': { on: naming('far-helm', '1.0.0'), citing: '/packages/0' },
    'a record whose reporter could not tell': { on: naming('buoy', '1.0.0'), citing: '/packages/0' },
  },
  silent: {
    'another version': naming('far-helm', '1.0.1'),
    'a version that is not known': naming('far-helm', null),
    'a disputed record that was taken back': naming('sea-mark', '1.0.0'),
    'a record of a test, which is not disputed': naming('fog-horn', '1.0.0'),
    'a record that nobody disputes': naming('harbor-mcp', '1.0.16'),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a registry that does not say which packages': listed({ packages: null }),
  },
});

test('it says that the listing is disputed, and why', () => {
  const finding = disputedListing.examine(naming('far-helm', '1.0.0'), { asOf, intel });
  expect(finding.outcome === 'fired' ? finding.evidence[0].statement : '').toBe(
    'The npm package far-helm 1.0.0, which the entry names, is listed in MAL-2026-13399 as of 2026-06-01 (1.0.0), which is disputed: its incident labels call it a remote-control tool and the listing contested',
  );
});
