import { instantMs } from '../evidence/time.ts';
import { MALICIOUS_ID } from './osv.ts';

/** What changed since the last time, from the list of changes of an ecosystem. */
export interface Changes {
  /** Ids of malicious packages, changed last first. */
  readonly ids: readonly string[];
  /** Lines that are none of its form. */
  readonly unreadable: number;
}

const MAX_LINE_CHARACTERS = 200;

/**
 * Reads `<modified>,<id>` lines, of which a heading may be one.
 *
 * Those of the very moment `since` come too: two records may have been changed in one second, one of them after the last reading.
 */
export function changesSince(csv: string, since: string): Changes {
  const sinceMs = instantMs(since) ?? Number.NEGATIVE_INFINITY;
  const ids = new Set<string>();
  let unreadable = 0;
  for (const line of csv.split('\n')) {
    const text = line.trimEnd();
    if (text === '') continue;
    const comma = text.indexOf(',');
    const modifiedMs = text.length > MAX_LINE_CHARACTERS ? null : instantMs(text.slice(0, comma));
    if (comma === -1 || modifiedMs === null) unreadable += 1;
    else if (modifiedMs >= sinceMs && MALICIOUS_ID.test(text.slice(comma + 1))) ids.add(text.slice(comma + 1));
  }
  return { ids: [...ids], unreadable };
}
