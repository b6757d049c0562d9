import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, repositoryAt } from '../../src/testing/subjects.ts';
import { noRepository } from './no-repository.ts';

describeSignal(noRepository, {
  context: { asOf: '2026-06-29' },
  fires: { 'an empty repository': { on: listed({ at: { repository: '/repository' } }), citing: '/repository' } },
  silent: { 'a repository': listed({ repository: repositoryAt('https://github.com/tidewater/harbor') }) },
  unseen: { 'a name alone': named(), 'a registry that does not say': listed({ repository: null }) },
});
