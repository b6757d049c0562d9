import { describeSignal } from '../../src/testing/describe-signal.ts';
import { file, rests, unreadable } from '../../src/testing/facts.ts';
import { packed, read, shallow, sourced } from '../../src/testing/sources.ts';
import { fileGrowth } from './file-growth.ts';

const of = (version: string, bytes: number) => read(version, file('index.js', { bytes }));
const line = (version: string, longestLine: number, path = 'bundle.js') =>
  read(version, file(path, { bytes: 19_000, measures: { lines: 1, longestLine } }));
const whole = (version: string, unpackedBytes: number) => packed(read(version), { unpackedBytes });

describeSignal(fileGrowth, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'index.js grows from a line to a payload': {
      on: sourced(of('1.0.0', 314), of('1.0.1', 76_754)),
      citing: ['/index.js'],
    },
    'twenty times as large and 20 KB more': {
      on: sourced(of('1.0.0', 2_000), of('1.0.1', 40_000)),
      citing: ['/index.js'],
    },
    'a line of more than 200,000 characters': {
      on: sourced(line('1.0.0', 90), line('1.0.1', 200_001)),
      citing: ['/bundle.js'],
    },
    'an archive five times as large and a million more': {
      on: sourced(whole('1.0.0', 250_000), whole('1.0.1', 1_250_000)),
      citing: ['/'],
    },
  },
  silent: {
    'a byte less than twenty times': sourced(of('1.0.0', 2_000), of('1.0.1', 39_999)),
    'twenty times as large and less than 20 KB more': sourced(of('1.0.0', 1_000), of('1.0.1', 20_999)),
    'a line of 200,000 characters': sourced(line('1.0.0', 90), line('1.0.1', 200_000)),
    'lines so long were there before, under another name': sourced(
      line('1.0.0', 300_000, 'chunk-a1.js'),
      line('1.0.1', 400_000, 'chunk-b2.js'),
    ),
    'an archive five times as large and less than a million more': sourced(
      whole('1.0.0', 249_999),
      whole('1.0.1', 1_249_998),
    ),
    'an archive a byte less than five times as large': sourced(whole('1.0.0', 500_000), whole('1.0.1', 2_499_999)),
    'a picture': sourced(
      read('1.0.0', rests('data', 'map.svg')),
      read('1.0.1', { ...rests('data', 'map.svg'), bytes: 900_000, measures: { lines: 1, longestLine: 900_000 } }),
    ),
    'a new file': sourced(read('1.0.0'), of('1.0.1', 76_754)),
  },
  unseen: {
    ...shallow,
    'a program that could not be read, so that its lines are not known': sourced(
      of('1.0.0', 314),
      read('1.0.1', unreadable('index.js', 900)),
    ),
  },
});
