import { codeHostUnseen } from '../card/code-host.ts';
import type { Unseen } from '../card/card.ts';
import { shownReleases } from '../card/packages.ts';
import { factsIn } from '../evidence/code-host.ts';
import type { CodeHostFacts } from '../model/repository.ts';
import type { Subject } from '../model/subject.ts';
import { seenOf } from '../repositories/facts.ts';
import { type HostedNames, hostedNames } from '../repositories/named.ts';
import type { CodeHostReader } from './code-host-reader.ts';

/** A record and its packages name one, or two that differ; more is not asked for. */
const MAX_REPOSITORIES = 2;

/** The server with what code hosts say of it now; what could not be read now stays as the snapshot has it. */
export async function withCodeHost(
  subject: Subject,
  asked: ReadonlyMap<string, string>,
  reader: Pick<CodeHostReader, 'read'>,
): Promise<Subject> {
  if (subject.depth === 'name') return subject;
  const wanted = wantedOf(subject, asked);
  const codeHost = seenOf(wanted, newest(await reader.read(wanted), factsIn(subject.codeHost)));
  return codeHost === undefined ? subject : { ...subject, codeHost };
}

/** What of its repository was not seen, and why; [] where it names none. */
export function repositoryUnseen(subject: Subject, asked: ReadonlyMap<string, string>): readonly Unseen[] {
  const [key] = wantedOf(subject, asked).repositories;
  return key === undefined ? [] : codeHostUnseen(subject, key);
}

function wantedOf(subject: Subject, asked: ReadonlyMap<string, string>): HostedNames {
  if (subject.depth === 'name') return { repositories: [], accounts: [] };
  const ofPackages = shownReleases(subject, asked).map(({ release }) => release.repository);
  const { repositories, accounts } = hostedNames(subject.entry, subject.record, ofPackages);
  return { repositories: repositories.slice(0, MAX_REPOSITORIES), accounts };
}

function newest(now: CodeHostFacts, before: CodeHostFacts): CodeHostFacts {
  return {
    repository: (key) => known(now.repository(key), before.repository(key)),
    account: (key) => known(now.account(key), before.account(key)),
  };
}

/** Of two answers the one of now, where it is one. */
function known<Seen extends { readonly outcome: string }>(now: Seen | null, before: Seen | null): Seen | null {
  return now === null || (now.outcome === 'not-read' && before?.outcome === 'read') ? (before ?? now) : now;
}
