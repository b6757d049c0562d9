import type { Corpus } from '../evaluate/corpus.ts';
import type { Scored } from '../evaluate/scored.ts';

export const REMOVED = 'rug-pull/repo-removed';
export const HOST = 'rug-pull/new-host';

/** An entry that was scored, for tests. */
export function scored(fields: Partial<Scored> = {}): Scored {
  return { id: 'official:harbor', depth: 'source', tier: 'review', score: 30, fired: [], cleared: [], ...fields };
}

/** A thousand entries looked at by two signals, for tests. */
export function corpus(fields: Partial<Corpus> = {}): Corpus {
  return {
    pipeline: 'rug-pull',
    signals: [declaration(REMOVED, 12), declaration(HOST, 30)],
    outcomes: new Map(),
    looked: { name: 0, metadata: 0, package: 0, source: 1_000 },
    candidates: [],
    ...fields,
  };
}

function declaration(id: `${string}/${string}`, weight: number): Corpus['signals'][number] {
  return {
    id,
    title: id,
    role: 'incriminates',
    family: 'P',
    needs: 'metadata',
    weight,
    rationale: '',
    falsePositives: '',
    baseRate: null,
    references: [],
  };
}
