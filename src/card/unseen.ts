import type { PipelineId } from '../model/candidate.ts';
import type { Subject } from '../model/subject.ts';
import type { Assessed, CardSources } from './build.ts';
import type { Capabilities } from './capabilities.ts';
import type { Unseen } from './card.ts';
import type { Shown } from './packages.ts';

/** More kinds of reasons are said as their number. */
const MAX_UNSEEN_REASONS = 3;

/** What was not looked at, and why: nothing on a card may be taken for more than what was read. */
export function unseenOf(
  { subject, assessments, recalls, unseen }: Pick<CardSources, 'subject' | 'assessments' | 'recalls' | 'unseen'>,
  shown: readonly Shown[],
  capabilities: Capabilities | null,
): readonly Unseen[] {
  const isRemote = 'record' in subject && (subject.record.remotes ?? []).length > 0;
  const noLists = recalls.lists.filter(({ date }) => date === null).map(({ ecosystem }) => ecosystem);
  return [
    ...(subject.depth === 'name' ? [{ what: 'its record', why: 'its registry shows only a name' }] : []),
    ...(isRemote
      ? [{ what: 'what its remote does', why: 'a remote is never contacted, and its code is not published' }]
      : []),
    ...subject.notRead.map(({ ecosystem, identifier, reason }) => ({
      what: `${ecosystem}:${identifier}`,
      why: reason,
    })),
    ...shown.flatMap(({ packument, release, facts }) =>
      facts === null
        ? [
            {
              what: `the archive of ${packument.name} ${release.version}`,
              why: notReadReason(subject, release.version),
            },
          ]
        : [],
    ),
    ...(capabilities?.unseen ?? []).map((why) => ({ what: 'what it can do', why })),
    ...noLists.map((ecosystem) => ({
      what: `recalls of ${ecosystem} packages`,
      why: 'no list that was loaded is about them',
    })),
    ...assessments.flatMap(({ pipeline, assessment }) => signalsUnseen(pipeline, assessment)),
    ...unseen,
  ];
}

function notReadReason(subject: Subject, version: string): string {
  if (subject.depth !== 'source') return 'it was not asked for';
  const found = subject.sources.flatMap(({ notRead }) => notRead).find((each) => each.version === version);
  return found?.reason ?? 'it was not asked for';
}

function signalsUnseen(pipeline: PipelineId, assessment: Assessed['assessment']): readonly Unseen[] {
  if (typeof assessment === 'string') return [];
  const reasons = Map.groupBy(assessment.unseen, ({ reason }) => reason);
  const byCount = [...reasons].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const rest = byCount.slice(MAX_UNSEEN_REASONS).reduce((sum, [, all]) => sum + all.length, 0);
  return [
    ...byCount
      .slice(0, MAX_UNSEEN_REASONS)
      .map(([why, all]) => ({ what: `${all.length} ${pipeline} ${all.length === 1 ? 'signal' : 'signals'}`, why })),
    ...(rest > 0 ? [{ what: `${rest} more ${pipeline} signals`, why: 'for other reasons' }] : []),
  ];
}
