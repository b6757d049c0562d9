import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, rests, runs } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { hiddenCodeAdded } from './hidden-code-added.ts';

const hidden = fact('hidden-code', 'require("./x")', 'blanks');

describeSignal(hiddenCodeAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'code after hundreds of blanks': {
      on: sourced(read('1.0.0', runs('index.js')), read('1.0.1', runs('index.js', hidden))),
      citing: ['/index.js:1:1'],
      weight: 40,
    },
    'invisible characters in data that a program reads': {
      on: sourced(
        read('1.0.0', runs('index.js')),
        read('1.0.1', runs('index.js'), rests('data', 'locale.json', { ...hidden, by: 'invisible-characters' })),
      ),
      citing: ['/locale.json:1:1'],
      weight: 40,
    },
    'the first release has it': {
      on: sourced(read('1.0.0', runs('index.js', hidden))),
      citing: '/index.js:1:1',
      weight: 40,
    },
  },
  silent: {
    'there is none': sourced(read('1.0.0', runs('index.js')), read('1.0.1', runs('index.js'))),
    'data is aligned with blanks': sourced(read('1.0.0'), read('1.0.1', rests('data', 'tides.json', hidden))),
    'a document is aligned with blanks': sourced(read('1.0.0'), read('1.0.1', rests('docs', 'TABLES.md', hidden))),
  },
  unseen: shallow,
});
