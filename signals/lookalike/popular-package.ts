import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { AnySubject } from '../../src/pipelines/brand-owners.ts';
import type { LookalikeContext, PackageName } from '../../src/pipelines/lookalike.ts';
import type { Resemblance } from '../../src/pipelines/popular-packages.ts';
import { inPackageNames } from '../../src/pipelines/package-names.ts';
import { defineSignal } from '../../src/signal.ts';

const HOW: Readonly<Record<Resemblance, string>> = {
  slip: 'was written nearly like',
  'scope-dropped': 'had the name, without its scope, of',
  'other-scope': 'had in another scope the name of',
  'other-ecosystem': 'had the name, in another ecosystem, of',
};

/**
 * The name of a widely used package, or one a slip away from it: libraries, programs that start servers, community servers.
 *
 * Names of fewer than eight letters are near only where two neighbouring letters are swapped. Libraries are protected against slips
 * alone, since their names are ordinary words elsewhere; so are vendors' packages and reference servers, whose exact names other
 * signals look at.
 */
export const popularPackage = defineSignal({
  id: 'lookalike/popular-package',
  title: 'Named like a widely used package that it is not',
  family: 'N',
  needs: 'name',
  weight: 25,
  cases: {
    'other-ecosystem': { weight: 20, when: 'the name is that of a package of another ecosystem' },
    'shown-source': {
      weight: 8,
      when: 'the name is taken over and not misspelt, and the publisher shows a repository of its own, as forks do',
    },
  },
  rationale:
    'A settings file names packages that nobody looks at again, so that a slip or a left-out scope installs whatever has the name.',
  falsePositives:
    'Forks and ports by contributors, and names that are near by chance. Compare the dates and the authors.',
  baseRate: {
    value: '1 of 482 packages, a fork that shows its source',
    population: 'npm and PyPI packages of the official registry',
    date: '2025-12-12',
  },
  references: ['https://github.com/ossf/malicious-packages (MAL-2026-16422)', 'signals/data/popular-packages.json'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.owners.length > 0) return [];
    const isShown = view.publisher !== null && showsSource(subject);
    return inPackageNames(view, (seen) => likeness(seen, { context, isShown }));
  },
});

function likeness(
  { ecosystem, text, place, at }: PackageName,
  { context, isShown }: { readonly context: LookalikeContext; readonly isShown: boolean },
): Evidence[] {
  const found = context.popular.resembled(ecosystem, text);
  if (found === null || context.owners.ofPackage(ecosystem, text).length > 0) return [];
  const other = found.how === 'other-ecosystem' ? { case: 'other-ecosystem' } : {};
  return [
    cite(place, at, {
      statement: `The ${ecosystem} package ${HOW[found.how]} ${found.of}`,
      observed: text,
      expected: found.of,
      ...(isShown && found.how !== 'slip' ? { case: 'shown-source' } : other),
    }),
  ];
}

function showsSource(subject: AnySubject): boolean {
  if (!('record' in subject)) return false;
  const { repository } = subject.record;
  return repository !== null && repository !== 'none';
}
