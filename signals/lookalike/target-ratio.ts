import { cite } from '../../src/evidence/cite.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import type { UsedServer } from '../../src/pipelines/vendor-uses.ts';
import { rowOfSubject } from '../../src/pipelines/population.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Of what the other has. */
const MOST_SHARE = 0.01;
/** Below it nobody imitates anybody for its users. */
const LEAST_USES = 1_000;

/** Hardly used beside the server whose name it borrows, by the count of the same registry, and younger where both dates are known. */
export const targetRatio = defineSignal({
  id: 'lookalike/target-ratio',
  title: 'Has less than a hundredth of the uses of what it is named after',
  family: 'P',
  needs: 'metadata',
  weight: 10,
  rationale: 'An imitation lives of the uses that the original has.',
  falsePositives: 'Everybody is smaller than the vendor, so this says nothing alone.',
  baseRate: null,
  references: ['https://github.com/microsoft/OSSGadget/issues/226'],

  detect(subject, context: LookalikeContext) {
    const { entry, record } = subject;
    const view = context.view(subject);
    if (record.uses === null) return unseen('the registry counts no uses of it');
    const target = view.owners.length > 0 ? null : targetOf(subject, context);
    if (target === null || target.uses < LEAST_USES || record.uses >= target.uses * MOST_SHARE) return [];
    const { listedMs } = rowOfSubject(subject);
    if (listedMs !== null && target.firstMs !== null && listedMs <= target.firstMs) return [];
    return [
      cite(entry.place, '', {
        statement: `The registry counted ${record.uses} uses of it and ${target.uses} of ${target.id}, whose name it has`,
        observed: record.uses,
        expected: target.uses,
      }),
    ];
  },
});

/** The most used of what it is named after: a vendor's server, or an established one. */
function targetOf(subject: SubjectAt['metadata'], { view, population }: LookalikeContext): UsedServer | null {
  const { id, registry } = subject.entry;
  const vendors = view(subject).foreign.flatMap(({ brand }) => population.vendorUses.of(brand, registry) ?? []);
  const established = (population.established.resembledBy(id)?.server.rows ?? []).flatMap((row) =>
    row.registry === registry && row.uses !== null ? [{ id: row.id, uses: row.uses, firstMs: row.firstMs }] : [],
  );
  return [...vendors, ...established].toSorted((a, b) => b.uses - a.uses || (a.id < b.id ? -1 : 1))[0] ?? null;
}
