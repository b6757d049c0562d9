import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, rests, runs, unreadable } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { obfuscationAdded } from './obfuscation-added.ts';

const names = fact('obfuscation', '312 of 340 names', 'hex-names');
const before = read('1.0.0', runs('index.js'));

describeSignal(obfuscationAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'names become hexadecimal numbers': {
      on: sourced(before, read('1.0.1', runs('index.js', names))),
      citing: ['/index.js:1:1'],
    },
    'a second technique comes beside the first': {
      on: sourced(
        read('1.0.0', runs('a.js', names)),
        read('1.0.1', runs('a.js', names, fact('obfuscation', '9 in all', 'string-array'))),
      ),
      citing: ['/a.js:2:1'],
    },
  },
  silent: {
    'it was always so, counts change with every build': sourced(
      read('1.0.0', runs('index.js', names)),
      read('1.0.1', runs('index.js', { ...names, value: '330 of 351 names' })),
    ),
    'a test holds a sample': sourced(before, read('1.0.1', runs('index.js'), rests('test', 'sample.js', names))),
    'it was so from the first release': sourced(
      read('1.0.0', runs('index.js', names)),
      read('1.0.1', runs('index.js', names)),
    ),
  },
  unseen: {
    ...shallow,
    'a release alone': sourced(read('1.0.0', runs('index.js', names))),
    'a file too large to read': sourced(before, read('1.0.1', runs('index.js'), unreadable('bundle.js'))),
  },
});
