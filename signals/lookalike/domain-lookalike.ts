import { cite } from '../../src/evidence/cite.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Pointer } from '../../src/model/place.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { hostOf, isOnSharedHost, registeredLabel } from '../../src/text/domains.ts';

/**
 * A remote or a website in a domain that was registered with a brand's word in it and is not the brand's.
 *
 * Only the registered label counts: a subdomain says what it is for, and names on shared hosts (`*.workers.dev`) cost nothing.
 */
export const domainLookalike = defineSignal({
  id: 'lookalike/domain-lookalike',
  title: 'Answers on a domain that has a brand in its name',
  family: 'H',
  needs: 'metadata',
  weight: 30,
  rationale: 'Somebody paid for a domain that reads as the vendor’s, and this is where requests and credentials go.',
  falsePositives: 'Resellers, user communities, and domains of the vendor that are not in its list.',
  baseRate: { value: '0 of 1,062', population: 'official registry', date: '2025-12-12' },
  references: ['https://publicsuffix.org/'],

  detect(subject, context: LookalikeContext) {
    const { remotes, websiteUrl } = subject.record;
    if (remotes === null && websiteUrl === null) return unseen('neither remotes nor a website are known');
    const found = hostsOf(subject).flatMap((each) => lookalikeHost(each, subject, context));
    return found.length === 0 && remotes === null ? unseen('the registry does not list remotes') : found;
  },
});

interface Host {
  readonly host: string;
  readonly at: Pointer;
}

/** Each host once, where it is first named. */
function hostsOf({ record }: SubjectAt['metadata']): readonly Host[] {
  const hosts: Host[] = [];
  const add = (url: string, at: Pointer) => {
    const host = hostOf(url);
    if (host !== null && !hosts.some((known) => known.host === host)) hosts.push({ host, at });
  };
  for (const { url, at } of record.remotes ?? []) add(url, at);
  if (record.websiteUrl !== null && record.at.websiteUrl !== undefined) add(record.websiteUrl, record.at.websiteUrl);
  return hosts;
}

function lookalikeHost({ host, at }: Host, subject: SubjectAt['metadata'], context: LookalikeContext): Evidence[] {
  const label = registeredLabel(host);
  if (label === null || isOnSharedHost(host)) return [];
  const { view, words, owners } = context;
  const found = [...words.distinctiveIn(label), ...words.lookingLike(label)];
  const foreign = view(subject)
    .notOwned(found)
    .find(({ brand }) => !owners.ownsHost(brand, host));
  if (foreign === undefined) return [];
  return [
    cite(subject.record.place, at, {
      statement: `The host's registered name had "${foreign.written}" of ${foreign.brand.name} and is not among its domains`,
      observed: host,
      expected: foreign.brand.domains,
    }),
  ];
}
