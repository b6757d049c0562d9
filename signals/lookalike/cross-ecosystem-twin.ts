import { cite } from '../../src/evidence/cite.ts';
import { calendarDate } from '../../src/evidence/time.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument } from '../../src/model/release.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import type { EstablishedPackage } from '../../src/pipelines/package-twins.ts';
import { rowOfSubject } from '../../src/pipelines/population.ts';
import { isoDate } from '../../src/pipelines/population-rows.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * The name of an established package of another ecosystem, by another author and at least a month later.
 *
 * The same account, repository owner or mail domain is the same author; see src/pipelines/package-twins.ts.
 */
export const crossEcosystemTwin = defineSignal({
  id: 'lookalike/cross-ecosystem-twin',
  title: 'Has the name of an established package of another ecosystem',
  family: 'P',
  needs: 'package',
  weight: 25,
  rationale:
    'The same string installs something else where the real project never published: so were reference servers squatted.',
  falsePositives:
    'Ports by their own authors under another account, and short names that two projects found by themselves.',
  baseRate: null,
  references: ['https://github.com/ossf/malicious-packages (MAL-2026-5476 to MAL-2026-5485)'],

  detect(subject, { view, population }: LookalikeContext) {
    if (view(subject).owners.length > 0) return [];
    const fired: Evidence[] = [];
    let notKnown: string | null = null;
    for (const packument of subject.packuments) {
      const twin = population.packageTwins.of(packument, () => rowOfSubject(subject).publisher);
      if (twin === null) continue;
      if ('notKnown' in twin) ({ notKnown } = twin);
      else fired.push(citeTwin(packument, twin));
    }
    return fired.length > 0 || notKnown === null ? fired : unseen(`${notKnown} is not known`);
  },
});

function citeTwin({ ecosystem, name, place }: Packument, twin: EstablishedPackage): Evidence {
  const since = calendarDate(isoDate(twin.firstMs));
  return cite(place, ecosystem === 'pypi' ? '/info/name' : '/name', {
    statement: `The ${ecosystem} package ${name} had the name of the ${twin.ecosystem} package ${twin.name}, which another author publishes since ${since}`,
    observed: name,
    expected: `${twin.ecosystem}:${twin.name}`,
  });
}
