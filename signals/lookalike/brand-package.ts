import { cite } from '../../src/evidence/cite.ts';
import { type Brand, ownServers } from '../../src/pipelines/brands.ts';
import type { AnySubject } from '../../src/pipelines/brand-owners.ts';
import type { LookalikeContext, PackageName } from '../../src/pipelines/lookalike.ts';
import { inPackageNames } from '../../src/pipelines/package-names.ts';
import { defineSignal } from '../../src/signal.ts';
import { nameForm } from '../../src/text/name-form.ts';

/** Ecosystems in which a name without a scope is anybody's to take. */
const OPEN_NAMES = new Set(['npm', 'pypi']);

/**
 * A package with a brand's name and nothing else beside words like `mcp` and `server`, which the brand does not publish.
 *
 * The name that the vendor's own package would have. Who publishes it need not be known: the vendor's packages are. Only where the
 * vendor has a server that it could be taken for.
 */
export const brandPackage = defineSignal({
  id: 'lookalike/brand-package',
  title: 'A package named just like a brand that does not publish it',
  family: 'N',
  needs: 'name',
  weight: 25,
  cases: {
    'shown-source': {
      weight: 8,
      when: 'its publisher shows a repository of its own for it, as community connectors do',
    },
  },
  rationale: 'Whoever looks for the vendor’s server guesses this name, and nothing in it says that it is another’s.',
  falsePositives: 'Community connectors that came before the vendor’s own server, or where there is none.',
  baseRate: {
    value: '2 of 1,062 entries, both community servers; 6 more show their source',
    population: 'official registry, 104 brands',
    date: '2025-12-12',
  },
  references: [
    'https://postmarkapp.com/blog/information-regarding-malicious-postmark-mcp-package',
    'https://github.com/ossf/malicious-packages (MAL-2026-5476 to MAL-2026-5485)',
  ],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.owners.length > 0) return [];
    const isShown = showsSource(subject, context);
    return inPackageNames(view, (seen) => {
      const brand = wholeBrand(seen);
      if (brand === null || context.owners.ofPackage(seen.ecosystem, seen.text).length > 0) return [];
      return [
        cite(seen.place, seen.at, {
          statement: `The ${seen.ecosystem} package had the name of ${brand.name} and no other, and is not among its packages`,
          observed: seen.text,
          expected: ownServers(brand),
          ...(isShown ? { case: 'shown-source' } : {}),
        }),
      ];
    });
  },
});

function wholeBrand({ ecosystem, text, reading }: PackageName): Brand | null {
  if (!OPEN_NAMES.has(ecosystem) || text.startsWith('@')) return null;
  const words = [...reading.named, ...reading.typos];
  if (words.length === 0) return null;
  const form = nameForm(text)?.ordered;
  const brand = words.find(({ written }) => nameForm(written)?.ordered === form)?.brand;
  return brand === undefined || ownServers(brand).length === 0 ? null : brand;
}

/** A repository of whoever is shown as publisher, in the record or in the newest release of a package. */
function showsSource(subject: AnySubject, { view }: LookalikeContext): boolean {
  if (!('record' in subject)) return false;
  const { repository } = subject.record;
  return repository !== null && repository !== 'none' && view(subject).publisher !== null;
}
