import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, rests, runs, starts } from '../../src/testing/facts.ts';
import { read, shallow, sourced } from '../../src/testing/sources.ts';
import { destructiveCommandAdded } from './destructive-command-added.ts';

const before = read('1.0.0', runs('index.js'));
const wipe = starts('rm -rf ~', 'destructive');
const removes = (path: string) => fact('file-write', path, 'fs.rmSync');

describeSignal(destructiveCommandAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a command that wipes the home folder': {
      on: sourced(before, read('1.0.1', runs('index.js', wipe))),
      citing: ['/index.js:1:1'],
    },
    'a call that does': { on: sourced(before, read('1.0.1', runs('index.js', removes('~')))), citing: '/index.js:1:1' },
    'all below it': { on: sourced(before, read('1.0.1', runs('index.js', removes('~/*')))), citing: '/index.js:1:1' },
  },
  silent: {
    'it was always there': sourced(read('1.0.0', runs('a.js', wipe)), read('1.0.1', runs('b.js', wipe))),
    'it removes a folder of its own': sourced(
      before,
      read('1.0.1', runs('index.js', removes('~/.harbor'), removes('./dist'))),
    ),
    'it writes to the home folder': sourced(
      before,
      read('1.0.1', runs('index.js', fact('file-write', '~', 'fs.mkdir'))),
    ),
    'a test': sourced(before, read('1.0.1', runs('index.js'), rests('test', 'a.test.js', wipe))),
  },
  unseen: shallow,
});
