import { cite } from '../../src/evidence/cite.ts';
import { ageDays, calendarDate } from '../../src/evidence/time.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const RECENT_DAYS = 30;

export const recentlyPublished = defineSignal({
  id: 'hygiene/recently-published',
  title: 'Published within 30 days of the snapshot',
  role: 'fact',
  family: 'V',
  needs: 'metadata',
  weight: 0,
  rationale: 'Unwanted packages are mostly found within days, so what is older has been before more eyes.',
  falsePositives: 'Every new server and every new version. 39 % of all listings were younger than a month.',
  baseRate: { value: '39 % of servers', population: '36,550 servers of the official registry', date: '2026-09-27' },
  references: ['https://github.com/ossf/package-analysis'],

  detect({ record }, { asOf }: { readonly asOf: string }) {
    const days = ageDays(record.publishedAt, asOf);
    if (days === null) return unseen('the record has no readable publishing date');
    if (days < 0 || days > RECENT_DAYS) return [];
    return [
      cite(record.place, record.at.publishedAt ?? '', {
        statement: `This version was published on ${calendarDate(record.publishedAt) ?? 'an unknown date'}, ${days} days before the snapshot`,
        observed: record.publishedAt,
      }),
    ];
  },
});
