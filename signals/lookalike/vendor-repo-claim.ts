import { cite } from '../../src/evidence/cite.ts';
import { isStatedByPublisher } from '../../src/model/publishers.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** The protocol's own repositories, which templates and forks keep pointing to. */
const PROTOCOL_BRAND = 'Model Context Protocol';

/**
 * A vendor's repository named as its source by somebody else's entry.
 *
 * Only where the publisher states the repository: a directory that lists repositories by itself makes no claim.
 */
export const vendorRepoClaim = defineSignal({
  id: 'lookalike/vendor-repo-claim',
  title: 'Names a vendor’s repository as its source under a foreign namespace',
  family: 'P',
  needs: 'metadata',
  weight: 50,
  cases: { protocol: { weight: 20, when: 'the repository is the protocol’s own, which templates point to' } },
  rationale:
    'The repository link lends the vendor’s stars and reputation to a package or host that the vendor does not control.',
  falsePositives:
    'Employees who publish a company’s repository under their own name, and hosts that list it for others.',
  baseRate: {
    value: '0.04 %',
    population: 'official registry, 9,554 entries; 0.075 % of 11,930 on 2026-06-12',
    date: '2026-05-23',
  },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect(subject, context: LookalikeContext) {
    const { entry, record } = subject;
    if (!isStatedByPublisher(entry.registry)) return unseen('this registry’s publishers do not state the repository');
    if (record.repository === null) return unseen('the registry does not say where the source is');
    if (record.repository === 'none') return [];
    const name = entry.name.toLowerCase();
    if (context.republishers.some((prefix) => name.startsWith(prefix))) return [];

    const view = context.view(subject);
    const { url } = record.repository;
    const vendors = context.owners.ofRepository(url);
    const vendor = vendors.find((brand) => view.foreign.some((named) => named.brand === brand)) ?? vendors[0];
    if (vendor === undefined || view.owners.length > 0) return [];
    return [
      cite(record.place, record.at.repository ?? '', {
        statement: `The source was given as a repository of ${vendor.name}, and the entry was published under "${view.publisher}"`,
        observed: url,
        expected: vendor.identities.namespaces,
        ...(vendor.name === PROTOCOL_BRAND ? { case: 'protocol' } : {}),
      }),
    ];
  },
});
