import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Packument, Person } from '../../src/model/release.ts';
import type { Brand } from '../../src/pipelines/brands.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { isUnder } from '../../src/text/domains.ts';

/** Domains of brands at which anybody has an address. */
const FREE_MAIL = new Set(['gmail.com', 'googlemail.com', 'hotmail.com', 'live.com', 'msn.com', 'outlook.com']);

/**
 * Somebody with an address at the brand's domain maintains every npm package of the entry.
 *
 * npm shows addresses it has had confirmed. PyPI shows what the author typed, so it is not asked.
 */
export const vendorPackageMaintainer = defineSignal({
  id: 'lookalike/vendor-package-maintainer',
  title: 'The brand’s own people maintain its package',
  role: 'clears',
  family: 'P',
  needs: 'package',
  weight: 40,
  rationale: 'npm adds a maintainer only when the account accepts, so the vendor’s people know of the package.',
  falsePositives: 'Somebody who left the vendor keeps the address; mirrors may show maintainers of another day.',
  baseRate: null,
  references: ['npm docs: npm-owner'],

  detect(subject, context: LookalikeContext) {
    const histories = subject.packuments.filter(({ ecosystem }) => ecosystem === 'npm');
    if (histories.length === 0) return unseen('no npm package was read');
    const brands = context.view(subject).foreign.map(({ brand }) => brand);
    const evidence: Evidence[] = [];
    for (const packument of histories) {
      const maintainers = packument.maintainers ?? packument.releases.at(-1)?.maintainers ?? null;
      if (maintainers === null) return unseen(`the maintainers of ${packument.name} are not known`);
      const found = vendorMaintainer(maintainers, brands);
      if (found === null) return [];
      evidence.push(citeMaintainer(packument, found));
    }
    return evidence;
  },
});

interface Found {
  readonly domain: string;
  readonly index: number;
  readonly brand: Brand;
}

function vendorMaintainer(maintainers: readonly Person[], brands: readonly Brand[]): Found | null {
  for (const [index, { email }] of maintainers.entries()) {
    const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase() ?? '';
    if (domain === '' || FREE_MAIL.has(domain)) continue;
    const brand = brands.find(({ domains }) => domains.some((own) => isUnder(domain, own)));
    if (brand !== undefined) return { domain, index, brand };
  }
  return null;
}

/** The domain alone is cited: a report does not need the address. */
function citeMaintainer(packument: Packument, { domain, index, brand }: Found): Evidence {
  const at = packument.maintainers === null ? `${packument.releases.at(-1)?.at}/maintainers` : '/maintainers';
  return cite(packument.place, `${at}/${index}/email`, {
    statement: `A maintainer of ${packument.name} had an address at ${domain}, a domain of ${brand.name}`,
    observed: domain,
    expected: brand.domains,
  });
}
