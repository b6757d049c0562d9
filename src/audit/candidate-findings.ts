import type { IndexedEntry } from '../lookup/port.ts';
import { type PipelineId, type Tier, TIERS } from '../model/candidate.ts';
import type { Said } from './said.ts';

const PIPELINES: readonly PipelineId[] = ['lookalike', 'rug-pull'];
const MAX_SIGNALS = 3;

/**
 * What the snapshot's entries of a server are candidates for, and whether its registries took them away.
 *
 * How a package was changed is the same for all entries that name it. Whom an entry looks like is that entry's own: where others
 * name the same package and look like nobody, it is no more than a note.
 */
export function candidateFindings(entries: readonly IndexedEntry[]): readonly Said[] {
  return [...PIPELINES.flatMap((pipeline) => ofPipeline(pipeline, entries)), ...takenAway(entries)];
}

function ofPipeline(pipeline: PipelineId, entries: readonly IndexedEntry[]): readonly Said[] {
  const found = entries.flatMap((entry) => {
    const judged = entry.tiers[pipeline];
    return judged === null || judged.tier === 'noted' ? [] : [{ entry, ...judged }];
  });
  const [worst] = found.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score);
  if (worst === undefined) return [];
  const { entry, tier, score, fired } = worst;
  const isShared = pipeline === 'rug-pull' || found.length === entries.length;
  const of = entries.length === 1 ? '' : `, ${found.length} of ${entries.length} entries that name it`;
  const signals = fired.slice(0, MAX_SIGNALS).join(', ') + (fired.length > MAX_SIGNALS ? ' …' : '');
  const statement = `${pipeline} candidate, ${tier}, score ${score}: ${entry.id}${of} (${signals})`;
  return [
    isShared
      ? { rule: `candidate/${pipeline}`, level: levelOf(tier), statement, tier }
      : { rule: `candidate/${pipeline}`, level: 'note', statement },
  ];
}

function levelOf(tier: Tier): Said['level'] {
  if (tier === 'review-first') return 'error';
  return tier === 'review' ? 'warning' : 'note';
}

function takenAway(entries: readonly IndexedEntry[]): readonly Said[] {
  return entries.flatMap(({ id, status }): readonly Said[] => {
    if (status !== 'deleted' && status !== 'deprecated') return [];
    const level = status === 'deleted' ? 'warning' : 'note';
    return [{ rule: `recalled/entry-${status}`, level, statement: `Its registry has the entry ${id} as ${status}` }];
  });
}
