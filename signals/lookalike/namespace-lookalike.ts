import { cite } from '../../src/evidence/cite.ts';
import type { Entry } from '../../src/model/entry.ts';
import { provesNamespaces } from '../../src/model/publishers.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * A publisher whose own name has a brand's word in it and is none of the brand's identities.
 *
 * "Contains the brand" is not "is the brand": only the exact lists of brands.json clear.
 */
export const namespaceLookalike = defineSignal({
  id: 'lookalike/namespace-lookalike',
  title: 'Published under a name that contains a brand',
  family: 'N',
  needs: 'name',
  weight: 25,
  cases: { unproved: { weight: 12, when: 'the registry does not check who uses the name' } },
  rationale:
    'The namespace is the only part of a name that a registry checks, so readers take a brand in it for the vendor.',
  falsePositives:
    'Organisations of the vendor that are not in its list: 4 of the 5 logins measured. Then add them to brands.json.',
  baseRate: {
    value: '0.07 %; 0.3 % where the name is not checked',
    population: 'official registry, 9,554 entries; mcp.so, 13,483',
    date: '2026-05-23',
  },
  references: ['https://github.com/modelcontextprotocol/registry'],

  detect(subject, { view, words, owners }: LookalikeContext) {
    const { entry } = subject;
    const seen = view(subject);
    const { account } = seen;
    if (account === null) return unseen('the registry does not say who publishes it');
    const [found] = seen.notOwned(words.distinctiveIn(account));
    if (found === undefined) return [];
    if (owners.mayBe(found.brand, entry))
      return unseen(`whether "${account}" is ${found.brand.name} is not known here`);
    return [
      cite(entry.place, '', {
        statement: `The publisher "${account}" had the word "${found.written}" of ${found.brand.name} and is not among its namespaces and organisations`,
        observed: entry.namespace,
        expected: [...found.brand.identities.namespaces, ...found.brand.identities.githubOrgs],
        ...(isProved(entry) ? {} : { case: 'unproved' }),
      }),
    ];
  },
});

/** Reverse DNS is only given to who has the login or the domain; accounts elsewhere are what somebody typed. */
function isProved({ registry, namespace }: Entry): boolean {
  return provesNamespaces(registry) && namespace?.includes('.') === true;
}
