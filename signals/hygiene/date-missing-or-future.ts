import { cite } from '../../src/evidence/cite.ts';
import { ageDays, instantMs } from '../../src/evidence/time.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Clocks differ and days begin at different hours. */
const TOLERANCE_DAYS = 1;
/** Zero dates of programming languages (0001-01-01, 1970-01-01) mean that nothing was filled in. */
const FIRST_PLAUSIBLE_MS = Date.UTC(2000, 0, 1);

export const dateMissingOrFuture = defineSignal({
  id: 'hygiene/date-missing-or-future',
  title: 'Publishing date missing, unreadable or in the future',
  role: 'fact',
  family: 'V',
  needs: 'metadata',
  weight: 0,
  rationale: 'Ages and the order of versions rest on this date.',
  falsePositives: "A registry's own slip. What cannot be dated is left out of everything that needs a date.",
  baseRate: { value: '0 of 2,794 version rows', population: 'official registry', date: '2025-12-18' },
  references: ['https://www.rfc-editor.org/rfc/rfc3339'],

  detect({ record, earlier }, { asOf }: { readonly asOf: string }) {
    const { publishedAt } = record;
    if (publishedAt === null && earlier.every((row) => row.publishedAt === null)) {
      return unseen('the registry gives no publishing dates');
    }
    const what = problemOf(publishedAt, asOf);
    if (what === null) return [];
    return [
      cite(record.place, record.at.publishedAt ?? '', {
        statement: `The publishing date was ${what}`,
        observed: publishedAt,
        expected: asOf,
      }),
    ];
  },
});

function problemOf(publishedAt: string | null, asOf: string): string | null {
  if (publishedAt === null) return 'missing, though other versions of this server have one';
  const ms = instantMs(publishedAt);
  if (ms === null) return 'not a date';
  if (ms < FIRST_PLAUSIBLE_MS) return 'not filled in';
  return (ageDays(publishedAt, asOf) ?? 0) < -TOLERANCE_DAYS ? 'after the snapshot' : null;
}
