import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, named } from '../../src/testing/subjects.ts';
import { recentlyPublished } from './recently-published.ts';

const on = (publishedAt: string | null) => listed({ publishedAt });

describeSignal(recentlyPublished, {
  context: { asOf: '2026-06-29' },
  fires: {
    'the day of the snapshot': { on: on('2026-06-29T23:00:00Z'), citing: '/publishedAt' },
    '30 days before it': { on: on('2026-05-30T00:00:00Z'), citing: '/publishedAt' },
  },
  silent: { '31 days before it': on('2026-05-29T23:59:59Z'), 'a date after it': on('2026-06-30T00:00:00Z') },
  unseen: { 'a name alone': named(), 'no date': on(null), 'no readable date': on('last week') },
});
