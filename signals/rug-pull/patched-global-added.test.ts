import { describeSignal } from '../../src/testing/describe-signal.ts';
import { address, fact, file, reads, rests, runs } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { patchedGlobalAdded } from './patched-global-added.ts';

const before = read('1.0.0', runs('index.js'));
const patches = (value: string) => fact('patched-global', value, 'assignment');
const library = Array.from({ length: 10 }, (_, index) => reads(`SDK_OPTION_${index}`));

describeSignal(patchedGlobalAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'fetch is replaced, as for a proxy': {
      on: sourced(before, read('1.0.1', runs('index.js', patches('globalThis.fetch')))),
      citing: ['/index.js:1:1'],
      weight: 15,
    },
    'fetch is replaced where a new host is named': {
      on: sourced(
        before,
        read('1.0.1', runs('index.js', patches('globalThis.fetch'), address('https://driftwood.invalid'))),
      ),
      citing: ['/index.js:1:1'],
      weight: 40,
    },
    'fetch is replaced where a new host is named, and in a file before that for a proxy': {
      on: sourced(
        before,
        read(
          '1.0.1',
          runs('a.js', patches('globalThis.fetch')),
          runs('index.js', patches('globalThis.fetch'), address('https://driftwood.invalid')),
        ),
      ),
      citing: ['/index.js:1:1'],
      weight: 40,
    },
    'fetch is replaced and a wallet as well': {
      on: sourced(before, read('1.0.1', runs('index.js', patches('globalThis.fetch'), patches('ethereum.request')))),
      citing: ['/index.js:1:1', '/index.js:2:1'],
      weight: 40,
    },
    'what a page sends with': {
      on: sourced(before, read('1.0.1', runs('index.js', patches('XMLHttpRequest.prototype.send')))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'a wallet': {
      on: sourced(before, read('1.0.1', runs('index.js', patches('window.ethereum')))),
      citing: '/index.js:1:1',
      weight: 40,
    },
    'a method that carries nothing': {
      on: sourced(before, read('1.0.1', runs('index.js', patches('process.stdout.write')))),
      citing: '/index.js:1:1',
      weight: 15,
    },
    'a bundle brings a library for traces': {
      on: sourced(before, read('1.0.1', file('index.js', { bytes: 100_000 }, ...library, patches('globalThis.fetch')))),
      citing: '/index.js:11:1',
      weight: 5,
    },
  },
  silent: {
    'it was always replaced': sourced(
      read('1.0.0', runs('a.js', patches('globalThis.fetch'))),
      read('1.0.1', runs('b.js', patches('globalThis.fetch'))),
    ),
    'nothing is replaced': sourced(before, read('1.0.1', runs('index.js'))),
    'a test replaces it': sourced(
      before,
      read('1.0.1', runs('index.js'), rests('test', 'a.test.js', patches('globalThis.fetch'))),
    ),
  },
  unseen: shallow,
});
