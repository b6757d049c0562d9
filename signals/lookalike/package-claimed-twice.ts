import { cite } from '../../src/evidence/cite.ts';
import { historiesOf } from '../../src/evidence/history.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * A package that an entry of another publisher named as its own before.
 *
 * Cleared where either is known to list other people's packages, where the package's own marker names this entry, and where the
 * two publishers share an account: moving from a login to a domain is the usual case.
 */
export const packageClaimedTwice = defineSignal({
  id: 'lookalike/package-claimed-twice',
  title: 'Names a package that another publisher named before',
  family: 'P',
  needs: 'metadata',
  weight: 15,
  rationale: 'One of the two speaks for a package that is not its own.',
  falsePositives: 'One author under two names, and handovers from an account to a company.',
  baseRate: {
    value: '6 of 1,062 entries; 14 packages of 964 entries',
    population: 'official registry; the same around 2026-01',
    date: '2025-12-12',
  },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect(subject, context: LookalikeContext) {
    const { entry, record } = subject;
    if (record.packages === null) return unseen('the registry does not say which packages it has');
    if (context.view(subject).owners.length > 0 || isRepublisher(entry.name, context)) return [];
    return context.population.packageClaims.of(entry.id).flatMap(({ purl, others }) => {
      const at = record.packages?.find((reference) => reference.purl === purl)?.at;
      const strangers = others.filter(({ id }) => !isRepublisher(id.slice(id.indexOf(':') + 1), context));
      const [first] = strangers;
      if (at === undefined || first === undefined || isMarked(subject, purl)) return [];
      return [
        cite(record.place, at, {
          statement: `${first.id} of "${first.publisher[0] ?? ''}" named the package ${purl} before this entry did`,
          observed: purl,
          expected: strangers.map(({ id }) => id),
        }),
      ];
    });
  },
});

function isRepublisher(name: string, { republishers }: LookalikeContext): boolean {
  const lower = name.toLowerCase();
  return republishers.some((start) => lower.startsWith(start));
}

/** The newest release says that it is this entry's. */
function isMarked(subject: SubjectAt['metadata'], purl: string): boolean {
  const history = historiesOf(subject).find((packument) => packument.purl === purl);
  const marker = history?.releases.at(-1)?.mcpName ?? null;
  return marker !== null && marker.toLowerCase() === subject.entry.name.toLowerCase();
}
