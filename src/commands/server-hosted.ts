import { codeHostUnseen } from '../card/code-host.ts';
import type { Unseen } from '../card/card.ts';
import { shownReleases } from '../card/packages.ts';
import type { Subject } from '../model/subject.ts';
import { accountOfNamespace, type HostedWanted } from '../repositories/observe.ts';
import { repositoryPath } from '../text/repository-path.ts';
import type { CodeHostReader } from './code-host-reader.ts';

/** A record and its packages name one, or two that differ; more is not asked for. */
const MAX_REPOSITORIES = 2;

/** The server with what code hosts say of it, asked now; as it is where there is nothing to ask for. */
export async function withCodeHost(
  subject: Subject,
  asked: ReadonlyMap<string, string>,
  reader: Pick<CodeHostReader, 'read'>,
): Promise<Subject> {
  if (subject.depth === 'name') return subject;
  const wanted = wantedOf(subject, asked);
  if (wanted.repositories.length === 0 && wanted.accounts.length === 0) return subject;
  return { ...subject, codeHost: await reader.read(wanted) };
}

/** What of its repository was not seen, and why; [] where it names none. */
export function repositoryUnseen(subject: Subject, asked: ReadonlyMap<string, string>): readonly Unseen[] {
  const [key] = wantedOf(subject, asked).repositories;
  return key === undefined ? [] : codeHostUnseen(subject, key);
}

function wantedOf(subject: Subject, asked: ReadonlyMap<string, string>): HostedWanted {
  const repository = 'record' in subject ? subject.record.repository : null;
  const urls = [
    ...(repository === null || repository === 'none' ? [] : [repository.url]),
    ...shownReleases(subject, asked).flatMap(({ release }) => release.repository ?? []),
  ];
  const keys = new Set(urls.flatMap((url) => repositoryPath(url)?.repository ?? []));
  const account = accountOfNamespace(subject.entry.namespace);
  return { repositories: [...keys].slice(0, MAX_REPOSITORIES), accounts: account === null ? [] : [account] };
}
