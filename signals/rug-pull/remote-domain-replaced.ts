import { cite } from '../../src/evidence/cite.ts';
import { acrossRecords, recordLabel, type Looked, type Pair } from '../../src/evidence/history.ts';
import type { Remote, ServerRecord } from '../../src/model/entry.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { isNamespaceDomain, ownerDomain } from './ownership.ts';

export const remoteDomainReplaced = defineSignal({
  id: 'rug-pull/remote-domain-replaced',
  title: 'Remote moved to another domain',
  family: 'H',
  needs: 'metadata',
  weight: 45,
  rationale:
    'A client that was set up for a remote follows the entry to the new address and sends it the same credentials; the old domain having been looked at says nothing about the new one.',
  falsePositives:
    'Planned moves to another host. A move to the domain the namespace was proved with, or to the one the record gave as its website before, is not counted, nor is a remote added beside the old ones.',
  baseRate: {
    value: '1 of 1,062 servers',
    population: 'official registry, 1,591 pairs of version rows',
    date: '2025-12-12',
  },
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization'],

  detect(subject, context: RugPullContext) {
    return acrossRecords(subject, context, (pair) => replacedIn(pair, subject.entry.namespace));
  },
});

function replacedIn({ before, after }: Pair<ServerRecord>, namespace: string | null): Looked {
  if (before.remotes === null || after.remotes === null) return { unseen: 'the registry does not list remotes' };
  if (before.remotes.length === 0 || after.remotes.length === 0) return [];
  if (nameSameUrls(before.remotes, after.remotes)) return [];
  const [was, is] = [domainsOf(before.remotes), domainsOf(after.remotes)];
  const gone = [...was.keys()].filter((domain) => !is.has(domain));
  if (gone.length === 0) return [];
  const website = before.websiteUrl === null ? null : ownerDomain(before.websiteUrl);
  return [...is]
    .filter(([domain]) => !was.has(domain) && domain !== website && !isNamespaceDomain(namespace, domain))
    .map(([domain, remote]) =>
      cite(after.place, remote.urlAt ?? `${remote.at}/url`, {
        statement: `${recordLabel(after)} names a remote on ${domain} where ${recordLabel(before)} named ${gone.slice(0, 3).join(', ')}`,
        observed: remote.url,
        expected: before.remotes?.map(({ url }) => url) ?? null,
      }),
    );
}

/** The usual case, told without reading any URL. */
function nameSameUrls(was: readonly Remote[], is: readonly Remote[]): boolean {
  return was.length === is.length && was.every(({ url }, index) => url === is[index]?.url);
}

function domainsOf(remotes: readonly Remote[]): ReadonlyMap<string, Remote> {
  const domains = new Map<string, Remote>();
  for (const remote of remotes) {
    const domain = ownerDomain(remote.url);
    if (domain !== null && !domains.has(domain)) domains.set(domain, remote);
  }
  return domains;
}
