import { createHash } from 'node:crypto';
import type { PipelineId } from '../model/candidate.ts';

/** Changed when the text below is composed otherwise, which brings every dismissed candidate back. */
const COMPOSED_AS = 'registry-audit candidate 1';
/** Below it objects keep the order of their keys; values this deep are made to be deep. */
const MAX_SORTED_LEVELS = 32;

/** What recalls say of the list they stand in, which ages from day to day while the record stays the same. */
const OF_THE_LIST = new Set(['listDate', 'listAgeDays']);

/** What of a candidate a verdict is about; one that was read back from a report will do. */
export interface Judged {
  readonly pipeline: PipelineId;
  readonly entry: { readonly id: string };
  readonly fired: readonly {
    readonly signal: string;
    readonly evidence: readonly {
      readonly case?: string | undefined;
      readonly observed: unknown;
      readonly expected: unknown;
    }[];
  }[];
}

/**
 * The digest by which a verdict finds its candidate again: SHA-256, lower-case hex, of the entry, the pipeline and what fired.
 *
 * Of the evidence it takes the signal, the case, what was observed and what it was compared with; not where and when that was
 * read, nor the score and the wording, so that another capture of the same facts has the same fingerprint. The order of
 * evidence and of keys does not count, how often the same fact was seen does.
 */
export function fingerprint({ entry, pipeline, fired }: Judged): string {
  const facts = fired.flatMap(({ signal, evidence }) =>
    evidence.map(({ case: named = null, observed, expected }) =>
      ordered([signal, named, lasting(signal, observed), expected], 0),
    ),
  );
  // By code unit: digests must not depend on a locale.
  return createHash('sha256')
    .update(JSON.stringify([COMPOSED_AS, pipeline, entry.id, facts.toSorted()]))
    .digest('hex');
}

function lasting(signal: string, observed: unknown): unknown {
  if (!signal.startsWith('intel/') || observed === null || typeof observed !== 'object' || Array.isArray(observed)) {
    return observed;
  }
  return Object.fromEntries(Object.entries(observed).filter(([key]) => !OF_THE_LIST.has(key)));
}

/** JSON with the keys of objects in order. */
function ordered(value: unknown, level: number): string {
  if (value === null || typeof value !== 'object' || level >= MAX_SORTED_LEVELS) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each: unknown) => ordered(each, level + 1)).join(',')}]`;
  const fields = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${ordered(each, level + 1)}`);
  return `{${fields.join(',')}}`;
}
