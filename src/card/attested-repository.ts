import type { CodeHostFacts } from '../model/repository.ts';
import type { Identity } from '../origin/identity.ts';
import { repositoryPath } from '../text/repository-path.ts';
import { doesNotHold, holds, unseen } from './check-outcomes.ts';
import type { Check, CheckedRelease } from './checks.ts';

type Checked = Pick<CheckedRelease, 'release' | 'repository' | 'codeHost'>;

/** A build shows that a repository's workflow ran, and a record can name any repository. */
export function attestedRepository({ release, repository, codeHost }: Checked, identity: Identity | null): Check {
  const id = 'attested-repository';
  const attested = identity?.repository ?? null;
  if (identity === null || attested === null) return unseen(id, 'no attested repository to compare');
  const compared = [
    { who: 'its package', url: release.repository },
    { who: 'its record', url: repository },
  ].flatMap(({ who, url }) => (url === null ? [] : [{ who, url, same: likeness(url, identity, codeHost) }]));
  const facts = { attested, package: release.repository, record: repository };
  const other = compared.find(({ same }) => same === 'another');
  if (compared.length === 0) return unseen(id, 'neither its package nor its record names a repository', facts);
  if (other === undefined) {
    const renamed = compared.some(({ same }) => same === 'by number')
      ? ', one of them by another name that it has or had'
      : '';
    return holds(
      id,
      `${compared.map(({ who }) => who).join(' and ')} and the attestation name ${attested}${renamed}`,
      facts,
    );
  }
  // A renamed repository answers under both names, so this is a difference and not yet a contradiction.
  return doesNotHold(
    id,
    `${other.who} names ${other.url}, and the attestation ${attested}; one may be the other’s new name`,
    facts,
  );
}

/** A repository keeps its number when it is renamed, and the attestation has it. */
function likeness(
  url: string,
  { repository, repositoryId }: Identity,
  codeHost: CodeHostFacts,
): 'by name' | 'by number' | 'another' {
  const key = repositoryPath(url)?.repository ?? url;
  if (repository !== null && key === (repositoryPath(repository)?.repository ?? repository)) return 'by name';
  const seen = codeHost.repository(key);
  return seen?.outcome === 'read' && seen.facts.id === repositoryId ? 'by number' : 'another';
}
