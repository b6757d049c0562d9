import { protectedNames } from '../../signals/data/index.ts';
import { askedByLookalike, askedByRugPull } from '../../signals/index.ts';
import type { Judge } from '../evaluate/judge.ts';
import { lookalike, type Surveyed } from '../pipelines/lookalike.ts';
import type { EntryHead, Pipeline, Setting } from '../pipelines/port.ts';
import { rugPull } from '../pipelines/rug-pull.ts';
import { assessor } from '../scoring/assess.ts';
import { readEntries, type Snapshot } from '../snapshot/read.ts';
import { openSubjects, type Subjects } from './subjects.ts';

/** The pipelines as a scan of the snapshot has them, for entries that are judged apart. */
export async function judgesFor(snapshot: Snapshot, surveyed: Surveyed, setting: Setting): Promise<readonly Judge[]> {
  const subjects = await openSubjects(snapshot);
  try {
    return await Promise.all([
      judgeOf(lookalike(askedByLookalike, protectedNames, surveyed), headsOf(snapshot, subjects), setting),
      judgeOf(rugPull(askedByRugPull), headsOf(snapshot, subjects), setting),
    ]);
  } finally {
    subjects.close();
  }
}

async function judgeOf<Context>(
  pipeline: Pipeline<Context>,
  entries: AsyncIterable<EntryHead>,
  setting: Setting,
): Promise<Judge> {
  const context = await pipeline.prepare(entries, setting);
  return { pipeline: pipeline.id, signals: pipeline.signals, assessor: () => assessor(pipeline.signals, context) };
}

async function* headsOf(snapshot: Snapshot, subjects: Subjects): AsyncGenerator<EntryHead> {
  for (const { registry } of snapshot.manifest.coverage) {
    for await (const stored of readEntries(snapshot, registry)) {
      const { id } = stored;
      yield { id, registry, name: id.slice(registry.length + 1), read: () => subjects.read(registry, stored.parse()) };
    }
  }
}
