import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named, record } from '../../src/testing/subjects.ts';
import { dateMissingOrFuture } from './date-missing-or-future.ts';

const on = (publishedAt: string | null) => listed({ publishedAt });

describeSignal(dateMissingOrFuture, {
  context: { asOf: '2026-06-29' },
  fires: {
    'two days after the snapshot': { on: on('2026-07-01T00:00:00Z'), citing: '/publishedAt' },
    'not a date': { on: on('soon'), citing: '/publishedAt' },
    'the zero of a programming language': { on: on('0001-01-01T00:00:00Z'), citing: '/publishedAt' },
    'missing beside versions that have one': {
      on: listed({ publishedAt: null, earlier: [record()], at: { publishedAt: '/publishedAt' } }),
      citing: '/publishedAt',
    },
  },
  silent: { 'the day after, since clocks differ': on('2026-06-30T23:59:59Z'), 'years ago': on('2025-09-09T00:00:00Z') },
  unseen: { 'a name alone': named(), 'a registry without dates': on(null) },
});
