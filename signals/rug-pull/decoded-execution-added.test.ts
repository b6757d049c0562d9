import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { decodedExecutionAdded } from './decoded-execution-added.ts';

const before = read('1.0.0', runs('index.js'));
const decoded = fact('decoded-execution', 'fetch("https://driftwood.invalid")', 'eval of base64');

describeSignal(decodedExecutionAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'base64 is handed to eval': {
      on: sourced(before, read('1.0.1', runs('index.js', decoded))),
      citing: ['/index.js:1:1'],
      weight: 40,
    },
    'a command written backwards': {
      on: sourced(
        before,
        read('1.0.1', runs('index.js', starts('curl https://driftwood.invalid', 'download', { folded: ['reversed'] }))),
      ),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'code written in character codes': {
      on: sourced(
        before,
        read(
          '1.0.1',
          runs('index.js', fact('execution', 'run()', 'Function', { folded: ['concatenation', 'char-codes'] })),
        ),
      ),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'the name of a module written in hexadecimal': {
      on: sourced(
        before,
        read('1.0.1', runs('index.js', fact('import', './test/data', 'require', { folded: ['hex'] }))),
      ),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'the first release does it': {
      on: sourced(read('1.0.0', runs('index.js', decoded))),
      citing: '/index.js:1:1',
      weight: 35,
    },
    'the first release did it and the next does it once more': {
      on: sourced(
        read('1.0.0', runs('index.js', decoded)),
        read('1.0.1', runs('index.js', decoded, { ...decoded, value: 'x' })),
      ),
      citing: ['/index.js:1:1', '/index.js:2:1'],
      weight: 40,
    },
  },
  silent: {
    'it was always done': sourcedAs(
      { older: [before.listed] },
      read('1.0.1', runs('index.js', decoded)),
      read('1.0.2', runs('bundle.js', decoded)),
    ),
    'text is decoded and not executed': sourced(
      before,
      read('1.0.1', runs('index.js', fact('decoding', 'tides', 'atob'))),
    ),
    'a command put together from parts': sourced(
      before,
      read('1.0.1', runs('index.js', starts('git status', undefined, { folded: ['concatenation', 'template'] }))),
    ),
    'code in plain words': sourced(
      before,
      read('1.0.1', runs('index.js', fact('execution', 'return this', 'Function'))),
    ),
    'a test': sourced(before, read('1.0.1', runs('index.js'), rests('test', 'a.test.js', decoded))),
  },
  unseen: shallow,
});
