import disputed from './data/disputed.json' with { type: 'json' };
import type { Doubt, IntelRecord } from './port.ts';

const RECORDS: ReadonlyMap<string, string> = new Map(disputed.records.map(({ id, why }) => [id, why]));
const LABELS: ReadonlyMap<string, Doubt> = new Map(
  disputed.labels.map(({ label, kind, why }) => [label, { kind: kind === 'pentest' ? 'pentest' : 'disputed', why }]),
);

/**
 * Why a listing is not to be taken as it stands; null for most.
 *
 * A record by its id, or by the categories that its reporter gave it: these only where there was one reporter and no other category,
 * since a second opinion that names no category is one that had no doubt.
 */
export function doubtAbout({ id, labels, origins }: IntelRecord): Doubt | null {
  const why = RECORDS.get(id);
  if (why !== undefined) return { kind: 'disputed', why };
  if (labels.length === 0 || origins.length > 1) return null;
  const doubts = labels.map((label) => LABELS.get(label));
  return doubts.includes(undefined) ? null : (doubts.find((doubt) => doubt?.kind === 'disputed') ?? doubts[0] ?? null);
}
