import type { Release } from '../../src/model/release.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { provenanceDowngrade } from './provenance-downgrade.ts';

const attested = (version: string, fields: Partial<Release> = {}) =>
  release(version, { provenance: 'attested', ...fields });
const absent = (version: string, fields: Partial<Release> = {}) =>
  release(version, { provenance: 'absent', ...fields });
const driftwood = { publishedBy: { name: 'driftwood', email: null } };

describeSignal(provenanceDowngrade, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'two attested releases, then one without, from another account': {
      on: packaged(attested('1.14.0'), attested('1.14.1'), absent('1.14.2', driftwood)),
      citing: ['/versions/1.14.2/dist'],
    },
    'from the same account': {
      on: packaged(attested('1.0.0'), attested('1.0.1'), absent('1.0.2')),
      citing: '/versions/1.0.2/dist',
      weight: 15,
    },
    'from nobody knows whom': {
      on: packaged(attested('1.0.0'), attested('1.0.1'), absent('1.0.2', { publishedBy: null })),
      citing: '/versions/1.0.2/dist',
      weight: 15,
    },
    'another line was published between': {
      on: packaged(
        attested('1.0.0'),
        attested('1.0.1'),
        attested('2.0.0'),
        absent('1.0.2', driftwood),
        attested('2.0.1'),
      ),
      citing: ['/versions/1.0.2/dist'],
    },
  },
  silent: {
    'one attested release is no habit': packaged(attested('1.0.0'), absent('1.0.1')),
    'an older line never had any': packaged(attested('7.0.0'), attested('7.0.1'), absent('6.3.1')),
    'a prerelease': packaged(attested('1.0.0'), attested('1.0.1'), absent('1.1.0-beta.1')),
    'it comes and stays': packaged(absent('1.0.0'), attested('1.0.1'), attested('1.0.2')),
    'unknown is not gone': packaged(attested('1.0.0'), attested('1.0.1'), release('1.0.2')),
  },
  unseen: {
    'a registry entry alone': listed(),
    'a mirror that leaves attestations out': packaged(release('1.0.0'), release('1.0.1')),
    'a history without times': published(
      {},
      packument({ ordered: 'as listed', releases: [attested('1.0.0'), attested('1.0.1'), absent('1.0.2')] }),
    ),
  },
});
