import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { deletedButListed } from './deleted-but-listed.ts';

const unpublished = packument({ releases: [], unpublishedAt: '2026-05-01T00:00:00Z' });

describeSignal(deletedButListed, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: { 'all versions are gone': { on: published({}, unpublished), citing: '/time/unpublished' } },
  silent: {
    'the package is there': packaged(release('1.0.0')),
    'the entry was deleted too': published({ status: 'deleted' }, unpublished),
  },
  unseen: { 'a registry entry alone': listed() },
});
