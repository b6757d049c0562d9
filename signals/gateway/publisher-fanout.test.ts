import { describeSignal } from '../../src/testing/describe-signal.ts';
import { neighbour, wharfside, wharfsideContext } from '../../src/testing/gateways.ts';
import { named, repositoryAt } from '../../src/testing/subjects.ts';
import { publisherFanout } from './publisher-fanout.ts';

describeSignal(publisherFanout, {
  context: wharfsideContext(),
  fires: {
    'one of many of the account': { on: wharfside('chart-0'), citing: '/name' },
    'only its name is known': { on: named({ name: 'io.github.Wharfside/ferry' }), citing: '/name' },
  },
  silent: {
    'an account of few': neighbour('ferry'),
    'an account that claims the repository': neighbour('ferry', {
      repository: repositoryAt('https://github.com/wharfside/ferry'),
    }),
    'the same word in another registry': named({ registry: 'smithery', name: '@wharfside/ferry' }),
  },
  unseen: { 'a registry that names no publisher': named({ registry: 'smithery', name: 'ferry' }) },
});
