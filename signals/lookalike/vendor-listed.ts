import { cite } from '../../src/evidence/cite.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Brand } from '../../src/pipelines/brands.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { hostOf, isUnder } from '../../src/text/domains.ts';

/** Everything that the entry leads to (its packages, or its remotes) is on the brand's own list of servers. */
export const vendorListed = defineSignal({
  id: 'lookalike/vendor-listed',
  title: 'Leads only to what the brand lists as its own',
  role: 'clears',
  family: 'P',
  needs: 'metadata',
  weight: 60,
  rationale: 'Whoever follows the entry ends at the vendor’s package or host, whoever listed it.',
  falsePositives: 'The next version of the entry may lead elsewhere; the list has the date of brands.json.',
  baseRate: null,
  references: ['signals/data/brands.json'],

  detect(subject, context: LookalikeContext) {
    const { record } = subject;
    const shown = targets(record);
    const brands = context.view(subject).foreign.map(({ brand }) => brand);
    const listing = brands.find((brand) => shown.every((target) => isListed(brand, target)));
    if (listing === undefined) return [];
    if (record.packages === null) return unseen('the registry does not say what packages the entry leads to');
    if (record.remotes === null) return unseen('the registry does not say what addresses the entry leads to');
    return shown.map((target) => citeTarget(target, record, listing));
  },
});

interface Target {
  readonly at: string;
  readonly kind: 'package' | 'remote';
  readonly ecosystem: string;
  readonly value: string;
}

function targets({ packages, remotes }: ServerRecord): readonly Target[] {
  return [
    ...(packages ?? []).map(
      ({ at, ecosystem, identifier: value }) => ({ at, kind: 'package', ecosystem, value }) as const,
    ),
    ...(remotes ?? []).map(({ at, url: value }) => ({ at, kind: 'remote', ecosystem: '', value }) as const),
  ];
}

function isListed({ identities, remoteHosts }: Brand, { kind, ecosystem, value }: Target): boolean {
  if (kind === 'package') {
    const own = ecosystem === 'npm' ? identities.npmPackages : ecosystem === 'pypi' ? identities.pypiProjects : [];
    return own.includes(value);
  }
  const host = hostOf(value);
  return host !== null && remoteHosts.some((own) => isUnder(host, own));
}

function citeTarget({ at, kind, value }: Target, { place }: ServerRecord, { name }: Brand): Evidence {
  return cite(place, at, { statement: `The ${kind} is on ${name}'s list of servers`, observed: value, expected: name });
}
