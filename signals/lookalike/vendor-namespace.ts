import { cite } from '../../src/evidence/cite.ts';
import { provesNamespaces } from '../../src/model/publishers.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Published under a namespace that a vendor has proved to hold; another vendor's name in it is an integration. */
export const vendorNamespace = defineSignal({
  id: 'lookalike/vendor-namespace',
  title: 'Published in a vendor’s proved namespace',
  role: 'clears',
  family: 'P',
  needs: 'name',
  weight: 80,
  rationale: 'The registry let nobody publish there without the vendor’s login or a key under its domain.',
  falsePositives: 'A hijacked account or a lapsed domain proves itself just as well.',
  baseRate: { value: '1.2 %', population: 'official registry, 9,554 entries', date: '2026-05-23' },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect({ entry }, { owners }: LookalikeContext) {
    if (!provesNamespaces(entry.registry)) return unseen('this registry does not prove namespaces');
    const [vendor] = owners.ofName(entry.registry, entry.name);
    if (vendor === undefined) return [];
    return [
      cite(entry.place, '', {
        statement: `The namespace is one of ${vendor.name}'s`,
        observed: entry.namespace,
        expected: vendor.identities.namespaces,
      }),
    ];
  },
});
