import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, record, repositoryAt } from '../../src/testing/subjects.ts';
import { repoRemoved } from './repo-removed.ts';

const repository = repositoryAt('https://github.com/tidewater/harbor');
const was = (of: typeof repository | 'none' | null) => [
  record({ version: '0.9.0', publishedAt: '2026-03-01T00:00:00Z', repository: of }),
];

describeSignal(repoRemoved, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a version without one follows': {
      on: listed({ earlier: was(repository), at: { repository: '/repository' } }),
      citing: '/repository',
    },
  },
  silent: {
    'it stays': listed({ earlier: was(repository), repository }),
    'it comes': listed({ earlier: was('none'), repository }),
    'there never was one': listed({ earlier: was('none') }),
  },
  unseen: {
    'a name alone': named(),
    'a registry that does not say': listed({ earlier: was(repository), repository: null }),
  },
});
