import { factsIn } from '../evidence/code-host.ts';
import { ageDays } from '../evidence/time.ts';
import type { Subject } from '../model/subject.ts';
import type { CardCodeHost, Unseen } from './card.ts';

/** What the host of a repository says of it, by `github.com/owner/name`; null where that was not seen. */
export function codeHostOf(subject: Subject, key: string, asOf: string): CardCodeHost | null {
  const seen = subject.depth === 'name' ? null : factsIn(subject.codeHost).repository(key);
  if (seen?.outcome !== 'read') return null;
  const { facts } = seen;
  const { id, fullName, owner, createdAt, pushedAt, archived, fork, forkOf, stars, license } = facts;
  return {
    readAt: facts.place.resource.retrievedAt,
    id,
    fullName,
    renamed: key !== `${key.slice(0, key.indexOf('/'))}/${fullName.toLowerCase()}`,
    numberOfRecord: numberOfRecord(subject, id),
    ownerType: owner?.type ?? null,
    createdAt,
    ageDays: ageDays(createdAt, asOf),
    pushedAt,
    pushedDays: ageDays(pushedAt, asOf),
    archived,
    fork,
    forkOf: forkOf.map((each) => each.fullName),
    stars,
    license,
  };
}

/** Why nothing is said of a repository that is named, and of its tags. */
export function codeHostUnseen(subject: Subject, key: string): readonly Unseen[] {
  const seen = subject.depth === 'name' ? null : factsIn(subject.codeHost).repository(key);
  const what = 'its repository';
  if (seen === null) return [{ what, why: `${key.slice(0, key.indexOf('/'))} is not asked` }];
  if (seen.outcome !== 'read') return [{ what, why: seen.reason }];
  return seen.tags.outcome === 'read' ? [] : [{ what: 'its repository’s tags', why: seen.tags.reason }];
}

/** A repository that was made anew under an address has another number than the one that the registry kept. */
function numberOfRecord(subject: Subject, id: string): CardCodeHost['numberOfRecord'] {
  const repository = 'record' in subject ? subject.record.repository : null;
  if (repository === null || repository === 'none' || repository.id === null) return null;
  return repository.id === id ? 'same' : 'another';
}
