import { describeSignal } from '../../src/testing/describe-signal.ts';
import { file, irregular, runs, unreadable } from '../../src/testing/facts.ts';
import { packed, read, shallow, sourced, sourcedAs } from '../../src/testing/sources.ts';
import { notRead } from './not-read.ts';

describeSignal(notRead, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a file over the bound': { on: sourced(read('1.0.0', unreadable('bundle.js'))), citing: ['/bundle.js'] },
    'a file that its parser refused': {
      on: sourced(read('1.0.0', file('a.js', { reading: { how: 'fallback', reason: 'nested too deep' } }))),
      citing: ['/a.js'],
    },
    'machine code': {
      on: sourced(read('1.0.0', file('a.node', { language: 'native', reading: { how: 'text' } }))),
      citing: ['/a.node'],
    },
    'an archive that was not read to its end': {
      on: sourced(packed(read('1.0.0'), { irregularities: [irregular('too-large', '')] })),
      citing: ['/'],
    },
  },
  silent: {
    'all was read': sourced(read('1.0.0', runs('index.js'))),
    'a parser that met errors and went on': sourced(
      read('1.0.0', file('a.js', { reading: { how: 'recovered', errors: 1 } })),
    ),
    'a picture': sourced(read('1.0.0', { ...unreadable('a.png'), role: 'data' })),
  },
  unseen: {
    ...shallow,
    'a release whose archive is gone': sourcedAs({ notRead: [{ version: '1.0.1', reason: 'gone' }] }, read('1.0.0')),
  },
});
